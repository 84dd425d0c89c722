"""Documents laid out with the origin of their words: the same words, each from where it says."""

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.toml_literal import literal
from generator.load.workspace_folder import find_workspace
from generator.model.spans import Span, plain_text
from generator.prose.origin_marks import Origins, Text, rewrap, settle, unwrap
from generator.prose.prose_render import render
from generator.roundtrip.printed_blocks_read import printed_blocks
from generator.use.build.planned_documents import plan_documents
from generator.use.build.tracing import documents_of, trace_documents
from generator.use.check.examine import examine
from generator.use.library import Library

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = [path for path in sorted((ROOT / "inputs").iterdir()) if (path / "unit.toml").exists()]
# These quote by names of their own document, and are printed as they stand.
NOT_RENDERED = ("name", "number", "document", "standard", "class")


@cache
def laid_out(folder: Path, *, is_draft: bool = False):
    library = Library(find_workspace(folder)[0])
    examined = examine(folder, library, is_draft=is_draft)
    return library, examined, trace_documents(examined, library)


@pytest.mark.parametrize("is_draft", [False, True])
@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_a_traced_document_prints_what_is_built(folder, is_draft):
    library, examined, traced = laid_out(folder, is_draft=is_draft)
    built = [p.blocks for f in plan_documents(examined, library).files for p in f.parts]
    assert built
    for document in built:
        ours = list(printed_blocks(document))
        theirs = list(printed_blocks(traced.documents[document.id]))
        assert [(b.key, b.kind, plain_text(b.spans)) for b in ours] == [
            (b.key, b.kind, plain_text(b.spans)) for b in theirs
        ]
        assert not any(span.origin for block in ours for span in block.spans)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_words_stand_where_their_origin_says(folder):
    library, examined, traced = laid_out(folder)
    checked = 0
    for document in traced.documents.values():
        for block in printed_blocks(document):
            for span in block.spans:
                if not span.origin:
                    continue
                text, start = traced.origins.of(span.origin)
                if text.is_standard or text.source is None:
                    continue
                value = text.source.data
                for key in text.keys:
                    value = value[key]
                if text.keys[-1] not in NOT_RENDERED:
                    value = plain_text(render(value, examined.names[text.owner], library.units))
                assert value[start : start + len(span.text)] == span.text
                checked += 1
    assert checked


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_every_paragraph_of_a_report_knows_where_its_words_are_from(folder):
    _, _, traced = laid_out(folder)
    for document in traced.documents.values():
        for block in printed_blocks(document):
            if block.kind == "paragraph" and block.spans:
                lost = [s for s in block.spans if not s.origin and len(s.text) > 8]
                assert not lost, (block.key, lost)


@given(st.randoms(use_true_random=False))
def test_marks_come_out_as_they_went_in(chance):
    """Random texts in texts: a character has the origin of the innermost, and its place there."""
    text, wanted = _random_text(chance, Origins(), 3)
    bare, found = unwrap(text)
    assert bare == "".join(character for character, _ in wanted)
    assert found == [origin for _, origin in wanted]
    assert unwrap(rewrap(bare, found)) == (bare, found)
    assert plain_text(settle((Span(text),))) == bare


def _random_text(chance, origins, depth):
    own = Text(None, (), "", "", str(chance.randrange(9_999_999)))
    parts, characters = [], []
    for _ in range(chance.randrange(1, 4)):
        if depth and chance.random() < 0.5:
            text, inner = _random_text(chance, origins, depth - 1)
            parts.append(text)
            characters += [(c, origin or None) for c, origin in inner]
        else:
            words = "".join(chance.choice("甲乙\n- 。") for _ in range(chance.randrange(1, 5)))
            parts.append(words)
            characters += [(c, None) for c in words]
    joined = "".join(parts)
    if not "".join(c for c, _ in characters).strip() or not joined.strip():
        return joined, [(c, o or "") for c, o in characters]
    marked = origins.wrap(joined, own)
    number = marked[1:].split("@")[0]
    return marked, [(c, o or f"{number}@{n}") for n, (c, o) in enumerate(characters)]


LINES = st.lists(
    st.text(alphabet="甲乙。 #-+{}\u2028", max_size=45).map(lambda t: t.replace("{", "（"))
    | st.text(alphabet="甲乙。", max_size=45).map("- {}".format)
    | st.sampled_from(["# 小标题", "## 再下", "+ 一条", "- 一。", "  - 甲乙。丙", ""]),
    max_size=6,
).map("\n".join)


@settings(max_examples=25)
@given(overview=LINES, own=LINES, after=LINES, goal=LINES, reason=LINES)
def test_random_texts_are_laid_out_alike(overview, own, after, goal, reason):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "inputs" / "one"
        folder.mkdir(parents=True)
        (Path(place) / "jixiao.toml").write_text("", encoding="utf-8")
        (folder / "unit.toml").write_text(
            'year = 2023\nscheme = "mof-2020"\n[unit]\nname = "某馆"\ndate = 2024-03-01\n',
            encoding="utf-8",
        )
        (folder / "p.toml").write_text(
            f'[project]\nname = "购书"\noverview = {literal(overview)}\n'
            f"[funds]\ninitial = 1\nbudget = 1\nspent = 0.5\nexplanation = {literal(reason)}\n"
            f"[goal]\nexpected = {literal(goal)}\nachieved = {literal(goal)}\n"
            f"[text]\nbackground = {literal(own)}\nproblems = {literal(own)}\n"
            f"[text-after]\nanalysis-output = {literal(after)}\nfunds = {literal(after)}\n"
            '[[indicator]]\nclass = "产出/数量"\nname = "购书册数"\ntarget = "≥3个"\nactual = "1个"\n'
            f"reason = {literal(reason)}\n",
            encoding="utf-8",
        )
        library = Library(find_workspace(folder)[0])
        examined = examine(folder, library, is_draft=True)
        plain = documents_of(examined, library, None)
        traced = documents_of(examined, library, Origins())
        assert plain
        for name, document in plain.items():
            ours, theirs = printed_blocks(document), printed_blocks(traced[name])
            assert [(b.key, b.kind, plain_text(b.spans)) for b in ours] == [
                (b.key, b.kind, plain_text(b.spans)) for b in theirs
            ]
