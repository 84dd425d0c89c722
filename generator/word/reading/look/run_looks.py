"""The runs of a paragraph with their properties, changes accepted, fields by their results."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.word.reading.markup import Element, child, is_on, local, w

_SKIPPED = frozenset(("del", "moveFrom", "pPr", "sdtPr", "Fallback", "rt", "rubyPr"))
_MORE = frozenset(("drawing", "pict", "object", "oMath", "oMathPara"))
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "sym": "□"}
_PAGES = frozenset(("page", "column"))
PAGE = "\f"  # stands for the number of the page


class FoundRun(NamedTuple):
    """A run: its words, its properties."""

    text: str
    properties: Element | None


class FoundRuns(NamedTuple):
    """The runs of a paragraph, and what stands between them."""

    runs: tuple[FoundRun, ...]
    breaks_before: bool = False  # a page ends before its words
    breaks_after: bool = False
    holds_more: bool = False


def find_runs(paragraph: Element, *, marks_pages: bool = False) -> FoundRuns:
    """Find the runs of a paragraph; ``marks_pages`` puts a sign where the number of a page is printed."""
    found: list[FoundRun] = []
    fields = _Fields(marks_pages=marks_pages)
    before = after = more = False
    work = list(reversed(paragraph))
    while work:
        element = work.pop()
        name = local(element)
        if name in _SKIPPED:
            continue
        if name in _MORE:
            more = True
        elif name == "fldSimple" and fields.is_page(element.get(w("instr"), "")):
            found.append(FoundRun(PAGE, _first_properties(element)))
        elif name == "r":
            properties = child(element, "rPr")
            if is_on(properties, "vanish"):
                continue
            text = "".join(fields.words(element))
            if any(b.get(w("type")) in _PAGES for b in element.iterchildren(w("br"))):
                before, after = before or not found, after or bool(found)
            more = more or any(local(e) in (*_MORE, "AlternateContent") for e in element)
            if text:
                found.append(FoundRun(text, properties))
        else:
            work += reversed(element)
    if before and not found:
        before, after = False, True
    return FoundRuns(tuple(found), before, after, more)


def runs_of(paragraph: Element) -> Iterator[Element]:
    """Go through the runs of a paragraph that are printed, whatever stands around them."""
    work = list(reversed(paragraph))
    while work:
        element = work.pop()
        name = local(element)
        if name == "r":
            if not is_on(child(element, "rPr"), "vanish"):
                yield element
        elif name not in _SKIPPED and name not in _MORE:
            work += reversed(element)


def printed_length(run: Element) -> int:
    """Return how many characters a run prints outside of instructions."""
    return sum(len(e.text or "") if local(e) == "t" else local(e) in _SIGNS for e in run)


class _Fields:
    """Follows the fields of a paragraph: their instructions print nothing."""

    def __init__(self, *, marks_pages: bool) -> None:
        self._marks_pages = marks_pages
        self._open: list[tuple[bool, list[str]]] = []  # still in its instruction, and that so far

    def is_page(self, instruction: str) -> bool:
        """Tell whether a field prints the number of the page."""
        words = instruction.split()
        return self._marks_pages and bool(words) and words[0].upper() == "PAGE"

    def words(self, run: Element) -> Iterator[str]:
        """Give the words of a run."""
        for element in run:
            name = local(element)
            if name == "fldChar":
                yield from self._step(element.get(w("fldCharType"), ""))
            elif name == "instrText":
                if self._open:
                    self._open[-1][1].append(element.text or "")
            elif any(running for running, _ in self._open):
                continue
            elif self._open and self.is_page("".join(self._open[-1][1])):
                continue  # the number that was printed last
            elif name == "t":
                yield element.text or ""
            elif name == "br":
                yield "" if element.get(w("type")) in _PAGES else "\n"
            elif name in _SIGNS:
                yield _SIGNS[name]

    def _step(self, kind: str) -> Iterator[str]:
        if kind == "begin":
            self._open.append((True, []))
        elif kind == "separate" and self._open:
            self._open[-1] = (False, self._open[-1][1])
        elif kind == "end" and self._open:
            _, words = self._open.pop()
            if self.is_page("".join(words)):
                yield PAGE


def _first_properties(element: Element) -> Element | None:
    run = next(element.iter(w("r")), None)
    return None if run is None else child(run, "rPr")
