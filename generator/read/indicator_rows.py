"""Rows of indicators on their way into a subject: names made unique, scores of rows or of classes."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.base.toml import KeyPath
from generator.read.draft import SubjectDraft
from generator.read.indicator_row import Row, set_points
from generator.read.joint_scores import put_deductions, put_joint
from generator.read.label_book import points_in
from generator.read.printed_values import one_line, words
from generator.read.shared_scores import POINTS, put_shared_scores, put_whole, whole_classes


def place_rows(
    rows: list[Row], subject: SubjectDraft, within: KeyPath, *, is_weighed: bool, is_loose: bool
) -> None:
    """Write the rows down; a score cell that covers several rows is the score of their class.

    Without a column of weights rows may share a score; in a ``loose`` table merges are not told.
    """
    printed = [] if is_weighed else _printed_points(rows)
    if is_loose and not is_weighed:
        _carry_scores(rows)
    shared = not is_weighed and any(
        a.cells.get("score") is b.cells.get("score") is not None for a, b in pairwise(rows)
    )
    whole = {} if shared or not is_weighed else whole_classes(rows)
    joint = {} if shared else _joint_cells(rows, whole)
    names = {(r["class"], r["name"]) for r in subject.get((*within, "indicator")) or []}
    taken: set[int] = set()
    places: list[KeyPath] = []
    for row in rows:
        keys = (*within, "indicator", len(subject.get((*within, "indicator")) or []))
        places.append(keys)
        _put_row(row, keys, names, subject)
        # A class without scores of its own lines is scored as a whole where others are.
        if printed:
            cell = row.cells["name"]
            subject.put((*keys, "weight"), printed.pop(0), cell.place)
        if not shared:
            left = {*whole.get(row.path, ())} | ({"score"} if _is_in(row, joint) else set())
            _put_points(row, [r for r in POINTS if r not in left], keys, taken, subject)
    if shared:
        put_shared_scores(rows, places, subject, within)
    for path, roles in whole.items():
        put_whole(path, roles, [r for r in rows if r.path == path], subject, within)  # they are few
    for members in joint.values():
        put_joint(members, subject, within)
    put_deductions(rows, places, subject)


def _joint_cells(rows: Sequence[Row], whole: Mapping[str, tuple[str, ...]]) -> dict[int, list[Row]]:
    """Return the score cells that reach over rows with weights of their own and are no class's score."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        cell = row.cells.get("score")
        if cell is not None and cell.height > 1 and "score" not in whole.get(row.path, ()):
            found.setdefault(id(cell), []).append(row)
    return {
        cell: own
        for cell, own in found.items()
        if len(own) > 1 and len({id(r.cells.get("weight")) for r in own}) > 1
    }


def _is_in(row: Row, joint: Mapping[int, list[Row]]) -> bool:
    cell = row.cells.get("score")
    return cell is not None and id(cell) in joint


def _printed_points(rows: Sequence[Row]) -> list[Decimal]:
    """Return the weights that stand behind the names, where they do behind all of them: 新建水窖（20分）."""
    found = [points_in(row.cells["name"].text) for row in rows]
    points = [p for p, row in zip(found, rows, strict=True) if p and _ends_in_points(row)]
    return points if len(points) == len(rows) else []


def _ends_in_points(row: Row) -> bool:
    return row.cells["name"].text.rstrip("）) \n").endswith("分")


def _put_row(row: Row, keys: KeyPath, names: set[tuple[str, str]], subject: SubjectDraft) -> None:
    at = row.cells["name"].place
    if (row.path, row.values["name"]) in names:
        row.values["name"] = _renamed(row, names)
        subject.leave(
            at,
            row.cells["name"].text,
            f"同一类别里有同名指标，改记为“{row.values['name']}”",
        )
    names.add((row.path, row.values["name"]))
    for key, value in row.values.items():
        spot = row.cells.get("level2" if key == "class" else key) or row.cells["name"]
        subject.put((*keys, key), value, spot.place)
    for label, cell in row.own.items():
        subject.put(("fields", f"{label}·{row.values['name']}"), one_line(cell.text), cell.place)
    remark = row.cells.get("review-reason")
    if remark is not None and not row.book.phrases.says_nothing(remark.text):
        subject.put((*keys, "review", "remark"), words(remark.text), remark.place)


def _put_points(
    row: Row, roles: Sequence[str], keys: KeyPath, taken: set[int], subject: SubjectDraft
) -> None:
    """Write the points of a row; a cell over several rows counts once, for the first of them."""
    for role in roles:
        cell = row.cells.get(role)
        if cell is None:
            continue
        if cell.height > 1 and id(cell) in taken:
            subject.remarks.append(
                f"“{row.values['name']}”与上一行共用一格“{cell.text[:10]}”，只记在第一行（{cell.place}）"
            )
            continue
        taken.add(id(cell))
        set_points(role, cell, keys, row, subject)


def _carry_scores(rows: list[Row]) -> None:
    """Let a score hold for the blank cells below it in its class, where merges are not told."""
    for above, row in pairwise(rows):
        score, last = row.cells.get("score"), above.cells.get("score")
        if (
            row.path == above.path
            and score is not None
            and row.book.phrases.says_nothing(score.text)
            and last is not None
        ):
            row.cells["score"] = last


def _renamed(row: Row, names: set[tuple[str, str]]) -> str:
    number_ = 2
    while (row.path, f"{row.values['name']}（{number_}）") in names:
        number_ += 1
    return f"{row.values['name']}（{number_}）"
