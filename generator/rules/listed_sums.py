"""A09: all the parts of a whole in words other than 其中: 资金来源为……, 由……组成, ……，合计500万元."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.part_list import BEHIND_NUMBER, PartList, are_alone, is_compared
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_FEWEST, _NEAR, _REACH_CEILING = 2, 4, 300
_CLAUSE = Pattern("[，,。；;]")
_POINTS = "分"
_NO_SUM = ("", "%")
_NO_LIST = (*_NO_SUM, _POINTS)
_OTHER_TIMES = Pattern("20[0-9]{2}年|上年|去年|同期|其中|截至|截止")
_NAME_OF_PART = Pattern(r"[，,；;、:：]?[^0-9，,。；;]{0,24}")


def led_to_parts(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The parts stand behind the whole: 总投资960万元，资金来源为中央600万元、省级360万元."""
    of_things = _leads(words.words("leads-to-parts"))
    of_money = _leads((*words.words("leads-to-parts"), *words.words("leads-to-sources")))
    for one in said(form):
        for whole in one.facts:
            is_money = words.are_comparable(whole.unit, "元")
            leads = of_money if is_money or _is_composed(one, whole, words) else of_things
            if whole.unit in _NO_LIST or whole.is_about or not (in_base(whole) or 0) > 0:
                continue
            listed = _behind(one, whole, leads, words)
            if listed is None:
                continue
            # Of an open list the parts may be less than the whole, but never more.
            is_open = words.has("open-list", one.text[whole.end : listed.end])
            if is_open and listed.together <= (in_base(whole) or 0):
                continue
            if listed.is_near(whole, words, surely=1):
                yield listed.told("listed-parts", whole)


def before_their_sum(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The parts stand before the whole: 中央600万元、省级360万元，合计960万元."""
    sums = _sums(words.words("sums-up"))
    for one in said(form):
        for whole in one.facts:
            found = sums.fullmatch(one.before(whole)) if whole.unit not in _NO_SUM else None
            if found is None or whole.is_about:
                continue
            parts = _right_before(one, whole)
            run = one.text[parts[0].start : whole.start] if parts else ""
            if len(parts) < _FEWEST or _OTHER_TIMES.search(one.before(parts[0]) + run):
                continue
            behind = found["of"]
            if behind and behind not in f"{one.before(parts[0])}{run[: -len(found[0])]}":
                continue  # 安排300万元、200万元，共支出490万元: a sum of something else
            listed = PartList(parts, is_closed=False, end=whole.end)
            if _is_any_sum(parts, whole) or not listed.is_near(whole, words):
                continue
            if whole.unit != _POINTS:
                yield listed.told("listed-parts", whole)
            elif len(parts) > _FEWEST and not words.has("no-part-of-score", run):
                yield listed.told("said-sum", whole)


def _behind(one: Said, whole: Fact, leads: Pattern, words: Vocabulary) -> PartList | None:
    behind = [f for f in one.facts if f.start >= whole.end]
    if not behind or leads.fullmatch(one.text, whole.end, behind[0].start) is None:
        return None
    start = one.start_of(behind[0])
    parts: list[Fact] = []
    for fact in behind:
        before = one.before(fact)
        is_next = one.start_of(fact) == start and fact.dimension == whole.dimension
        if is_compared(one, fact, words):
            break
        if not is_next or (parts and not _is_part(before, words)) or _OTHER_TIMES.search(before):
            if before.startswith("、"):
                return None  # a list of which not all is read
            break
        parts.append(fact)
    is_list = len(parts) >= _FEWEST and are_alone(one, parts)
    is_exact = not any(part.is_about or part.sign for part in parts)
    return PartList(parts, is_closed=True, end=parts[-1].end + 4) if is_list and is_exact else None


def _is_composed(one: Said, whole: Fact, words: Vocabulary) -> bool:
    """Tell 860个，由……420个、……260个组成: the words behind the last part close the list."""
    end = min(one.sentence_end(whole), whole.end + _REACH_CEILING)
    lead, _, behind = one.text[whole.end : end].partition("由")
    return len(lead) <= _NEAR and words.ends("composed", _CLAUSE.split(behind)[0])


def _is_part(before: str, words: Vocabulary) -> bool:
    """Tell a name of a part from words that go on about something else."""
    is_plain = _NAME_OF_PART.fullmatch(before) is not None and not _OTHER_TIMES.search(before)
    return is_plain and not words.has("no-source", before)


def _right_before(one: Said, whole: Fact) -> list[Fact]:
    """Return the run of quantities right before a whole, of its kind, each with a name of its own."""
    before = one.same_sentence(whole)[::-1]
    run = [*takewhile(lambda fact: fact.dimension == whole.dimension, before)][::-1]
    is_exact = not any(part.is_about or part.sign for part in run)
    return run if is_exact and are_alone(one, run) else []


def _is_any_sum(parts: list[Fact], whole: Fact) -> bool:
    """Tell whether the last few of the parts come to the whole, or one repeats it."""
    value = in_base(whole)
    values = [in_base(part) or Decimal(0) for part in parts]
    return value in values or any(sum(values[at:]) == value for at in range(len(values)))


@lru_cache(maxsize=8)
def _leads(words: tuple[str, ...]) -> Pattern:
    leads = "|".join(words)
    name = "[^0-9，,。；;]"
    return Pattern(
        rf"{BEHIND_NUMBER}[一-鿿]{{0,6}}[，,；;。（(]?{name}{{0,8}}(?:{leads}){name}{{0,24}}"
    )


@lru_cache(maxsize=8)
def _sums(words: tuple[str, ...]) -> Pattern:
    every = "|".join(words)
    return Pattern(
        rf"{BEHIND_NUMBER}[一-鿿]{{0,6}}[，,、；;][^0-9，,。；;]{{0,8}}(?:{every})(?P<of>[^0-9，,。；;]{{0,6}}?)"
        r"(?:为|是|达|达到|约|：|:)*"
    )
