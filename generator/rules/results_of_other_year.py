"""X02: “2020年度，本项目清淤河道12.5公里” below a form of 2021 that says just this of its own year."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import (
    of_sentences,
    said,
)
from generator.rules.named_rows import NamedRows, comparable, rows_named
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary

_YEAR = Pattern("(20[0-9]{2})年")
_BEGINS = Pattern(r"\s*(?P<year>20[0-9]{2})年度?(?!\s*[0-9]{1,2}\s*月)")
_THIS = Pattern("本项目|该项目|本单位|本部门|我[局委办厅院校镇乡街中站所]")
_THAN = Pattern("比|较|同期|同样|持平")


@of_sentences
def results_of_other_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold sentences that begin with the year before against what the rows say of this one."""
    if form.year is None or not form.is_evaluation:
        return
    before, named = str(form.year - 1), rows_named(form, words)
    told: set[tuple[DocumentPlace, int]] = set()
    for one in said(form) if named else ():
        for fact in one.facts if not one.place.table and before in one.text else ():
            start = one.start_of(fact)
            sentence = half_width(one.sentence(fact))
            begins = _BEGINS.match(sentence)
            is_other = begins is not None and begins["year"] == before
            is_alone = {*_YEAR.findall(sentence)} == {before} and not _THAN.search(sentence)
            if not is_other or not is_alone or (one.place, start) in told:
                continue
            is_of_before = words.has("of-year-before", sentence)
            if _THIS.search(sentence) and not is_of_before and _is_told(fact, named):
                told.add((one.place, start))
                yield Finding(
                    "result-of-other-year",
                    one.place,
                    f"{before}年",
                    f"{form.year}年",
                    name=fact.name,
                )


def _is_told(fact: Fact, named: NamedRows) -> bool:
    """Tell whether a row says the same of its thing as reached."""
    if fact.unit in ("", "%") or fact.is_about or fact.sign:
        return False
    name = _THIS.sub("", fact.name)
    row: Row | None = named.exactly(name) or named.nearly(name)[0]
    value = in_base(fact) or Decimal(0)
    return row is not None and any(v == value for _, v in comparable(fact, row, (row.actual,)))
