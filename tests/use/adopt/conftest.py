"""One form adopted, another of the same kind printed by it."""

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.adopt.comparing import compare
from generator.use.adopt.looking import look
from generator.use.adopt.plan import make_plan
from generator.use.foreign_documents import Recogniser
from generator.use.foreign_file import read_foreign
from generator.use.library import Library
from generator.use.workspace_labels import make_label_book
from generator.word.reading.document_words import read_docx_bytes


@pytest.fixture
def twin(run, workspace):
    """Adopt one form, import and print another; return the differences, what was said, the template."""

    def go(first, second):
        (workspace / "first.docx").write_bytes(first)
        other = workspace / "second.docx"
        other.write_bytes(second)
        run("adopt", workspace / "first.docx", "-o", workspace, "--id", "own")
        _, said, _ = run("import", other, "-o", workspace / "inputs" / "y", "--scheme", "own")
        run("build", workspace / "inputs" / "y", "--as-stated")
        made = sorted((workspace / "outputs" / "y").glob("*.docx"))
        found = [compare(read_foreign(other)[0], read_foreign(one)[0]) for one in made]
        template = read_foreign(workspace / "templates" / "docx" / "own.docx")[0]
        best = min(found, key=lambda one: len(one.differences))
        return best.differences, said, [text for _, text, _ in template.said()]

    return go


@pytest.fixture
def seen(workspace):
    """Look at a form; return it with the labels that it was read by."""

    def go(data):
        library = Library(find_workspace(workspace)[0])
        book, _ = make_label_book(library.packs)
        document, _ = read_docx_bytes(data, "form.docx")
        return look(document, Recogniser(library, book, knows_own_forms=False), book), book

    return go


@pytest.fixture
def planned(seen):
    """Plan the tags of a form, without printing it."""
    return lambda data: make_plan(*seen(data))
