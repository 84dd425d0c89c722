"""PDFs belong to just the document that they were printed from, and no other PDF is overwritten."""

import json
from typing import NamedTuple

import docx
import pytest

import generator.word.office as offices
from generator.roundtrip.journal import Journal
from generator.roundtrip.record import MANIFEST_FILE
from generator.roundtrip.state_folder import StateFolder

SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}


class Result(NamedTuple):
    data: bytes
    problems: tuple = ()


class Office:
    """Stands in for LibreOffice: its PDF is the document with a mark before it."""

    def __init__(self):
        self.printed = []

    def convert_many(self, sources, kind):
        assert kind == "pdf"
        self.printed += [source.shown for source in sources]
        return [Result(b"%PDF " + source.data) for source in sources]


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
