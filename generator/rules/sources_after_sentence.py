"""A09: sources in a sentence of their own behind that of the budget: 预算850万元，用于……。资金来源为省级500万元、……."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.part_list import PartList, are_alone
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_FEWEST = 2
_STOP = "。"


def sources_after_sentence(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The sentence says where all the money is from; what the one before calls the budget is all of it."""
    leads = _leads(words.words("opens-sources"))
    for one in said(form):
        for found in leads.finditer(one.text):
            whole = _budget_before(one, found.start())
            if whole is None or words.has(
                "open-list", one.text[found.start() : _end(one, found.end())]
            ):
                continue
            behind = one.between(found.start() + 1, _end(one, found.end()))
            parts = [*takewhile(lambda f, w=whole: f.dimension == w.dimension, behind)]  # type: ignore[misc]
            is_exact = not any(part.is_about or part.sign for part in parts)
            if len(parts) < _FEWEST or len(parts) != len(behind) or not is_exact:
                continue
            listed = PartList(parts, is_closed=True, end=parts[-1].end)
            if are_alone(one, parts) and listed.is_near(whole, words, surely=1):
                yield listed.told("listed-parts", whole)


def _end(one: Said, at: int) -> int:
    end = one.text.find(_STOP, at)
    return end if end >= 0 else len(one.text)


def _budget_before(one: Said, end: int) -> Fact | None:
    """Return the one budget of the sentence before (``None``: there is none, or several)."""
    start = one.text.rfind(_STOP, 0, end) + 1
    own = [f for f in one.between(start, end) if f.role == "budget" and not f.is_about]
    return own[0] if len(own) == 1 else None


@lru_cache(maxsize=4)
def _leads(words: tuple[str, ...]) -> Pattern:
    return Pattern(rf"。(?:其中|项目|其)?(?:{'|'.join(words)})(?=[^0-9，,。；;]{{0,16}}[0-9])")
