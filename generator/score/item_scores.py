"""The score of items: each by its answer, or as the unit states it; the part is their sum."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain
from generator.base.toml import KeyPath
from generator.model.dossier import Subject
from generator.model.item import Item, ItemAnswer
from generator.score.layout import WeightedPart
from generator.score.score_sheet import ItemScore, PartScore
from generator.score.score_terms import Rules
from generator.score.trace import Score, Trace, rounded

ITEMS = "items"


def score_items(weighted: WeightedPart, subject: Subject, rules: Rules) -> PartScore:
    """Score a part that is made up of items."""
    part = weighted.part
    items = tuple(_score_item(item, weighted, subject, rules) for item in part.item)
    claimed = sum((item.item.weight for item in items), Decimal(0))
    return PartScore(weighted, claimed, _sum(weighted, items), ("item",), items=items)


def find_answer(subject: Subject, part: str, name: str) -> tuple[ItemAnswer | None, KeyPath]:
    """Return what the unit says of an item, and where; one that names the part goes before others."""
    given = [(said, ("item", n)) for n, said in enumerate(subject.entry.item) if said.name == name]
    own = [one for one in given if one[0].part == part] or [one for one in given if not one[0].part]
    return own[0] if own else (None, ())


def _score_item(item: Item, weighted: WeightedPart, subject: Subject, rules: Rules) -> ItemScore:
    said, keys = find_answer(subject, weighted.part.id, item.name)
    score = _judged(item, said, weighted, rules)
    return ItemScore(item, weighted.part.id, said, keys, score)


def _judged(item: Item, said: ItemAnswer | None, weighted: WeightedPart, rules: Rules) -> Score:
    if said is None:
        return Score.absent(f"“{item.name}”没有填写")
    if item.judge == "answer":
        return _by_answer(item, said.answer.strip(), weighted, rules)
    if said.score is None:
        return Score.absent(f"“{item.name}”缺少自评得分 score")
    trace = Trace(f"单位自评 {plain(said.score)} 分", item.standard, _basis(weighted, rules))
    return Score(said.score, trace, computed=False)


def _by_answer(item: Item, word: str, weighted: WeightedPart, rules: Rules) -> Score:
    found = next((answer for answer in item.answers if answer.word == word), None)
    if found is None:
        return Score.absent(
            f"“{item.name}”的答案“{word}”不在方案所列之中"
            if word
            else f"“{item.name}”没有答案 answer"
        )
    exact = Fraction(item.weight) * Fraction(found.percent) / 100
    formula = f"答“{word}”：{plain(item.weight)} × {plain(found.percent)}%"
    value, formula = rounded(exact, rules.places, formula)
    return Score(value, Trace(formula, item.standard, _basis(weighted, rules)))


def _basis(weighted: WeightedPart, rules: Rules) -> str:
    return rules.scheme.cite(weighted.part.basis)


def _sum(weighted: WeightedPart, items: Sequence[ItemScore]) -> Score:
    """Add the scores; a part never scores above its weight."""
    missing = [one.score.missing for one in items if one.score.value is None]
    if missing or not items:
        return Score.absent("；".join(missing) or "方案没有列出各项")
    values = [one.score.value for one in items if one.score.value is not None]
    value = sum(values, Decimal(0))
    formula = f"{' + '.join(plain(v) for v in values)} = {plain(value)}"
    if weighted.weight is not None and value > weighted.weight:
        value = weighted.weight
        formula = f"{formula}，超过本部分分值，按 {plain(value)} 计"
    return Score(value, Trace(formula))
