"""Sentences of a form's paper, as rules over prose need them: texts by place, facts in their order."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, wraps
from operator import attrgetter

from generator.base.chinese import NUMERALS, half_width
from generator.base.document_place import DocumentPlace
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.finding import Finding
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

SentenceRule = Callable[[PrintedForm, Vocabulary], Iterable[Finding]]
_LEAD_ENDS = Pattern("[。：:]")
_LONGEST_LEAD = 30
_NUMBERED = Pattern(rf"[（(]?[0-9{NUMERALS}]{{1,3}}[）)]?[、.．]?")
_WANTED = Pattern("目标|主要任务|工作任务|年度任务|重点任务|工作计划")
_RESULTS = Pattern("完成|实现|分析|自评|偏离|情况分析|达成")
_OTHER_YEAR = Pattern("上年|去年|同期|往年")
_CLAUSE = Pattern("[，,。；;（(\n]")
_SENTENCE_END = Pattern(r"[。；;！？\n]")


@dataclass(frozen=True)
class Said:
    """A text and the quantities in it, from left to right.

    A paragraph may hold thousands of them: where sentences and numbers end is looked for once.
    """

    place: DocumentPlace
    text: str
    facts: tuple[Fact, ...]

    def before(self, fact: Fact) -> str:
        """Return the words before a quantity, from the one before it on."""
        known = bisect_right(self._ends, fact.start)
        return self.text[self._ends[known - 1] if known else 0 : fact.start]

    def sentence(self, fact: Fact) -> str:
        """Return the sentence that a quantity stands in."""
        return self.text[self.start_of(fact) : self.sentence_end(fact)]

    def start_of(self, fact: Fact) -> int:
        """Return where the sentence of a quantity begins."""
        known = bisect_left(self._stops, fact.start)
        return self._stops[known - 1] + 1 if known else 0

    def same_sentence(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the quantities before one, in its sentence."""
        return self.between(self.start_of(fact), fact.start)

    def between(self, start: int, end: int) -> tuple[Fact, ...]:
        """Return the quantities that begin in a stretch of the text."""
        return self.facts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence_end(self, fact: Fact) -> int:
        """Return where the sentence of a quantity ends."""
        following = bisect_left(self._stops, fact.end)
        return self._stops[following] if following < len(self._stops) else len(self.text)

    @cached_property
    def _stops(self) -> list[int]:
        return [found.start() for found in _SENTENCE_END.finditer(self.text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [fact.start for fact in self.facts]

    @cached_property
    def _ends(self) -> list[int]:
        return sorted(fact.end for fact in self.facts)


@once_for_a_form
def goal_places(form: PrintedForm) -> frozenset[DocumentPlace]:
    """Return where a text speaks of what is wanted: the goal's cell, sections on goals and tasks.

    A row without a target of its own has it in its name: 救助困难群众1200人次.
    """
    goals = [aim.expected.place for aim in form.said_aims if aim.expected]
    goals += [form.adjusted.place] if form.adjusted else []
    goals += [row.name.place for row in form.rows if row.name and not row.target]
    found = {goal for goal in goals if isinstance(goal, DocumentPlace)}
    is_of_goals = False
    for entry in form.everything:
        if entry.place.table:
            continue
        lead = _LEAD_ENDS.split(entry.text.strip(), maxsplit=1)[0]
        if len(lead) <= _LONGEST_LEAD and _NUMBERED.match(lead):
            is_of_goals = bool(_WANTED.search(lead)) and not _RESULTS.search(lead)
        if is_of_goals:
            found.add(entry.place)
    return frozenset(found)


@once_for_a_form
def said(form: PrintedForm) -> tuple[Said, ...]:
    """Return every text that has quantities; whole cells are values, no sentences."""
    texts = {entry.place: entry.text for entry in form.everything}
    by_place: dict[DocumentPlace, list[Fact]] = defaultdict(list)
    for fact in form.ledger.facts:
        if fact.end and isinstance(fact.value, Decimal):
            by_place[fact.place].append(fact)
    return tuple(
        Said(place, half_width(texts.get(place, "")), tuple(sorted(facts, key=attrgetter("start"))))
        for place, facts in by_place.items()
    )


def of_sentences(rule: SentenceRule) -> SentenceRule:
    """Ask a rule about sentences only of a paper that has some: what people type into a form has none."""

    @wraps(rule)
    def asked(form: PrintedForm, words: Vocabulary) -> Iterable[Finding]:
        return rule(form, words) if said(form) else ()

    return asked


def is_planned(one: Said, fact: Fact, words: Vocabulary) -> bool:
    """Tell the later values of 计划新建大棚240座，培训农民1500人次: one word says it of all of them."""
    lead = one.text[one.start_of(fact) : fact.start]
    planned, done = (
        max((lead.rfind(word) for word in words.words(id)), default=-1)
        for id in ("planned-lead", "done-lead")
    )
    return planned > done


def shown(fact: Fact) -> str:
    """Write a quantity as it is printed."""
    value = plain(fact.value) if isinstance(fact.value, Decimal) else fact.value
    return f"{fact.sign}{value}{fact.unit}"


def places_of(value: Decimal) -> int:
    """Return how many decimals a number is printed with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def is_scale(one: Said, fact: Fact, words: Vocabulary) -> bool:
    """Tell a bound of the rules for points, which says nothing of what was reached: 95%（含）以上得满分."""
    end = _SENTENCE_END.search(one.text, fact.end)
    behind = one.text[fact.end : end.start() if end else len(one.text)]
    return words.has("scale-of-points", f"{_CLAUSE.split(one.before(fact))[-1]}{behind}")


def is_of_other_times(one: Said, fact: Fact, words: Vocabulary) -> bool:
    """Tell a value of part of the time or of another year, or one that is no exact value."""
    sentence = one.sentence(fact)
    is_other_year = _OTHER_YEAR.search(sentence) is not None
    # What behind its clause is said of parts, is said of other values: 286.4万元，其中……110.5万元.
    clause = _CLAUSE.search(one.text, fact.end)
    end = clause.start() if clause else len(one.text)
    if one.between(fact.end, end):
        end = (
            fact.end
        )  # 421户农户户均增收1860元: what stands between two numbers is said of the second
    own = one.text[one.start_of(fact) : end]
    return fact.is_about or is_other_year or words.has("part-of-time", own)
