"""Rows of indicators on their way into a subject: names made unique, scores of rows or of classes."""

from itertools import pairwise

from generator.base.toml import KeyPath
from generator.model.reading import ReadCell
from generator.read.draft import SubjectDraft
from generator.read.indicator_row import Row, set_points
from generator.read.values import is_nothing, number


def place_rows(
    rows: list[Row], subject: SubjectDraft, within: KeyPath, *, is_weighed: bool, is_loose: bool
) -> None:
    """Write the rows down; a score cell that covers several rows is the score of their class.

    Without a column of weights rows may share a score; in a ``loose`` table merges are not told.
    """
    if is_loose and not is_weighed:
        _carry_scores(rows)
    shared = not is_weighed and any(
        a.cells.get("score") is b.cells.get("score") is not None for a, b in pairwise(rows)
    )
    # A class without scores of its own lines is scored as a whole where others are.
    own = () if shared else ("weight", "score", "review")
    old = subject.get((*within, "indicator")) or []
    names = {(r["class"], r["name"]) for r in old}
    for row in rows:
        at = row.cells["name"].place
        if (row.path, row.values["name"]) in names:
            row.values["name"] = _renamed(row, names)
            subject.leave(
                at,
                row.cells["name"].text,
                f"同一类别里有同名指标，改记为“{row.values['name']}”",
            )
        names.add((row.path, row.values["name"]))
        keys = (*within, "indicator", len(subject.get((*within, "indicator")) or []))
        for key, value in row.values.items():
            spot = row.cells.get("level2" if key == "class" else key) or row.cells["name"]
            subject.put((*keys, key), value, spot.place)
        for role in own:
            if cell := row.cells.get(role):
                set_points(role, cell, keys, row, subject)
    if shared:
        _shared(rows, subject, within)


def _shared(rows: list[Row], subject: SubjectDraft, within: KeyPath) -> None:
    """Write one score for each class; a cell over several classes has no place."""
    classes: dict[str, list[ReadCell]] = {}
    for row in rows:
        cell = row.cells.get("score")
        found = classes.setdefault(row.path, [])
        if cell is not None and cell not in found:
            found.append(cell)
    owners: dict[int, set[str]] = {}
    for path, cells in classes.items():
        for cell in cells:
            owners.setdefault(id(cell), set()).add(path)
    for path, cells in classes.items():
        filled = [c for c in cells if not is_nothing(c.text)] or cells[:1]
        if len(filled) != 1 or len(owners[id(filled[0])]) > 1:
            for cell in filled:
                subject.leave(cell.place, cell.text, f"得分格与类别“{path}”对不上")
            continue
        keys = (*within, "shared-score", len(subject.get((*within, "shared-score")) or []))
        cell = filled[0]
        value = number(cell.text)
        subject.put((*keys, "class"), path, cell.place)
        if is_nothing(cell.text):
            subject.put((*keys, "stated", "blank"), value=True, place=cell.place)
        elif value is None:
            subject.leave(cell.place, cell.text, "不是数")
        else:
            subject.put((*keys, "score"), value, cell.place)
            subject.put((*keys, "stated", "score"), value, cell.place)


def _carry_scores(rows: list[Row]) -> None:
    """Let a score hold for the blank cells below it in its class, where merges are not told."""
    for above, row in pairwise(rows):
        score, last = row.cells.get("score"), above.cells.get("score")
        if (
            row.path == above.path
            and score is not None
            and is_nothing(score.text)
            and last is not None
        ):
            row.cells["score"] = last


def _renamed(row: Row, names: set[tuple[str, str]]) -> str:
    number_ = 2
    while (row.path, f"{row.values['name']}（{number_}）") in names:
        number_ += 1
    return f"{row.values['name']}（{number_}）"
