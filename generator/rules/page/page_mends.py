"""What is certain of the findings about pages, as changes: nobody has to weigh anything, no word changes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.base.document_place import DocumentPlace
from generator.model.laid_out import LaidBlock, LaidOut, LaidParagraph, LaidTable
from generator.model.page_mend import (
    Change,
    ChineseMarks,
    Distance,
    Gone,
    Indent,
    Letters,
    Mend,
    NewPage,
    NoSpaces,
    NumberedPages,
    Pitch,
    RepeatedHeads,
    Side,
    WholeRow,
)
from generator.model.page_standard import Element
from generator.rules.finding import Finding
from generator.rules.page import (
    letters,
    page_lines,
    page_numbers,
    page_rows,
    page_tables,
    page_title,
    paper,
    quote_marks,
    signature_lines,
    spaces,
)
from generator.rules.page.line_roles import Line, Role
from generator.rules.page.page_facts import HALF_POINT, POINT, Pages, Yard
from generator.rules.page.page_parts import Part
from generator.rules.page.paper_mends import PaperMender

_MENDED = (
    *(letters.levels, letters.body, page_lines.pitch, page_lines.indents, page_title.sides),
    *(quote_marks.marks, spaces.spaces, signature_lines.sides, page_numbers.page_numbers),
    *(page_tables.heads, page_rows.parted),
)
_OF_PITCH = (Role.BODY, Role.HEADING, Role.ATTACHMENTS, Role.SIGNATURE, Role.DATE)
_TENTH = 2  # twips: of a point


def page_mends(document: LaidOut, yard: Yard) -> tuple[Mend, ...]:
    """Return the changes, in the order in which they are made."""
    return tuple(_Mender(Pages(document, yard)).mends())


class _Mender:
    def __init__(self, pages: Pages) -> None:
        self._pages, self._yard = pages, pages.yard
        self._paper = PaperMender(pages)
        self._at = {
            line.paragraph.place: (part, line) for part in pages.parts for line in part.lines
        }
        self._by_id: dict[str, Callable[[Finding], Iterator[Change]]] = {
            "font": self._font,
            "odd-font": self._font,
            "size": self._size,
            "odd-size": self._size,
            "pitch-mixed": self._same_pitch,
            "first-line": self._indent,
            "other-lines": self._indent,
            "title-side": self._centre,
            "spaces-indent": self._spaces,
            "spaces-side": self._spaces,
            "signature-side": self._right,
            "signature-edge": self._right,
            "marks-latin": self._marks,
            "marks-mixed": self._marks,
            "heads-once": self._heads,
            "row-parted": lambda _: iter((WholeRow(),)),
        }

    def mends(self) -> Iterator[Mend]:
        """Paper first, then lines and tables, then what goes."""
        yield from self._paper.mends()
        numbers: dict[str, Finding] = {}
        for rule in _MENDED:
            for finding in rule(self._pages):
                if finding.id in ("pitch-loose", "lines-per-page"):
                    yield from self._fixed_pitch(finding)
                elif finding.id.startswith("page-number"):
                    numbers.setdefault(finding.id, finding)
                elif finding.id in self._by_id:
                    for change in self._by_id[finding.id](finding):
                        yield Mend(finding.id, finding.where, change)
        yield from map(self._numbers, numbers.values())
        yield from self._blanks()

    def _line(self, finding: Finding) -> tuple[Part, Line]:
        return self._at[finding.where]

    def _element(self, line: Line) -> Element | None:
        roles = {**letters.LOOKED_AT, Role.BODY: "body", Role.SIGNATURE: "signature"}
        roles |= {Role.DATE: "date", Role.HEADING: f"level-{line.level}"}
        return self._pages.element(roles.get(line.role, ""))

    def _font(self, finding: Finding) -> Iterator[Change]:
        part, line = self._line(finding)
        element = self._element(line)
        style = next((s for s in self._yard.fonts.style if element and s.name == element.font), None)
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

    def _size(self, finding: Finding) -> Iterator[Change]:
        _, line = self._line(finding)
        element = self._element(line)
        if element is None or element.size is None:
            return
        size, setting = round(element.size * 2), line.paragraph.setting
        yield Letters(size=size)
        if setting.rule == "exact" and setting.line < size * HALF_POINT:
            yield Pitch(0)  # larger letters would be cut off

    def _fixed_pitch(self, finding: Finding) -> Iterator[Mend]:
        part, _ = self._line(finding)
        height = self._paper.area_height(part.section)
        own = round(self._yard.pitch * POINT)
        wanted = own or int(height / self._yard.letter.grid.lines / _TENTH) * _TENTH
        for line in part.of(*_OF_PITCH):
            if not line.paragraph.holds_more:
                yield Mend(finding.id, line.paragraph.place, Pitch(wanted))

    def _same_pitch(self, finding: Finding) -> Iterator[Change]:
        """Take the pitch of the rest; where that changes as well, it is said for all."""
        part, line = self._line(finding)
        pitches = Counter(
            own.paragraph.setting.line
            for own in part.of(Role.BODY, Role.HEADING)
            if own.paragraph.setting.rule == "exact"
        )
        is_fixed = pitches and not line.paragraph.holds_more
        if is_fixed and 2 * pitches.total() > sum(1 for _ in part.of(Role.BODY, Role.HEADING)):
            yield Pitch(pitches.most_common(1)[0][0])

    def _indent(self, finding: Finding) -> Iterator[Change]:
        _, line = self._line(finding)
        element = self._element(line)
        if element is not None and element.first is not None and not line.paragraph.number:
            yield self._indented(line, element)

    def _indented(self, line: Line, element: Element) -> Indent:
        return Indent(round(element.first or 0), self._em(line, element))

    def _em(self, line: Line, element: Element) -> int:
        size = line.paragraph.size if element.size is None else round(element.size * 2)
        return size * HALF_POINT

    def _centre(self, _: Finding) -> Iterator[Change]:
        yield Side("center")

    def _right(self, finding: Finding) -> Iterator[Change]:
        _, line = self._line(finding)
        element = self._element(line)
        if element is not None and element.right is not None:
            yield Side("right", round(element.right), self._em(line, element))

    def _spaces(self, finding: Finding) -> Iterator[Change]:
        _, line = self._line(finding)
        if finding.id == "spaces-side" and line.role in (Role.TITLE, Role.SUBTITLE):
            yield NoSpaces()
            yield Side("center")
        elif finding.id == "spaces-side":
            yield NoSpaces()
            yield from self._right(finding)
        elif finding.id == "spaces-indent" and not line.paragraph.number:
            element = self._element(line)
            word = self._yard.house.words.attachment
            # Behind the first line of the list of attachments, spaces bring numbers under numbers.
            is_listed = line.role is Role.ATTACHMENTS and word not in line.paragraph.text
            if element is not None and not is_listed:
                yield NoSpaces()
                yield self._indented(line, element)

    def _marks(self, _: Finding) -> Iterator[Change]:
        yield ChineseMarks(self._yard.house.words.marks)

    def _heads(self, finding: Finding) -> Iterator[Change]:
        table = next(
            block
            for block in self._pages.document.blocks
            if isinstance(block, LaidTable) and block.place == _whole(finding.where)
        )
        yield RepeatedHeads(max(cell.rows for cell in table.cells if cell.row == 0))

    def _numbers(self, finding: Finding) -> Mend:
        element = self._pages.element("page-number")
        font, size = ("", 0) if element is None else (element.font, element.size)
        dash = self._yard.house.words.dashes[0]
        return Mend(
            finding.id, finding.where, NumberedPages(font, round(float(size or 0) * 2), dash)
        )

    def _blanks(self) -> Iterator[Mend]:
        """Take empty paragraphs away; what stands below them keeps its distance, or begins the page."""
        least = float(self._yard.house.limits.double) * POINT
        told = {f.where: f.id for f in spaces.blanks(self._pages)}
        below = {
            above.place: below
            for section in self._pages.document.sections
            for above, below in pairwise(section.blocks)
        }
        for part in self._pages.parts:
            for run in spaces.blank_runs(part, least):
                if run[0].place in told:
                    id = told[run[0].place]
                    yield from (Mend(id, *change) for change in _gone(run, below, id))


def _gone(
    run: Sequence[LaidParagraph], below: Mapping[DocumentPlace, LaidBlock], id: str
) -> Iterator[tuple[DocumentPlace, Change]]:
    """Let empty paragraphs go; one stays where there is no paragraph below to keep the distance."""
    heir = below.get(run[-1].place)
    rest: Sequence[LaidParagraph] = run
    if not isinstance(heir, LaidParagraph):
        heir, rest = (run[0] if heir is not None else None), run[1:]
    yield from ((own.place, Gone()) for own in rest)
    if heir is None or heir.setting.begins_page or heir.breaks_before:
        return
    is_page = id == "blank-page"
    yield heir.place, NewPage() if is_page else Distance(spaces.height_of(rest))


def _whole(where: DocumentPlace) -> DocumentPlace:
    return where._replace(row=0, column=0)
