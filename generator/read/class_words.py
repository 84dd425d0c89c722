"""The classes of indicators as forms print them: their names, their points, what stands with its parent."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.model.labels import Labels
from generator.read.joined_class import JoinedClasses

Name = Callable[[str], str]
Points = Callable[[str], Decimal | None]
_OF_CLASS = Pattern(r"([一-鿿]{2,16}?)类?指标")
_BARE_POINTS = Pattern(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)[%分]$")
_BRACKET = Pattern(r"[（(]")
_BOTH = "满意度"  # of the first level here, of the second there


class ClassWord(NamedTuple):
    """A class as a form prints it: its name, its points if any, and at which levels it is usual."""

    name: str
    points: Decimal | None
    is_level1: bool
    is_level2: bool


class ClassWords:
    """Knows the classes."""

    def __init__(self, labels: Labels, name: Name, bare: Name, points: Points) -> None:
        """Take how a class is named, how a label loses its translation, and what points are in it."""
        endings = [w for e in labels.phrase if e.use == "class-ending" for w in e.words]
        self._name, self._bare, self._points = name, bare, points
        self._level1 = frozenset(entry.name for entry in labels.class_)
        self._level2 = frozenset(child for entry in labels.class_ for child in entry.children)
        self._known = self._level1 | self._level2
        self._parents = {c: e.name for e in reversed(labels.class_) for c in e.children}
        self._joined = JoinedClasses(self._level1, self._level2, endings)

    def word(self, text: str) -> ClassWord:
        """Read a cell of the class columns."""
        name, points = self._name(text), self._points(text)
        if name not in self._known:
            name, points = self._otherwise(name, points, text)
        short = name.removesuffix("目标")
        if name not in self._level2 and short in self._level1:
            name = short  # 产出目标 is what others call 产出指标
        is_level2 = name in self._level2 or name == _BOTH
        return ClassWord(name, points, name in self._level1, is_level2)

    def words_in(self, text: str) -> tuple[ClassWord, ...]:
        """Read a cell of the class columns that may name a class behind its parent."""
        word = self.word(text)
        is_known = (word.is_level1 or word.is_level2) and not _BRACKET.search(text)
        joined = None if is_known else self._joined.part(text)
        if joined is None:
            return (word,)
        upper = ClassWord(joined.parent, joined.parent_points, is_level1=True, is_level2=False)
        return upper, ClassWord(joined.child, joined.child_points, is_level1=False, is_level2=True)

    def is_of_class(self, title: str) -> bool:
        """Tell the title of a table that holds some classes only: 效益和满意度指标完成情况表."""
        called = [found[1] for found in _OF_CLASS.finditer(title)]
        return any(name.endswith(tuple(self._level1)) for name in called)

    def parent(self, level2: str) -> str:
        """Return the class that a level-2 class usually belongs to."""
        return self._parents.get(level2, "")

    def _otherwise(
        self, name: str, points: Decimal | None, text: str
    ) -> tuple[str, Decimal | None]:
        """Take points without brackets, or a translation, off a class that is known without them."""
        if bare := _BARE_POINTS.search(name):  # 产出指标 50%
            own = self._name(name[: bare.start()])
            if own in self._known:
                return own, Decimal(bare[1])
        own = self._name(self._bare(text))
        return (own if own in self._known else name), points
