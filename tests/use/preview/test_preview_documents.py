"""A draft in memory prints what a build of a draft writes."""

import pytest

from generator.load.workspace_folder import find_workspace
from generator.model.order import Order
from generator.use.build.build import build
from generator.use.library import Library
from generator.use.preview.preview_documents import draft


def test_a_draft_in_memory_has_the_bytes_of_a_draft_that_is_written(dossier):
    folder = dossier(change={'actual = "8%"\n': ""})
    library = Library(find_workspace(folder)[0])
    drafted = draft(folder, library)
    target = folder.parent / "there"
    built = build(folder, library, Order(outputs=target, is_draft=True))
    assert {file.name: file.data for file in drafted.files} == {
        own.path.name: own.path.read_bytes() for own in built.results
    }
    shown = {own.figure: own.shown for file in drafted.files for own in file.printed if own.figure}
    assert shown["books/funds.spent"]
    assert shown.keys() <= drafted.book.keys()


def test_words_know_the_text_that_they_came_from(dossier):
    folder = dossier()
    drafted = draft(folder, Library(find_workspace(folder)[0]))
    keys = {own.text.keys for own in drafted.files[0].printed if own.text and own.text.source}
    assert ("goal", "expected") in keys


def test_what_cannot_be_read_says_why(dossier):
    folder = dossier(project="[project")
    drafted = draft(folder, Library(find_workspace(folder)[0]))
    assert any(problem.stops for problem in drafted.problems)


@pytest.mark.parametrize(
    ("change", "is_same"),
    [
        (("丰富馆藏。", "充实馆藏。"), False),
        (("[goal]", "# 一行说明\n[goal]"), False),  # it prints the same, from another line
        (("", ""), True),
    ],
)
def test_a_file_is_the_very_same_only_where_nothing_of_it_moved(dossier, change, is_same):
    folder = dossier()
    library = Library(find_workspace(folder)[0])
    before = draft(folder, library)
    path = folder / "books.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    after = draft(folder, library, before=before)
    assert [own is was for own, was in zip(after.files, before.files, strict=True)] == [is_same]
