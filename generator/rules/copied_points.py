"""C11: of several goals in one cell, one that stands word for word in the cell of the results."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_POINT = Pattern(
    rf"(?:^|(?<=[。；;\n]))\s*(?:[（(]?(?:年度|总体|具体|绩效)?(?:目标|任务|完成情况)?"
    rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,2}})[）)]?\s*[:：、.．）)是]|[①-⑳])"
)
_SHORTEST = 16  # what is shorter may well be said twice: 全年未发生安全事故
_FEWEST = 2


def points_are_goals(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A goal that is done is told as what was done; the same words tell nothing."""
    del words
    for aim in form.aims:
        wanted, got = (points_of(text.text) for text in aim)
        if len(wanted) < _FEWEST or len(got) < _FEWEST or wanted == got:
            continue  # the whole cell is told of as a whole
        copied = [
            n for n, point in enumerate(got, 1) if len(point) >= _SHORTEST and point in wanted
        ]
        if copied:
            number = "、".join(map(str, copied))
            yield Finding("point-is-goal", aim.achieved.place, number, got[copied[0] - 1][:30])


def points_of(text: str) -> list[str]:
    """Return what each numbered point of a text says."""
    return [plain for point in _POINT.split(text) if (plain := squeezed(point).rstrip("。；;"))]
