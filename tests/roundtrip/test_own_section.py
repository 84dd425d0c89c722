"""Sections as printed, written out as a unit's own text: laid out again, they print the same."""

import shutil
from pathlib import Path

import pytest

from generator.base.problem import Place
from generator.base.toml_patch import FileChange, SetValue
from generator.load.workspace_folder import find_workspace
from generator.model.spans import Span
from generator.roundtrip.fix import fix_files
from generator.roundtrip.own_section import own_section, quoter
from generator.roundtrip.printed_blocks_read import printed_blocks
from generator.roundtrip.requote import NotPossibleError
from generator.use.build.tracing import documents_of, trace_documents
from generator.use.check.examine import examine
from generator.use.library import Library

ROOT = Path(__file__).resolve().parents[2]


def example(name, place):
    folder = place / "inputs" / name
    shutil.copytree(ROOT / "inputs" / name, folder)
    (place / "jixiao.toml").write_text("", encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["", "shanhaiguan-2021", "lukou-2023"])
def test_a_section_written_out_prints_what_its_standard_wording_printed(name, tmp_path, dossier):
    after = '[text-after]\nproblems = "另有一句。"\nanalysis-output = "- 另有。一条。"\n\n[result]'
    folder = example(name, tmp_path) if name else dossier(change={"[result]": after})
    library = Library(find_workspace(folder)[0])
    examined = examine(folder, library)
    traced = trace_documents(examined, library)
    before = documents_of(examined, library, None)
    changes = []
    for document in traced.documents.values():
        _, owner, template = document.id.split("/")
        subject = next((s for s in examined.dossier.subjects if s.id == owner), None)
        if subject is None or not document.body:
            continue
        usual = next(d for d in examined.scheme.scheme.document if d.id == template).outline
        outline_id = examined.dossier.unit.outline_of(template, usual)
        loaded, _ = library.outline(outline_id, Place)
        quote = quoter(examined.book, owner, examined.names[owner], library.units)
        for section in loaded.outline.section:
            own = [b for b in document.body if getattr(b, "section", "") == section.id]
            standard = any(
                traced.origins.of(span.origin).text.is_standard
                for block in own
                for span in getattr(block, "spans", ())
                if span.origin
            )
            if standard:
                text = own_section(own, traced.origins, loaded.outline, section, quote)
                changes.append(FileChange(subject.source, SetValue(("text", section.id), text)))
    assert changes
    fixes = fix_files(changes)
    assert not fixes.refused
    for fixed in fixes.fixed:
        fixed.path.write_text(fixed.after, encoding="utf-8")
    again = documents_of(examine(folder, library), library, None)
    for key, document in before.items():
        ours = [(b.key, b.kind, b.spans) for b in printed_blocks(document)]
        theirs = [(b.key, b.kind, b.spans) for b in printed_blocks(again[key])]
        assert theirs == ours


def test_a_quotation_prints_the_figure_as_it_was_printed(dossier):
    folder = dossier()
    library = Library(find_workspace(folder)[0])
    examined = examine(folder, library)
    quote = quoter(examined.book, "books", examined.names["books"], library.units)
    spent = "books/funds.spent"
    assert quote(Span("95万元", spent)) == "{{ funds.spent }}"
    assert quote(Span("95", spent)) == "{{ funds.spent.number }}"
    assert quote(Span("950000元", spent)) == '{{ funds.spent | to("元") }}'
    assert quote(Span("96万元", spent)) == ""


@pytest.mark.parametrize("name", ["kaiping-2020", "lukou-2023", "ziyang-2022"])
def test_every_figure_that_a_text_prints_can_be_quoted(name, tmp_path):
    """Sums over projects, facts of a department, lines below others, the name of the unit."""
    folder = example(name, tmp_path)
    library = Library(find_workspace(folder)[0])
    examined = examine(folder, library)
    traced = trace_documents(examined, library)
    missing = set()
    for document in traced.documents.values():
        _, owner, _ = document.id.split("/")
        own = owner if owner in examined.names else ""
        quote = quoter(examined.book, own, examined.names[own], library.units)
        for block in document.body:
            for span in (*getattr(block, "lead", ()), *getattr(block, "spans", ())):
                if span.figure and not quote(span):
                    missing.add(span.figure)
    assert missing == set()


def test_a_section_with_a_figure_that_cannot_be_quoted_is_not_written_out(dossier):
    folder = dossier()
    library = Library(find_workspace(folder)[0])
    examined = examine(folder, library)
    traced = trace_documents(examined, library)
    document = next(d for d in traced.documents.values() if d.body)
    loaded, _ = library.outline("self-evaluation", Place)
    block = next(
        b for b in document.body if any(s.figure for s in getattr(b, "spans", ())) and b.section
    )
    section = next(s for s in loaded.outline.section if s.id == block.section)
    with pytest.raises(NotPossibleError, match="不能写成引用"):
        own_section([block], traced.origins, loaded.outline, section, lambda _: "")
