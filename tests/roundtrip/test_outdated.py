"""Numbers of the last version in words of the person's own: which are told, and which are left alone."""

import pytest

from generator.roundtrip.outdated import Outdated, find_outdated, moved_figures


def shown(**figures: str) -> dict[str, list[str]]:
    return {figure: [words] for figure, words in figures.items()}


@pytest.mark.parametrize(
    ("old", "now", "is_telling"),
    [
        ("95万元", "96万元", True),
        ("5万元", "6万元", True),  # money is telling, however small
        ("5%", "6%", True),
        ("５％", "６％", True),
        ("5批", "6批", False),
        ("16批", "17批", False),
        ("324次", "331次", True),
        ("20,500册", "20,700册", True),
        ("324", "331", False),  # of what?
        ("79.6", "80.3", True),  # an amount, as it stands in tables
        ("9.6", "9.3", False),
        ("健全", "较健全", False),
    ],
)
def test_a_figure_that_moved_is_telling_with_a_unit_and_digits_enough(old, now, is_telling):
    found = moved_figures(shown(f=old), shown(f=now))
    assert list(found.values()) == ([("f", now)] if is_telling else [])


def test_what_another_figure_shows_now_is_not_outdated():
    before, after = shown(f="95万元", g="96万元"), shown(f="96万元", g="95万元")
    assert moved_figures(before, after) == {}


def test_a_figure_that_is_gone_has_nothing_to_become():
    assert moved_figures(shown(f="95万元"), shown(g="7万元")) == {}


def test_a_figure_that_stands_still_is_not_outdated():
    assert moved_figures(shown(f="95万元"), shown(f="95万元")) == {}


MOVED = {"95万元": ("f", "96万元"), "5%": ("g", "6%")}


@pytest.mark.parametrize(
    ("text", "own", "words"),
    [
        ("另付95万元整", [(0, 8)], ["95万元"]),
        ("另付９５万元整", [(0, 8)], ["９５万元"]),
        ("另付195万元", [(0, 7)], []),
        ("另付0.95万元", [(0, 8)], []),
        ("占5%，又5%", [(0, 7)], ["5%", "5%"]),
        ("占15%", [(0, 4)], []),
        ("另付95万元", [(0, 2)], []),
        ("另付95万元", [(0, 3)], ["95万元"]),
        ("另付95万元", [(6, 6)], []),
        ("另付95万元", [], []),
        ("另付96万元", [(0, 6)], []),
    ],
    ids=[
        *("typed", "wide digits", "part of a number", "behind a point", "twice", "part of a rate"),
        *("beside their words", "reaching in", "nothing typed", "all ours", "up to date"),
    ],
)
def test_an_outdated_number_in_the_persons_words_is_found(text, own, words):
    found = list(find_outdated(text, own, MOVED))
    assert [one.words for one in found] == words
    assert all(isinstance(one, Outdated) and one.now in {"96万元", "6%"} for one in found)


def test_a_number_is_told_once_with_its_unit_and_in_the_same_unit():
    old, now = {"f": ["95.31", "95.31万元"]}, {"f": ["96.42", "96.42万元"]}
    found = list(find_outdated("另付95.31万元，又95.31", [(0, 20)], moved_figures(old, now)))
    assert [(one.words, one.now) for one in found] == [
        ("95.31万元", "96.42万元"),
        ("95.31", "96.42"),
    ]


def test_of_figures_that_went_apart_none_is_named():
    before = shown(f="95万元", g="95万元", h="7万元", i="7万元")
    after = shown(f="96万元", g="97万元", h="8万元", i="8万元")
    assert moved_figures(before, after) == {
        "95万元": ("", "96万元或97万元"),
        "7万元": ("h", "8万元"),
    }
