"""Empty paragraphs that are a distance, as room above what stands below them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.base.document_place import DocumentPlace
from generator.model.laid_out import LaidBlock, LaidParagraph
from generator.model.page_mend import Change, Distance, Gone, Mend, NewPage
from generator.rules.page import spaces
from generator.rules.page.page_facts import POINT, Pages


def blank_mends(pages: Pages) -> Iterator[Mend]:
    """Take empty paragraphs away; what stands below them keeps its distance, or begins the page."""
    least = float(pages.yard.house.limits.double) * POINT
    told = {finding.where: finding.id for finding in spaces.blanks(pages)}
    below = {
        above.place: below
        for section in pages.document.sections
        for above, below in pairwise(section.blocks)
    }
    for part in pages.parts:
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
