"""PDFs belong to just the document that they were printed from, and no other PDF is overwritten."""

import json
import shutil
from typing import NamedTuple

import docx
import pytest

import generator.word.office as offices
from generator.base.problem import Place, Problem, Severity
from generator.batch.batch_pdf import Printing
from generator.batch.unit_of_work import Outcome
from generator.model.order import Order
from generator.roundtrip.files_record import MANIFEST_FILE
from generator.roundtrip.journal import Journal
from generator.roundtrip.state_folder import StateFolder
from generator.use.build.with_pdfs import build_with_pdfs
from generator.use.libraries import Libraries

SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}


class Result(NamedTuple):
    data: bytes
    problems: tuple = ()


class Office:
    """Stands in for LibreOffice: its PDF is the document with a mark before it."""

    def __init__(self):
        self.printed, self.starts = [], 0

    def convert_each(self, sources, kind):
        assert kind == "pdf"
        self.starts += 1
        self.printed += [source.shown for source in sources]
        yield from ((n, Result(b"%PDF " + own.data)) for n, own in enumerate(sources))


@pytest.fixture
def office(monkeypatch):
    made = Office()
    monkeypatch.setattr(offices, "find_office", lambda: made)
    return made


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


@pytest.fixture
def printed(dossier, run, outputs, office):
    folder = dossier()
    run("build", folder, "--pdf")
    (path,), (pdf,) = outputs.glob("*.docx"), outputs.glob("*.pdf")
    assert pdf.read_bytes() == b"%PDF " + path.read_bytes()
    office.printed.clear()
    return folder, path, pdf


def test_a_pdf_of_the_present_document_is_not_printed_again(printed, run, office):
    folder, _, _ = printed
    run("build", folder, "--pdf")
    assert office.printed == []


def test_a_missing_pdf_is_printed_although_the_document_is_unchanged(printed, run):
    folder, path, pdf = printed
    pdf.unlink()
    _, _, err = run("build", folder, "--pdf")
    assert "重建 1" in err
    assert pdf.read_bytes() == b"%PDF " + path.read_bytes()


def test_a_pdf_of_an_earlier_document_is_named_and_printed_when_asked(printed, run, dossier):
    folder, path, pdf = printed
    dossier(change=SPENT)
    for _ in range(2):
        _, out, _ = run("build", folder)
        assert "O24" in out
        assert pdf.name in out
    assert "O24" not in run("build", folder, "--pdf")[1]
    assert pdf.read_bytes() == b"%PDF " + path.read_bytes()
    assert "O24" not in run("build", folder)[1]


def test_the_pdf_of_a_persons_file_is_that_of_their_file(printed, run):
    folder, path, pdf = printed
    document = docx.Document(str(path))
    document.add_paragraph("馆长写的。")
    document.save(str(path))
    run("build", folder, "--pdf")
    assert pdf.read_bytes() == b"%PDF " + path.read_bytes()


def test_a_pdf_that_somebody_made_or_marked_stays_and_ours_lies_beside(
    printed, run, dossier, office
):
    folder, path, pdf = printed
    pdf.write_bytes(b"%PDF with notes")
    dossier(change=SPENT)
    _, out, _ = run("build", folder, "--pdf")
    assert "O03" in out
    assert pdf.read_bytes() == b"%PDF with notes"
    beside = pdf.with_name(f"{pdf.stem}（新版）.pdf")
    assert beside.read_bytes() == b"%PDF " + path.read_bytes()
    office.printed.clear()
    run("build", folder, "--pdf")
    assert office.printed == []


def test_a_pdf_of_which_0_1_0_remembered_nothing_is_refreshed_and_kept(
    printed, run, dossier, outputs
):
    folder, path, pdf = printed
    record = outputs / MANIFEST_FILE
    data = json.loads(record.read_text("utf-8"))
    del data["pdfs"]
    record.write_text(json.dumps({**data, "format": 5}), "utf-8")
    pdf.write_bytes(b"%PDF of 0.1.0")
    dossier(change=SPENT)
    assert "O24" not in run("build", folder)[1]  # nobody knows which document it is of
    run("build", folder, "--pdf")
    assert pdf.read_bytes() == b"%PDF " + path.read_bytes()
    state = StateFolder(outputs)
    (command,) = Journal(state).commands
    assert state.get(command.changes[0].before) == b"%PDF of 0.1.0"
    run("undo")
    assert pdf.read_bytes() == b"%PDF of 0.1.0"


@pytest.fixture
def three(dossier, workspace):
    """Three dossiers in one workspace."""
    first = dossier()
    for number in (2, 3):
        shutil.copytree(first, workspace / "inputs" / f"library-{number}")
    return workspace / "inputs"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_office_starts_once_for_all_dossiers(three, workspace, run, office, jobs, tmp_path):
    report = tmp_path / "report.json"
    _, _, err = run("build", three, "--pdf", "--jobs", jobs, "--report", report)
    assert office.starts == 1
    assert len(office.printed) == 3
    for path in workspace.glob("outputs/*/*.docx"):
        assert path.with_suffix(".pdf").read_bytes() == b"%PDF " + path.read_bytes()
    assert err.count("的 PDF：重建 1") == 3
    dossiers = json.loads(report.read_text("utf-8"))["dossiers"]
    assert [len(own["written"]) for own in dossiers] == [2, 2, 2]
    assert [own["files"]["rebuilt"] for own in dossiers] == [2, 2, 2]


def test_only_what_is_due_is_printed(three, workspace, run, office):
    run("build", three, "--pdf")
    office.printed.clear()
    (gone,) = workspace.glob("outputs/library-2/*.pdf")
    gone.unlink()
    _, _, err = run("build", three, "--pdf")
    assert len(office.printed) == 1
    assert err.count("的 PDF：未变 1") == 2
    assert gone.is_file()


def test_one_document_that_fails_leaves_the_others(three, workspace, run, office, monkeypatch):
    fault = Problem("O11", Severity.ERROR, "没有转换成功", Place("x.docx"))
    whole = office.convert_each

    def convert_each(sources, kind):
        for number, result in whole(sources, kind):
            yield (
                number,
                (Result(None, (fault,)) if "library-2/" in sources[number].shown else result),
            )

    monkeypatch.setattr(office, "convert_each", convert_each)
    code, out, err = run("build", three, "--pdf")
    assert code == 1
    assert out.count("O11") == 1
    assert "library-2 的 PDF：没有 1" in err
    assert len(list(workspace.glob("outputs/*/*.pdf"))) == 2


def test_a_stale_pdf_is_named_when_it_could_not_be_printed_anew(
    printed, run, dossier, office, monkeypatch
):
    folder, _, pdf = printed
    dossier(change=SPENT)

    def failing(sources, kind):
        yield 0, Result(None, ())

    monkeypatch.setattr(office, "convert_each", failing)
    _, out, _ = run("build", folder, "--pdf")
    assert "O24" in out
    assert pdf.name in out


def test_without_an_office_that_is_said_once_and_documents_are_written(
    three, workspace, run, monkeypatch
):
    missing = Problem("O10", Severity.ERROR, "没有找到 LibreOffice")
    monkeypatch.setattr(offices, "find_office", lambda: missing)
    code, out, _ = run("build", three, "--pdf")
    assert code == 1
    assert out.count("O10") == 1
    assert len(list(workspace.glob("outputs/*/*.docx"))) == 3


def test_what_is_printed_before_an_interrupt_is_known_and_the_rest_is_printed_later(
    three, workspace, run, office, monkeypatch
):
    whole = office.convert_each

    def interrupted(sources, kind):
        yield next(whole(sources, kind))
        raise KeyboardInterrupt

    monkeypatch.setattr(office, "convert_each", interrupted)
    assert run("build", three, "--pdf")[0] == 130
    assert len(list(workspace.glob("outputs/*/*.pdf"))) == 1
    assert not list(workspace.glob("outputs/*/.jixiao-*.tmp"))
    monkeypatch.setattr(office, "convert_each", whole)
    office.printed.clear()
    _, out, _ = run("build", three, "--pdf")
    assert len(office.printed) == 2
    assert "O03" not in out


def test_a_persons_pdf_is_told_as_long_as_it_lies_there(printed, run, office):
    folder, _, pdf = printed
    pdf.write_bytes(b"%PDF with notes")
    for _ in range(2):
        _, out, _ = run("build", folder, "--pdf")
        assert "O03" in out
    assert len(office.printed) == 1


def test_the_pdf_of_a_new_version_is_not_taken_for_that_of_its_document(printed, run, dossier):
    folder, path, pdf = printed
    document = docx.Document(str(path))
    document.add_paragraph("馆长写的。")
    document.save(str(path))
    pdf.write_bytes(b"%PDF with notes")
    dossier(change=SPENT)
    run("build", folder, "--pdf", "--on-edited", "keep")
    new = path.with_name(f"{path.stem}（新版）.docx")
    assert new.with_suffix(".pdf").read_bytes() == b"%PDF " + new.read_bytes()
    own = path.with_name(f"{path.stem}（新版2）.pdf")
    assert own.read_bytes() == b"%PDF " + path.read_bytes()


def test_a_pdf_that_is_out_of_date_is_removed_where_the_workspace_says_so(
    printed, run, dossier, workspace
):
    folder, _, pdf = printed
    (workspace / "jixiao.toml").write_text('on-outdated-pdf = "remove"\n', "utf-8")
    run("build", folder)
    assert pdf.exists()  # it belongs to its document
    dossier(change=SPENT)
    _, out, _ = run("build", folder)
    assert "已删去" in out
    assert not pdf.exists()
    assert "O24" not in run("build", folder)[1]


def test_a_pdf_that_somebody_marked_is_never_removed(printed, run, dossier, workspace):
    folder, _, pdf = printed
    (workspace / "jixiao.toml").write_text('on-outdated-pdf = "remove"\n', "utf-8")
    pdf.write_bytes(b"%PDF with notes")
    dossier(change=SPENT)
    assert "O24" in run("build", folder)[1]
    assert pdf.read_bytes() == b"%PDF with notes"


def test_a_pdf_without_its_document_is_named(printed, run, dossier):
    folder, path, pdf = printed
    path.unlink()
    dossier(change={'name = "图书购置"': 'name = "图书采购"'})
    _, out, _ = run("build", folder)
    assert "已经不在了" in out
    assert pdf.exists()


def test_whoever_breaks_off_ends_the_office(three, workspace, run, office, monkeypatch):
    run("build", three)
    ended = []
    whole = office.convert_each

    def convert_each(sources, kind):
        try:
            yield from whole(sources, kind)
        finally:
            ended.append(True)

    monkeypatch.setattr(office, "convert_each", convert_each)
    paths = tuple(workspace.glob("outputs/*/*.docx"))
    printing = Printing([Outcome(path.parent, (), documents=(path,)) for path in paths])
    next(iter(printing))
    assert not ended
    printing.close()
    assert ended == [True]


def test_one_dossier_is_built_and_printed_at_once(dossier, office):
    folder = dossier()
    library, _ = Libraries().of(folder)
    for is_new in (True, False):
        built = build_with_pdfs(folder, library, Order(wants_pdf=True))
        assert [r.path.suffix for r in built.results] == [".docx", *([".pdf"] if is_new else [])]
    assert office.starts == 1
    assert built.results[0].path.with_suffix(".pdf").is_file()
