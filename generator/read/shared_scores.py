"""Scores that a class has in common: one cell of points over all of its rows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell
from generator.read.draft import SubjectDraft, rows_in
from generator.read.form_words import Vocabulary
from generator.read.indicator_row import Row, set_points
from generator.read.joint_scores import put_joint
from generator.read.printed_values import number

POINTS = ("weight", "score", "review")


def whole_classes(rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """Return the classes whose rows all share one cell of points, with the roles that they share."""
    groups: dict[str, list[Row]] = {}
    owners: dict[int, set[str]] = {}
    for row in rows:
        groups.setdefault(row.path, []).append(row)
        for role in POINTS:
            if role in row.cells:
                owners.setdefault(id(row.cells[role]), set()).add(row.path)
    found: dict[str, tuple[str, ...]] = {}
    for path, own in groups.items():
        roles = tuple(r for r in POINTS if len(own) > 1 and _is_one_cell(r, own, owners))
        if "score" in roles:
            found[path] = roles
    return found


def _is_one_cell(role: str, own: Sequence[Row], owners: Mapping[int, set[str]]) -> bool:
    cell = own[0].cells.get(role)
    is_one = cell is not None and all(row.cells.get(role) is cell for row in own)
    return is_one and len(owners[id(cell)]) == 1


def put_whole(
    path: str, roles: Sequence[str], rows: Sequence[Row], subject: SubjectDraft, within: KeyPath
) -> None:
    """Write the score of a class whose rows have weights, or share one as well."""
    keys = (*within, "shared-score", len(subject.get((*within, "shared-score")) or []))
    cells = rows[0].cells
    score = cells["score"]
    subject.put((*keys, "class"), path, score.place)
    weights = [number(r.cells["weight"].text) for r in rows if "weight" in r.cells]
    weight = weights[0] if "weight" in roles else None
    if "weight" not in roles and all(w is not None for w in weights):
        weight = sum((w for w in weights if w is not None), Decimal(0))
    if weight is not None:
        subject.put((*keys, "weight"), weight, cells["weight"].place)
    _put_shared(keys, score, subject, rows[0].book.phrases)
    if "review" in roles and (checked := number(cells["review"].text)) is not None:
        subject.put((*keys, "review", "score"), checked, cells["review"].place)


def put_shared_scores(
    rows: list[Row], places: Sequence[KeyPath], subject: SubjectDraft, within: KeyPath
) -> None:
    """Write one score for each class; a cell over rows of several classes is kept for what it is."""
    phrases = rows[0].book.phrases
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
    told: set[int] = set()
    for path, cells in _by_upper(classes, owners).items():
        filled = [c for c in cells if not phrases.says_nothing(c.text)] or cells[:1]
        if len(filled) == 1 and len(owners.get(id(filled[0]), ())) <= 1:
            keys = (*within, "shared-score", len(subject.get((*within, "shared-score")) or []))
            subject.put((*keys, "class"), path, filled[0].place)
            _put_shared(keys, filled[0], subject, phrases)
            continue
        for cell in filled:
            if id(cell) not in told:
                told.add(id(cell))
                _put_alone(cell, rows, places, subject, within)


def _put_alone(
    cell: ReadCell,
    rows: Sequence[Row],
    places: Sequence[KeyPath],
    subject: SubjectDraft,
    within: KeyPath,
) -> None:
    """Write a score that is no class's: that of its one row, or of several rows together."""
    own = [n for n, row in enumerate(rows) if row.cells.get("score") is cell]
    if len(own) == 1:
        set_points("score", cell, places[own[0]], rows[own[0]], subject)
    else:
        put_joint([rows[n] for n in own], subject, within)


def _put_shared(keys: KeyPath, cell: ReadCell, subject: SubjectDraft, phrases: Vocabulary) -> None:
    """Write the score that a class has in common: a number, a blank, or words that are listed."""
    value = number(cell.text)
    if phrases.says_nothing(cell.text):
        subject.put((*keys, "stated", "blank"), value=True, place=cell.place)
    elif value is None:
        subject.leave(cell.place, cell.text, "不是数")
    else:
        subject.put((*keys, "score"), value, cell.place)
        subject.put((*keys, "stated", "score"), value, cell.place)


def _by_upper(
    classes: Mapping[str, list[ReadCell]], owners: dict[int, set[str]]
) -> dict[str, list[ReadCell]]:
    """Give a cell that reaches over all the lower classes of one upper class to that class."""
    found: dict[str, list[ReadCell]] = {}
    for path, cells in classes.items():
        upper = path.partition("/")[0]
        below = {p for p in classes if p.partition("/")[0] == upper}
        is_whole = len(cells) == 1 and len(below) > 1 and owners[id(cells[0])] == below
        found.setdefault(upper if is_whole else path, cells)
        if is_whole:
            owners[id(cells[0])] = {*below}
    for path, cells in found.items():
        if path not in classes:
            owners[id(cells[0])] = {path}
    return found


def keep_upper_scores(subject: SubjectDraft) -> None:
    """Keep the score of a whole upper class as a field: inputs give scores to the lowest classes only."""
    known = {str(row["class"]) for _, row in rows_in(subject.values)}
    shared = subject.values.get("shared-score") or []
    for number_, own in enumerate(shared):
        path = str(own["class"])
        if path in known or not any(name.startswith(f"{path}/") for name in known):
            continue
        score, place = own.get("score"), subject.places.get(("shared-score", number_, "class"))
        if score is None or place is None:
            continue
        name = f"得分·{path}"
        subject.values.setdefault("fields", {}).setdefault(name, plain(score))
        subject.places[("fields", name)] = place
        subject.remarks.append(
            f"“{path}”各类指标共用一格得分 {plain(score)}，记在 [fields] 的“{name}”（{place}）"
        )
    left = [o for o in shared if str(o["class"]) in known]
    if len(left) < len(shared):
        subject.values["shared-score"] = left
        if not left:
            del subject.values["shared-score"]
