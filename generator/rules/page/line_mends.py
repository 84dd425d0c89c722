"""What is certain of the findings about lines of a report, as changes of their look."""

from collections import Counter
from collections.abc import Callable, Iterator

from generator.base.document_place import DocumentPlace
from generator.model.page_mend import (
    Change,
    ChineseMarks,
    Indent,
    Letters,
    Mend,
    NoSpaces,
    Pitch,
    Side,
)
from generator.model.page_standard import Element
from generator.rules.finding import Finding
from generator.rules.page import letters
from generator.rules.page.line_roles import Line, Role
from generator.rules.page.page_facts import HALF_POINT, POINT, Pages
from generator.rules.page.page_parts import Part
from generator.rules.page.paper_mends import PaperMender

_OF_PITCH = (Role.BODY, Role.HEADING, Role.ATTACHMENTS, Role.SIGNATURE, Role.DATE)
_OF_ALL = ("font", "size")
_TENTH = 2  # twips: of a point


class LineMender:
    """Says what findings about lines come to."""

    def __init__(self, pages: Pages, paper: PaperMender) -> None:
        self._pages, self._yard, self._paper = pages, pages.yard, paper
        self._at = {
            line.paragraph.place: (part, line) for part in pages.parts for line in part.lines
        }
        self._done: set[tuple[str, int]] = set()
        self._by_id: dict[str, Callable[[Part, Line], Iterator[Change]]] = {
            "font": self._font,
            "odd-font": self._font,
            "size": self._size,
            "odd-size": self._size,
            "pitch-mixed": self._same_pitch,
            "first-line": self._indent,
            "other-lines": self._indent,
            "title-side": self._centre,
            "spaces-indent": self._spaces,
            "spaces-side": self._pushed,
            "signature-side": self._right,
            "signature-edge": self._right,
            "marks-latin": self._marks,
            "marks-mixed": self._marks,
        }

    def mends(self, finding: Finding) -> Iterator[Mend]:
        """Give what a finding comes to; where the letters or the pitch of a text are wrong, all its lines."""
        where = finding.where
        if not isinstance(where, DocumentPlace) or where not in self._at:
            return
        part, line = self._at[where]
        if finding.id in ("pitch-loose", "lines-per-page"):
            yield from self._fixed_pitch(finding.id, part)
        elif finding.id in self._by_id:
            for own in self._alike(finding.id, part, line):
                for change in self._by_id[finding.id](part, own):
                    yield Mend(finding.id, own.paragraph.place, change)

    def _alike(self, id: str, part: Part, line: Line) -> list[Line]:
        """Return the lines that a finding is about."""
        if id not in _OF_ALL or line.role is not Role.BODY:
            return [line]
        key = (id, self._pages.parts.index(part))
        if key in self._done:
            return []
        self._done.add(key)
        return [own for own in part.of(Role.BODY) if own.paragraph.runs]

    def _element(self, line: Line) -> Element | None:
        roles = {**letters.LOOKED_AT, Role.BODY: "body", Role.SIGNATURE: "signature"}
        roles |= {Role.DATE: "date", Role.HEADING: f"level-{line.level}"}
        return self._pages.element(roles.get(line.role, ""))

    def _font(self, part: Part, line: Line) -> Iterator[Change]:
        element = self._element(line)
        style = next(
            (s for s in self._yard.fonts.style if element and s.name == element.font), None
        )
        if style is not None:
            yield Letters(font=style.family[0].names[0], behind=self._lead(part, line))

    def _lead(self, part: Part, line: Line) -> int:
        """Return over how many characters the first sentence stands out: it may."""
        if line.role is not Role.BODY:
            return 0
        runs = line.paragraph.runs
        first = self._pages.family(runs[0].letters.chinese)
        if len(runs) == 1 or first == self._usual(part):
            return 0
        rest = sum(1 for _ in letters.behind_lead(line.paragraph))
        return sum(len(run.text) for run in runs[: len(runs) - rest]) if rest else 0

    def _usual(self, part: Part) -> str:
        families: Counter[str] = Counter()
        for line in part.of(Role.BODY):
            for run in line.paragraph.runs:
                families[self._pages.family(run.letters.chinese)] += len(run.text)
        return families.most_common(1)[0][0]

    def _size(self, part: Part, line: Line) -> Iterator[Change]:
        element = self._element(line)
        if element is None or element.size is None:
            return
        size, setting = round(element.size * 2), line.paragraph.setting
        yield Letters(size=size)
        if setting.rule == "exact" and setting.line < size * HALF_POINT:
            yield Pitch(0)  # larger letters would be cut off
        is_odd = setting.side in ("center", "right") or setting.is_framed
        if line.role in (Role.BODY, Role.HEADING) and not is_odd:
            yield from self._indent(part, line)  # a length is another number of larger letters

    def _fixed_pitch(self, id: str, part: Part) -> Iterator[Mend]:
        self._done.add(("pitch-mixed", self._pages.parts.index(part)))  # that is said for all lines
        height = self._paper.area_height(part.section)
        own = round(self._yard.pitch * POINT)
        wanted = own or int(height / self._yard.letter.grid.lines / _TENTH) * _TENTH
        for line in part.of(*_OF_PITCH):
            is_so = _is_exactly(line, wanted)
            if not is_so and not line.paragraph.holds_more:
                yield Mend(id, line.paragraph.place, Pitch(wanted))

    def _same_pitch(self, part: Part, line: Line) -> Iterator[Change]:
        """Take the pitch of the rest."""
        if ("pitch-mixed", self._pages.parts.index(part)) in self._done:
            return
        pitches = Counter(
            own.paragraph.setting.line
            for own in part.of(Role.BODY, Role.HEADING)
            if own.paragraph.setting.rule == "exact"
        )
        is_fixed = pitches and not line.paragraph.holds_more
        if is_fixed and 2 * pitches.total() > sum(1 for _ in part.of(Role.BODY, Role.HEADING)):
            yield Pitch(pitches.most_common(1)[0][0])

    def _indent(self, part: Part, line: Line) -> Iterator[Change]:
        del part
        element = self._element(line)
        if element is not None and element.first is not None and not line.paragraph.number:
            yield self._indented(line, element)

    def _indented(self, line: Line, element: Element) -> Indent:
        return Indent(round(element.first or 0), self._em(line, element))

    def _em(self, line: Line, element: Element) -> int:
        size = line.paragraph.size if element.size is None else round(element.size * 2)
        return size * HALF_POINT

    def _centre(self, part: Part, line: Line) -> Iterator[Change]:
        del part, line
        yield Side("center")

    def _right(self, part: Part, line: Line) -> Iterator[Change]:
        del part
        element = self._element(line)
        if element is not None and element.right is not None:
            yield Side("right", round(element.right), self._em(line, element))

    def _spaces(self, part: Part, line: Line) -> Iterator[Change]:
        del part
        element = self._element(line)
        word = self._yard.house.words.attachment
        # Behind the first line of the list of attachments, spaces bring numbers under numbers.
        is_listed = line.role is Role.ATTACHMENTS and word not in line.paragraph.text
        if element is not None and not is_listed and not line.paragraph.number:
            yield NoSpaces()
            yield self._indented(line, element)

    def _pushed(self, part: Part, line: Line) -> Iterator[Change]:
        yield NoSpaces()
        is_title = line.role in (Role.TITLE, Role.SUBTITLE)
        yield from (self._centre if is_title else self._right)(part, line)

    def _marks(self, part: Part, line: Line) -> Iterator[Change]:
        del part, line
        yield ChineseMarks(self._yard.house.words.marks)


def _is_exactly(line: Line, pitch: int) -> bool:
    setting = line.paragraph.setting
    return setting.rule == "exact" and setting.line == pitch
