"""C01: labels of paragraphs and cells behind whose colon nothing stands, grades, totals, single scores and weights."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.read.given_answers import Entry
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_LONGEST = 100
_COLONS = frozenset(":：")
_MOST_LABELS = 4  # of a row that asks for grade, points and the like
_LABEL_AND_POINTS = 2
_OPTIONS = Pattern(r"\s*[（(][^（）()]{1,20}[)）]\s*(?=[:：]?\s*$)")  # 等级（优、良、中、差）
_DAY_TO_FILL_IN = r"(?:\s*(?:20[0-9]{2})?\s*年\s*(?:[0-9]{1,2})?\s*月\s*日)?"
_YEAR_BESIDE = r"[（(]?20[0-9]{2}年度[）)]?(?:\s|$)"  # 填报单位：　　2023年度
_STAMP = r"(?:[（(][^（）()]{1,6}[)）])?"


def lines(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“填报日期：” at the end of a line, or before the next label of it."""
    if not form.is_evaluation:
        return
    blank = _blank(words.words("must-be-filled"))
    told: set[str] = set()
    filled = {e.place for e in _before_values(form)}
    for entry in form.entries:
        if _COLONS.isdisjoint(entry.text):  # nearly all cells are values
            continue
        text = half_width(entry.text)
        for found in blank.finditer(text) if len(text) <= _LONGEST else ():
            if entry.place in filled and not text[found.end() :].strip():
                continue
            if found["label"] not in told:
                told.add(found["label"])
                yield Finding("labelled-blank", entry.place, name=found["label"])


@lru_cache(maxsize=4)
def _blank(labels: tuple[str, ...]) -> Pattern:
    return Pattern(
        rf"(?<![一-鿿])(?P<label>{'|'.join(map(re.escape, labels))}){_STAMP}\s*[:：]{_DAY_TO_FILL_IN}\s*"
        rf"(?=$|\n|[一-鿿（）()]{{2,12}}[:：]|{_YEAR_BESIDE})"
    )


def _before_values(form: PrintedForm) -> Iterator[Entry]:
    """Give the cells right behind which, in the same row, stands something that is no label."""
    cells = [e for e in form.entries if e.place.table]
    for entry, behind in pairwise(cells):
        at, next_to = entry.place, behind.place
        is_beside = (at.table, at.row, at.sheet) == (next_to.table, next_to.row, next_to.sheet)
        if is_beside and behind.what != "栏目名":
            yield entry


def grade(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The cell for the grade is there, and blank, while the form is scored."""
    if form.grade or not form.is_evaluation or (form.total is None and not form.claimed_total):
        return
    cells = [e for e in form.entries if e.place.table]
    for entry in cells:
        name = _OPTIONS.sub("", half_width(entry.text).strip()).rstrip(":：_ ")
        if not words.is_one("grade-label", name) or entry.answer == "used":
            continue
        at = entry.place
        row = [e for e in cells if (e.place.table, e.place.row) == (at.table, at.row)]
        if len(row) > _MOST_LABELS and all(e.what == "栏目名" for e in row):
            continue  # a header: the grades stand below
        behind = [e for e in row if e.place.column > at.column]
        if not behind or behind[0].what == "栏目名":
            yield Finding("grade-blank", at)
            return


def total(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The row of the total is there without a score, while its rows have theirs."""
    rows = [row for row in form.rows if row.name]
    is_shared = bool(form.shared) and all(shared.score for shared in form.shared)
    is_scored = bool(rows) and (is_shared or all(row.score for row in rows))
    if form.total is not None or form.claimed_total or not is_scored or not form.is_evaluation:
        return
    cells = [e for e in form.entries if e.place.table]
    for entry in cells:
        if not words.is_one("total-label", half_width(entry.text).strip().rstrip(":：")):
            continue
        at = entry.place
        row = [e for e in cells if (e.place.table, e.place.row) == (at.table, at.row)]
        row = [e for e in row if not _is_grade(e, words)]
        # Beside the label stand the points of the whole, and nothing that could be a score.
        if len(row) <= _LABEL_AND_POINTS and all(e.place.column >= at.column for e in row):
            yield Finding("total-blank", at)
            return


def _is_grade(entry: Entry, words: Vocabulary) -> bool:
    """Tell 优 and 等级：优, which stand in the row of the total as well."""
    label, _, said = half_width(entry.text).replace("：", ":").strip().rpartition(":")
    is_label = words.is_one("grade-label", label or said)
    return is_label or (not label and any(words.is_one(f"grade-{g}", said) for g in "abcd"))


def single(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A score or a weight is missing in single rows of a form where the others have it."""
    del words
    if not form.is_evaluation or form.shared:
        return
    # A form without a column of targets has what is wanted in the names of its rows.
    rows = [row for row in form.rows if row.name and (row.target or "target" not in form.columns)]
    for column, id in (("score", "score-blank"), ("weight", "weight-blank")):
        blank = [row for row in rows if getattr(row, column) is None]
        if blank and len(blank) * 2 < len(rows):
            for row in blank:
                yield Finding(id, row.place, name=row.name.text)
