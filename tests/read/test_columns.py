"""Columns are found by joint evidence: a heading worded otherwise, or all of them, say the same."""

from collections import Counter

import pytest

from tests.foreign import read_word, understood
from tests.read.indicator_forms import FORMS

# Wordings that no list of labels holds and that share no sign with one.
UNKNOWN = ("甲栏", "乙栏", "丙栏", "丁栏", "戊栏", "己栏", "庚栏", "辛栏", "壬栏", "癸栏", "子栏", "丑栏", "寅栏", "卯栏")  # fmt: skip


def facts(document) -> Counter:
    """What a reading says of indicators: name, key and value of each."""
    found: Counter = Counter()
    for subject in understood(document).subjects:
        for row in subject.values.get("indicator", ()):
            about = (row["class"], row["name"])
            found[(*about, "name")] += 1
            for key in ("target", "actual", "weight", "reason", "basis", "direction"):
                if row.get(key) not in (None, ""):
                    found[(*about, key, row[key])] += 1
            for key in ("score", "blank"):
                if key in row.get("stated", {}):
                    found[(*about, key, row["stated"][key])] += 1
            for key, value in row.get("review", {}).items():
                found[(*about, key, value)] += 1
    return found


def headings(form) -> list[tuple[int, int]]:
    """The cells of a header that say something."""
    first, behind = form.header
    return [
        (r, c)
        for r in range(first, behind)
        for c, text in enumerate(form.rows[r])
        if text not in ("<", "^", "")
    ]


def reworded(form, cells) -> list[list[str]]:
    rows = [list(row) for row in form.rows]
    for number, (r, c) in enumerate(cells):
        rows[r][c] = UNKNOWN[number % len(UNKNOWN)]
    return rows


def kept(form, rows, read) -> tuple[int, int]:
    """How many facts are read as before, and how many there are; what is new counts against it."""
    before, after = facts(read(form.rows)), facts(read(rows))
    lost, new = sum((before - after).values()), sum((after - before).values())
    total = sum(before.values())
    return total - min(total, max(lost, new)), total


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f.name)
def test_each_layout_gives_all_its_facts(form):
    assert sum(facts(read_word(form.rows)).values()) == form.facts


def test_one_heading_worded_otherwise_changes_nothing():
    right = total = 0
    for form in FORMS:
        for cell in headings(form):
            good, whole = kept(form, reworded(form, [cell]), read_word)
            right, total = right + good, total + whole
    assert right / total >= 0.99


def test_all_headings_worded_otherwise_change_next_to_nothing():
    right = total = 0
    for form in FORMS:
        good, whole = kept(form, reworded(form, headings(form)), read_word)
        right, total = right + good, total + whole
    assert right / total >= 0.97


def test_no_unknown_heading_becomes_a_value():
    for form in FORMS:
        text = str(
            [s.values for s in understood(read_word(reworded(form, headings(form)))).subjects]
        )
        assert not [word for word in UNKNOWN if word in text]
