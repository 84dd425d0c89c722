"""A01, X01: scores that a report gives section by section, against its total and against its table."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_sums import POINTS, points_of, said_totals, slip_of

_FULL, _FEWEST, _NEAR = Decimal(100), 2, 12  # signs between the full marks and the score
_SCORE = Pattern(
    r"(?P<of>[一-鿿]{2,8}?)(?:指标|部分|方面|类指标)?(?P<word>实际|自评)?(?P<way>得分|得|扣分|扣)(?:为|是|了)?$"
)
_CALLED = Pattern(
    "[，,（(、；;]?(?:自评|实际|实)(?:得分|得|分|评分)?(?:为|是)?"
)  # 满分60分，自评58分
_OFF = "扣"


class _Section(NamedTuple):
    """What a section says of its own points: 该部分满分40分，自评得36分."""

    one: Said
    weight: Fact
    score: Fact


def scores_of_sections(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Sections whose full marks come to a hundred are all that there are: their scores come to the total."""
    every = [*_sections(form, words)]
    own = {id(section.score) for section in every}  # 自评为38分 is called like a total
    totals = [(one, fact) for one, fact in said_totals(form, words) if id(fact) not in own]
    if len({fact.value for _, fact in totals}) != 1 or form.total is not None:
        return
    ((one, total), *_) = totals
    sections = [s for s in every if s.one.place != one.place]
    places = {s.one.place for s in sections}
    full = sum((points_of(s.weight) for s in sections), Decimal(0))
    if full == _FULL and _FEWEST <= len(sections) == len(places):
        for found in slip_of(total, [s.score for s in sections], words):
            yield found._replace(id="sections-sum")


def _sections(form: PrintedForm, words: Vocabulary) -> Iterator[_Section]:
    for one in said(form):
        for weight, score in zip(one.facts, one.facts[1:], strict=False):
            is_called = _CALLED.fullmatch(one.text, weight.end, score.start) is not None
            is_pair = weight.role == "weight" and (score.role == "score" or is_called)
            is_near = score.start - weight.end <= _NEAR and weight.unit == score.unit == POINTS
            is_off = words.has("no-part-of-score", one.text[weight.end : score.start])
            if is_pair and is_near and not is_off:
                yield _Section(one, weight, score)


def scores_of_classes(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """过程指标得分18分, where the table gives the class 19: the words say the table's score otherwise."""
    known = _classes(form)
    for one in said(form) if known else ():
        for fact in one.facts if not one.place.table else ():
            found = _SCORE.search(normal(one.before(fact)))
            if fact.unit != POINTS or found is None or fact.is_about or fact.sign:
                continue
            weight, score = known.get(_name(found["of"], known), (None, None))
            if weight is None or score is None or words.has("of-year-before", one.sentence(fact)):
                continue
            due = weight - score if found["way"].startswith(_OFF) else score
            value = points_of(fact)
            # 产出指标扣2分 may be one of several deductions; a score that is its weight, the weight.
            is_part = found["way"].startswith(_OFF) and value < due
            if value not in (due, weight) and not is_part:
                right = f"{plain(due)}{POINTS}"
                yield Finding("class-score-said", fact.place, shown(fact), right, "", found["of"])


def _name(called: str, known: dict[str, tuple[Decimal, Decimal]]) -> str:
    return next((name for name in known if called == name), "")


def _classes(form: PrintedForm) -> dict[str, tuple[Decimal, Decimal]]:
    """Return weight and score of every class: of a row that stands for it, or of all rows below it."""
    if any(row.weight is None or row.score is None for row in form.rows) or form.shared:
        return {}
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for row in form.rows:
        name = row.first or normal(row.name.text).removesuffix("指标")
        weight, score = found.get(name, (Decimal(0), Decimal(0)))
        if row.weight is not None and row.score is not None:
            found[name] = weight + row.weight.value, score + row.score.value
    return found
