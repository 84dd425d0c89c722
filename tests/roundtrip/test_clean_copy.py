"""The record of a copy without anchors gets them back by the keys of its blocks."""

from generator.load.workspace_folder import find_workspace
from generator.model.order import Order
from generator.roundtrip.bring import Base, former
from generator.roundtrip.clean_copy import is_clean_copy, with_anchors
from generator.roundtrip.files_record import read_record
from generator.use.library import Library
from generator.use.pull.pull_proof import render
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import CHANGES


def test_blocks_that_are_printed_have_the_anchors_of_now_and_the_words_of_then(
    dossier, run, workspace
):
    folder = dossier()
    assert run("build", folder, "--clean")[0] == 0
    outputs = workspace / "outputs" / "library-2023"
    (path,) = outputs.glob("*.docx")
    record = read_record(outputs).files[path.name]
    assert is_clean_copy(record)
    dossier(change=CHANGES["everything"])
    documents = frozenset(document.id for document in record.documents)
    _, rendered = render(folder, Library(find_workspace(folder)[0]), Order(), documents)
    anchored = with_anchors(record, rendered.file)
    assert not is_clean_copy(anchored)
    base = former(Base(anchored), rendered.file)
    assert said(base.file) == said(WordFile(path.read_bytes()))
    assert any(quoted for p in base.file.passages() for quoted in base.printed(p).quoted)


def said(file: WordFile) -> list[str]:
    return [p.text for p in file.passages() if p.text.strip()]
