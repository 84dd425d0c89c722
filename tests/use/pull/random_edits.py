"""Random things that a person does to a file of ours, touched in the XML; every one has words of its own."""

import copy
import random
from collections.abc import Callable
from typing import Any, NamedTuple

from generator.word.package import DOCUMENT, join_plain, read_parts
from generator.word.xml import Element, W, bytes_of, parse

MINE = "手改"


class Done(NamedTuple):
    """An edit: what was done, words that came, words that went."""

    kind: str
    came: str = ""
    gone: str = ""


class Hand:
    """Edits one file, an edit for every draw."""

    def __init__(self, data: bytes, seed: int) -> None:
        self._parts = read_parts(data)
        self._root = parse(self._parts[DOCUMENT])
        self._draw = random.Random(seed)  # noqa: S311 - nothing secret
        self._number = 0
        self._touched: set[Element] = set()

    def edit(self, times: int) -> list[Done]:
        """Make so many edits at different places."""
        done: list[Done] = []
        for _ in range(8 * times):
            made = self._draw.choice(self.kinds())()
            if made is not None:
                done.append(made)
            if len(done) == times:
                break
        return done

    def kinds(self) -> tuple[Callable[[], Done | None], ...]:
        """What is done; twice what is done often."""
        return (
            self.insert, self.replace, self.delete, self.append, self.add_paragraph,
            self.delete_paragraph, self.split, self.join, self.add_row, self.delete_row,
            self.type_over, self.insert, self.append,
        )  # fmt: skip

    def data(self) -> bytes:
        """Return the file."""
        return join_plain({**self._parts, DOCUMENT: bytes_of(self._root)})

    def insert(self) -> Done | None:
        return self._in_text(lambda words, at: (words[:at], self._mine(), words[at:]), "insert")

    def replace(self) -> Done | None:
        return self._in_text(
            lambda words, at: (words[:at], self._mine(), words[at + 2 :]), "replace"
        )

    def delete(self) -> Done | None:
        node = self._text()
        if node is None or len(node.text) < 6:
            return None
        at = self._draw.randrange(len(node.text) - 3)
        gone = node.text[at : at + 3]
        node.text = node.text[:at] + node.text[at + 3 :]
        return Done("delete", "", gone)

    def append(self) -> Done | None:
        paragraph = self._paragraph()
        if paragraph is None:
            return None
        twin = copy.deepcopy(paragraph.findall(f".//{W}r")[-1])
        say(twin, f"{self._mine()}。")
        paragraph.append(twin)
        return Done("append", self._last)

    def add_paragraph(self) -> Done | None:
        paragraph = self._paragraph()
        if paragraph is None or self._in_cell(paragraph):
            return None
        twin = self._bare_copy(paragraph, f"{self._mine()}，另写一段，有许多话要说。")
        paragraph.addnext(twin)
        self._touch(twin)
        return Done("add paragraph", self._last)

    def delete_paragraph(self) -> Done | None:
        paragraph = self._paragraph()
        if paragraph is None or self._in_cell(paragraph):
            return None
        words = words_in(paragraph)
        paragraph.getparent().remove(paragraph)
        return Done("delete paragraph", "", words)

    def split(self) -> Done | None:
        paragraph = self._paragraph()
        if paragraph is None or self._in_cell(paragraph):
            return None
        runs = paragraph.findall(f"{W}r")
        if len(runs) < 2:
            return None
        twin = self._bare_copy(paragraph, "")
        for child in [c for c in twin if c.tag == f"{W}r"]:
            twin.remove(child)
        for run in runs[len(runs) // 2 :]:
            twin.append(run)
        paragraph.addnext(twin)
        self._touch(twin)
        return Done("split")

    def join(self) -> Done | None:
        paragraph = self._paragraph()
        if paragraph is None or self._in_cell(paragraph):
            return None
        behind = paragraph.getnext()
        if behind is None or behind.tag != f"{W}p" or len(words_in(behind)) < 8:
            return None
        if behind in self._touched or behind.find(f"{W}pPr/{W}sectPr") is not None:
            return None
        self._touched.add(behind)
        for child in [c for c in behind if c.tag != f"{W}pPr"]:
            paragraph.append(child)
        behind.getparent().remove(behind)
        return Done("join")

    def add_row(self) -> Done | None:
        row = self._row()
        if row is None:
            return None
        twin = copy.deepcopy(row)
        for mark in [*twin.iter(f"{W}bookmarkStart"), *twin.iter(f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        texts = list(twin.iter(f"{W}t"))
        for text in texts:
            text.text = ""
        if not texts:
            return None
        self._draw.choice(texts).text = self._mine()
        row.addnext(twin)
        self._touch(twin)
        return Done("add row", self._last)

    def delete_row(self) -> Done | None:
        row = self._row()
        if row is None or row.find(f".//{W}vMerge") is not None:
            return None
        words = words_in(row)
        row.getparent().remove(row)
        return Done("delete row", "", words)

    def type_over(self) -> Done | None:
        found = []
        for mark in self._root.iter(f"{W}bookmarkStart"):
            held = mark.getnext()
            if held is not None and held.tag == f"{W}r" and not self._is_touched(held):
                after = held.getnext()
                words = words_in(held)
                if after is not None and after.tag == f"{W}bookmarkEnd" and words[:1].isdigit():
                    found.append(held)
        if not found:
            return None
        run = self._draw.choice(found)
        self._touch(run)
        was = words_in(run)
        say(run, f"{self._draw.choice('123456789')}{was}")
        return Done("type over", words_in(run), was)

    def _mine(self) -> str:
        self._number += 1
        self._last = f"{MINE}{'甲乙丙丁戊己庚辛壬癸'[self._number % 10]}{'子丑寅卯辰巳午未申酉'[self._number // 10 % 10]}"
        return self._last

    def _in_text(
        self, change: Callable[[str, int], tuple[str, str, str]], kind: str
    ) -> Done | None:
        node = self._text()
        if node is None:
            return None
        words = node.text
        node.text = "".join(change(words, self._draw.randrange(len(words) + 1)))
        return Done(kind, self._last)

    def _text(self) -> Any:
        paragraph = self._paragraph()
        if paragraph is None:
            return None
        texts = [t for t in paragraph.iter(f"{W}t") if len(t.text or "") > 3]
        return self._draw.choice(texts) if texts else None

    def _paragraph(self) -> Any:
        found = [
            p
            for p in self._root.iter(f"{W}p")
            if len(words_in(p)) > 8
            and not self._is_touched(p)
            and p.find(f"{W}pPr/{W}sectPr") is None
        ]
        if not found:
            return None
        paragraph = self._draw.choice(found)
        self._touch(paragraph)
        return paragraph

    def _row(self) -> Any:
        found = [r for r in self._root.iter(f"{W}tr") if not self._is_touched(r)]
        if not found:
            return None
        row = self._draw.choice(found)
        self._touch(row)
        return row

    def _touch(self, element: Element) -> None:
        self._touched.add(element)
        for child in element.iter():
            self._touched.add(child)
        self._touched.update(element.iterancestors(f"{W}p", f"{W}tr"))

    def _is_touched(self, element: Element) -> bool:
        own = (element, *element.iterancestors(f"{W}p", f"{W}tr"))
        return any(one in self._touched for one in own)

    def _in_cell(self, element: Element) -> bool:
        return element.getparent().tag == f"{W}tc"

    def _bare_copy(self, paragraph: Element, words: str) -> Element:
        twin = copy.deepcopy(paragraph)
        for mark in [*twin.iter(f"{W}bookmarkStart"), *twin.iter(f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        for text in twin.iter(f"{W}t"):
            text.text = ""
        if words:
            next(twin.iter(f"{W}t")).text = words
        return twin


def words_in(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def say(run: Element, words: str) -> None:
    for text in list(run.iter(f"{W}t"))[1:]:
        text.getparent().remove(text)
    next(run.iter(f"{W}t")).text = words
