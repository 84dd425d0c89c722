"""Rough things that a person does to a file of ours: moved, copied, typed anew, put together, cut up."""

import copy
from collections.abc import Callable

from generator.word.xml import Element, W
from tests.use.pull.random_edits import Done, Hand, say, words_in


class RoughHand(Hand):
    """Edits by which anchors wander, double and vanish."""

    def kinds(self) -> tuple[Callable[[], Done | None], ...]:
        return (
            self.move, self.copy, self.copy_with_anchors, self.retype, self.move_row,
            self.copy_row, self.copy_table, self.cut_runs, self.swap, self.into_a_cell,
            self.own_table, self.insert, self.append,
        )  # fmt: skip

    def move(self) -> Done | None:
        """Cut a paragraph out and paste it behind another one."""
        own, home = self._body_paragraph(), self._body_paragraph()
        if own is None or home is None:
            return None
        home.addnext(own)
        return Done("move", "", words_in(own))

    def copy(self) -> Done | None:
        """Copy a paragraph behind another one; Word leaves the anchors where they were."""
        return self._copied(with_anchors=False)

    def copy_with_anchors(self) -> Done | None:
        """Copy it as other programs do."""
        return self._copied(with_anchors=True)

    def retype(self) -> Done | None:
        """Type a paragraph anew: one run, no anchors."""
        paragraph = self._paragraph()
        if paragraph is None:
            return None
        words = words_in(paragraph)
        at = self._draw.randrange(len(words) + 1)
        _without_anchors(paragraph)
        runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
        say(runs[0], f"{words[:at]}{self._mine()}{words[at:]}")
        for run in runs[1:]:
            run.getparent().remove(run)
        return Done("retype", self._last)

    def move_row(self) -> Done | None:
        """Move a row within its table."""
        row = self._free_row()
        home = None if row is None else row.getprevious()
        if home is None or home.tag != f"{W}tr" or self._is_merged(home):
            return None
        home.addprevious(row)
        return Done("move row", "", words_in(row))

    def copy_row(self) -> Done | None:
        """Copy a row, words and all."""
        row = self._free_row()
        if row is None:
            return None
        twin = _without_anchors(copy.deepcopy(row))
        row.addnext(twin)
        self._touch(twin)
        return Done("copy row", "", words_in(row))

    def copy_table(self) -> Done | None:
        """Copy a whole table behind itself."""
        tables = [t for t in self._root.iter(f"{W}tbl") if t.getparent().tag != f"{W}tc"]
        if not tables:
            return None
        table = self._draw.choice(tables)
        twin = _without_anchors(copy.deepcopy(table))
        table.addnext(twin)
        between = self._root.makeelement(f"{W}p", {})
        table.addnext(between)
        for element in (between, twin):
            self._touch(element)
        return Done("copy table", "", words_in(table))

    def cut_runs(self) -> Done | None:
        """Cut every run of a paragraph up into single signs, as some programs do."""
        paragraph = self._paragraph()
        if paragraph is None:
            return None
        for run in [r for r in paragraph.iter(f"{W}r") if len(words_in(r)) > 1]:
            if len([c for c in run if c.tag != f"{W}rPr"]) > 1:
                continue
            for sign in reversed(words_in(run)[1:]):
                twin = copy.deepcopy(run)
                say(twin, sign)
                run.addnext(twin)
            say(run, words_in(run)[:1])
        return Done("cut runs")

    def swap(self) -> Done | None:
        """Let two paragraphs change places."""
        own, other = self._body_paragraph(), self._body_paragraph()
        if own is None or other is None:
            return None
        place = own.makeelement(f"{W}p", {})
        own.addprevious(place)
        other.addprevious(own)
        place.addprevious(other)
        place.getparent().remove(place)
        return Done("swap", "", words_in(own) + words_in(other))

    def into_a_cell(self) -> Done | None:
        """Cut a paragraph out and paste it into a cell."""
        own, row = self._body_paragraph(), self._row()
        if own is None or row is None:
            return None
        cell = self._draw.choice(row.findall(f"{W}tc"))
        cell.append(own)
        return Done("into a cell", "", words_in(own))

    def own_table(self) -> Done | None:
        """Add a table of one's own."""
        paragraph = self._body_paragraph()
        if paragraph is None:
            return None
        table = paragraph.makeelement(f"{W}tbl", {})
        row = table.makeelement(f"{W}tr", {})
        cell = row.makeelement(f"{W}tc", {})
        cell.append(self._bare_copy(paragraph, self._mine()))
        row.append(cell)
        table.append(row)
        paragraph.addnext(table)
        self._touch(table)
        return Done("own table", self._last)

    def _copied(self, *, with_anchors: bool) -> Done | None:
        own, home = self._body_paragraph(), self._body_paragraph()
        if own is None or home is None:
            return None
        twin = copy.deepcopy(own)
        home.addnext(twin if with_anchors else _without_anchors(twin))
        self._touch(twin)
        return Done("copy", "", words_in(own))

    def _body_paragraph(self) -> Element | None:
        paragraph = self._paragraph()
        return None if paragraph is None or self._in_cell(paragraph) else paragraph

    def _free_row(self) -> Element | None:
        row = self._row()
        return None if row is None or self._is_merged(row) else row

    @staticmethod
    def _is_merged(row: Element) -> bool:
        return row.find(f".//{W}vMerge") is not None


def _without_anchors(element: Element) -> Element:
    for mark in [*element.iter(f"{W}bookmarkStart"), *element.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    return element
