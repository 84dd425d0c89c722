"""F03: an amount of a sentence without its 元: 到位资金中17.20万尚未支付, 项目总投入35万，……."""

from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_AMOUNT = Pattern(r"(?<![0-9.])[0-9]{1,9}(?:\.[0-9]{1,4})?[万亿](?![元余多])")
_CLAUSE = Pattern("[，,。；;：:（(\n]")
_ENDS = Pattern(r"\s*(?:[，,。；;、）)]|$)")


def bare_wan(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """That it is money, the words right before it say, and nothing is counted; or those right behind it."""
    cells = {text.place for row in form.rows for text in (row.target, row.actual)}
    for entry in form.everything:
        if entry.place in cells or not ("万" in entry.text or "亿" in entry.text):
            continue  # the cells of rows are looked at with what is wanted of them
        text = half_width(entry.text)
        for found in _AMOUNT.finditer(text):
            before = _CLAUSE.split(text[: found.start()])[-1].rstrip("达到为是约共计近了 ")
            behind = text[found.end() :]
            is_paid = words.begins("paid-behind", behind) and words.has("money-before", before)
            if is_paid or (_ENDS.match(behind) and words.ends("money-before", before)):
                yield Finding("bare-wan", entry.place, found[0], f"{found[0]}元")
