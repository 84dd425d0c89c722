"""A09: what was counted, parted by kind in a clause of its own: 培训1200人。按对象分，村干部300人、社员420人、农户480人."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.part_list import PartList, are_alone
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

# What follows 按类别分 is all there is, in one list.
_BY_KIND = Pattern(
    r"(?:按[^0-9，,。；;]{1,10}(?:划分|分类|分|统计|计)|分[一-鿿]{1,6}(?:来?看|情况|统计|计))"
    rf"(?:[为成]?[{NUMERALS}]{{1,2}}[一-鿿])?[，,：:][^0-9，,。；;]{{1,12}}$"
)
_NAME_OF_PART = Pattern(r"[名人个家户件次]?[，,、；;][^0-9，,。；;]{1,12}")
_FEWEST = 2
_NO_PARTS = ("", "%", "分")


def parts_by_kind(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold the list against what was counted before it; where some count before is its sum, all is well."""
    for one in said(form):
        for first in one.facts:
            if first.unit in _NO_PARTS or _BY_KIND.search(one.before(first)) is None:
                continue
            parts = _parts(one, first)
            before = [f for f in one.between(0, first.start) if f.dimension == first.dimension]
            if len(parts) < _FEWEST or not before or not are_alone(one, parts):
                continue
            listed = PartList(parts, is_closed=True, end=parts[-1].end)
            near = [f for f in before if listed.is_near(f, words, surely=1)]
            is_told = any(in_base(f) == listed.together for f in before)
            if near and not is_told and not any(f.is_about or f.sign for f in (*parts, near[-1])):
                yield listed.told("listed-parts", near[-1])


def _parts(one: Said, first: Fact) -> list[Fact]:
    parts = [first]
    for fact in one.between(first.end, one.sentence_end(first)):
        is_next = fact.unit == first.unit and isinstance(fact.value, Decimal)
        if not is_next or _NAME_OF_PART.fullmatch(one.before(fact)) is None:
            break
        parts.append(fact)
    return parts
