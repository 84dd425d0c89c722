"""C07, C06, C11: what was copied instead of being filled in."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS
from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.cut_ends import (
    is_cut,
    is_left_hanging,
    is_open_range,
    lacks_object,
    means_to_act,
    wants_object,
)
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_UNWRITTEN = Pattern(
    rf"(?:(?:年度|总体|实际)?(?:目标|完成情况|任务)?[0-9{NUMERALS}]{{0,2}}[:：、.．]?[….。·*]{{1,12}}){{1,9}}"
)
_BARE_NUMBER = Pattern(r"[0-9]+(?:\.[0-9]+)?[%％]?")
_SIGN = Pattern(r"\s*[≥≧⩾≤≦⩽＞＜><]")
_SIGN_OF_TARGET = Pattern(r"^[≥≧⩾≤≦⩽＞＜><=＝═]")
_GOES_ON = ("，", "、", ",")
_OPEN_BRACKET = Pattern(r"[（(《][^）)》]{0,30}$")
_LONG = 16
_SHORTEST_CUT, _SHORTEST_GOAL = 5, 8
_SHORTEST_VALUE = 2  # with its comma


def copied_sign(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """An actual that has a sign of comparison repeats a target."""
    del words
    if not form.is_evaluation:
        return
    for row in form.rows:
        if _SIGN.match(row.actual.text) and row.actual.measure.kind is MeasureKind.NUMBER:
            left, right = row.actual.text, row.target.text
            yield Finding("copied-sign", row.actual.place, left, right, "", row.name.text)


def name_is_value(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Name, target and actual are one and the same; or the target is, and the name says what is counted."""
    for row in form.rows:
        name, target, actual = (squeezed(t.text) for t in (row.name, row.target, row.actual))
        is_copied = bool(target) and _SIGN_OF_TARGET.sub("", target) == name
        if is_copied and target == actual:
            yield Finding("name-is-value", row.name.place, row.name.text, row.target.text)
        elif is_copied and name != actual and _names_a_quality(name, words):
            yield Finding("name-is-target", row.target.place, row.target.text, name=row.name.text)
        elif target and not is_copied and actual == name and _names_a_quality(name, words):
            yield Finding("name-is-actual", row.actual.place, row.actual.text, name=row.name.text)


def _names_a_quality(name: str, words: Vocabulary) -> bool:
    """Tell 队伍稳定性, of which there may be more or less, from 不发生事故, which is a target itself."""
    return words.ends("names-a-quality", name) and not words.begins("says-what-to-do", name)


def unanswered(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A target that is a question, or that is nothing but a unit."""
    for row in form.rows:
        text = squeezed(row.target.text)
        if words.begins("question", text) and len(text) > 3 and form.is_evaluation:
            yield Finding("question-as-target", row.target.place, text, "", "", row.name.text)


def bare_goal(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The goal of the year, or what became of it, is a bare number."""
    del words
    for text in (text for aim in form.aims for text in aim):
        if _BARE_NUMBER.fullmatch(squeezed(text.text)):
            yield Finding("bare-goal", text.place, text.text)
            return


def unwritten_goal(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The goal is nothing but the labels of the form in a form that is filled in: 目标1：……目标2：……."""
    del words
    if not any(row.actual for row in form.rows):
        return
    for text in (text for aim in form.aims for text in aim):
        if _UNWRITTEN.fullmatch(squeezed(text.text)):
            yield Finding("goal-unwritten", text.place, text.text.split("\n")[0])


def result_is_goal(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What was achieved is the goal, word for word."""
    del words
    shortest = 1 if form.is_typed else _SHORTEST_GOAL
    for aim in form.aims:
        goal, result = (squeezed(text.text).rstrip("。") for text in aim)
        if len(goal) >= shortest and goal == result:
            yield Finding("result-is-goal", aim.achieved.place, aim.achieved.text[:30])
    changed, result = (squeezed(t.text).rstrip("。") for t in (form.adjusted, form.achieved))
    if len(changed) >= shortest and changed == result != squeezed(form.expected.text).rstrip("。"):
        yield Finding("result-is-goal", form.achieved.place, form.achieved.text[:30])


def description_is_name(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The description of an indicator says no more than its name."""
    del words
    for row in form.rows:
        if row.description and row.description.text.strip() == row.name.text.strip():
            yield Finding("description-is-name", row.description.place, name=row.name.text)


def cut_text(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence in a cell that ends with a comma, an open bracket, or a word that leads on."""
    for entry in form.entries:
        said = entry.text.rstrip()
        if not entry.place.table or entry.answer == "furniture":
            continue
        # A value may be as short as 95%; what nobody understood is a sentence first.
        if len(said) < (_SHORTEST_VALUE if entry.answer == "used" else _SHORTEST_CUT):
            continue
        is_open = is_open_range(said) or _OPEN_BRACKET.search(said)
        if said.endswith(_GOES_ON) or (len(said) >= _SHORTEST_GOAL and is_open):
            yield Finding("cut-text", entry.place, said[-12:])
        elif len(said) >= _LONG and (
            is_cut(said, "cut-ends", words)
            or wants_object(said, words)
            or lacks_object(said, words)
            or is_left_hanging(said)
            or means_to_act(said, words)
        ):
            yield Finding("cut-ending", entry.place, said[-12:])
