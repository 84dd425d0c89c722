"""Kind for the person of a document: who has said 我局 does not go on under the full name."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hit, Hits, Passages
from generator.wording.word_index import is_inside

_FEWEST = 2  # so often one has called oneself otherwise
_STARTS = r"(?:^|(?<=[。；！？]))\s*"


class OwnName:
    """The full name as the subject of a sentence, where one has called oneself by a short word before.

    Of ``forms`` any word is oneself; one of ``words`` must follow the name, as most that stands
    behind a name belongs to it: 某局机关, 某局党组.
    """

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        own = sorted((form for forms in rule.forms for form in forms), key=len, reverse=True)
        self._own = Pattern("|".join(map(re.escape, own)) or "(?!)")
        self._does = "|".join(map(re.escape, rule.words)) or "(?!)"

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each such name with what one calls oneself most."""
        if not context.bodies or not context.bodies[0]:
            return
        name = context.bodies[0]
        subject = Pattern(rf"{_STARTS}(?P<name>{re.escape(name)})(?={self._does})")
        used: Counter[str] = Counter()
        found: list[tuple[int, int, int]] = []
        for number, passage in enumerate(passages):
            own = [*self._called(passage.plain)]
            first = own[0][0] if own else len(passage.plain)
            if name in passage.plain:
                spans = (one.span("name") for one in subject.finditer(passage.plain))
                found += [(number, *span) for span in spans if used or span[0] > first]
            used.update(word for _, word in own)
        if used.total() >= _FEWEST:
            best = used.most_common(1)[0][0]
            for number, start, end in found:
                yield number, Hit(start, end, name, best)

    def _called(self, text: str) -> Iterator[tuple[int, str]]:
        for found in self._own.finditer(text):
            if not is_inside(text, *found.span(), self._rule.except_):
                yield found.start(), found[0]
