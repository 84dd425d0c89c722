"""Facts of running text: each quantity with its name and role, targets with actuals, wholes with parts."""

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNTS
from generator.read.fact import Fact, Pair, Role, Sum
from generator.read.fact_words import FactWords
from generator.read.label_book import LabelBook
from generator.read.ledger import Ledger
from generator.read.printed_quantity import PrintedQuantity, quantities_in
from generator.read.sentence_marks import marks_in

_STOP = Pattern(r"[，,。；;、（(）)！？\n]|(?<=[0-9%])\s")
_SENTENCE = Pattern(r"[。；;！？\n]")
_YEAR = Pattern(r"(?<![0-9])((?:19|20)[0-9]{2})\s*年(?!\s*[0-9]{1,2}\s*月)")
# How far is looked for words before a number, since the one before it, and behind it.
_HEAD_CEILING, _BETWEEN_CEILING, _TAIL_CEILING = 48, 160, 24
_LONGEST_NAME = 30
_SHORTEST_NAME = 3
_DIGIT, _COMMA = Pattern("[0-9]"), Pattern("[，,]")
_POINT_ROLES = ("total", "score", "weight")
_PERCENT = ("%", "‰")
_POINTS = "分"


class SentenceReader:
    """Reads the facts of paragraphs and of cells that hold sentences."""

    def __init__(self, book: LabelBook, words: FactWords) -> None:
        self._book, self._words = book, words

    def read(self, text: str, place: DocumentPlace, year: int | None = None) -> Ledger:
        """Read one text."""
        plain = half_width(text)
        reading = _Reading(self._book, self._words, plain, place, year)
        reading.run()
        marks = marks_in(plain, place, self._words, self._book.claims)
        return Ledger((*reading.facts, *marks), tuple(reading.pairs), tuple(reading.sums))


class _Reading:
    """One text while it is read from left to right."""

    def __init__(
        self,
        book: LabelBook,
        words: FactWords,
        text: str,
        place: DocumentPlace,
        year: int | None,
    ) -> None:
        self._book, self._words, self._text, self._place = book, words, text, place
        self._units = book.units
        self._year = year
        self.facts: list[Fact] = []
        self.pairs: list[Pair] = []
        self.sums: list[Sum] = []
        self._mode = ""  # target or actual, from 目标：… to 实际完成：…
        self._in_points = False  # 分值统一设置为：产出50分、效益30分
        self._whole: Fact | None = None  # the amount whose parts follow
        self._parts: list[Fact] = []
        self._targets: dict[tuple[str, str], Fact] = {}
        self._last_target: Fact | None = None
        self._owned: Fact | None = None  # a target that belongs to what stands before it
        self._borrowed = ""  # the name of the last target, where a clause before it has it

    def run(self) -> None:
        """Go through the quantities."""
        stops = [found.end() for found in _STOP.finditer(self._text)]
        ends = [found.start() for found in _SENTENCE.finditer(self._text)]
        years = [(found.start(), int(found[1])) for found in _YEAR.finditer(self._text)]
        at = stop = end = year = 0
        last: Fact | None = None
        for quantity in quantities_in(self._text, self._units):
            while year < len(years) and years[year][0] < quantity.start:
                self._year, year = years[year][1], year + 1
            clause = at
            while stop < len(stops) and stops[stop] <= quantity.start:
                clause, stop = max(clause, stops[stop]), stop + 1
            is_new = end < len(ends) and ends[end] < quantity.start
            while end < len(ends) and ends[end] < quantity.start:
                end += 1
            between = self._text[max(at, quantity.start - _BETWEEN_CEILING) : quantity.start]
            self._cross(between, last, is_new=is_new)
            fact = self._fact(quantity, self._text[max(clause, at) : quantity.start])
            at = quantity.end
            if fact is not None:
                self._take(fact)
                last = fact
        self._close_parts()

    def _cross(self, between: str, last: Fact | None, *, is_new: bool) -> None:
        """Look at the words since the number before: a new sentence, the parts of an amount."""
        if self._words.opens_parts(between) and last is not None and last.unit in self._units.money:
            self._close_parts()
            self._whole = last
        elif is_new:
            self._close_parts()
            self._in_points = False
        head = between.replace("：", ":") if "：" in between or ":" in between else ""
        if head:
            said = self._words.said(head[: head.rindex(":")])
            uses = [one.use for one in said if one.use in ("target", "actual", "weight")]
            if uses and uses[-1] == "weight":
                self._in_points = True
            elif uses:
                self._mode = uses[-1]

    def _fact(self, quantity: PrintedQuantity, head: str) -> Fact | None:
        """Say what a quantity is."""
        head = head[-_HEAD_CEILING:].replace("：", ":").rstrip(" :").rpartition(":")[2]
        sign, begins = self._words.sign(head)
        head = head[:begins]
        said = [one for one in self._words.said(head) if self._fits(one.use, quantity.unit)]
        role = said[-1].use if said else self._at_end(head, quantity.unit)
        if not quantity.unit:
            if role not in ("total", "score") or not _ends(head, said[-1].end):
                return None
            quantity = quantity._replace(unit=_POINTS)
        name = self._name(head, quantity, role)
        is_money = quantity.unit in self._units.money
        if is_money and self._parts and self._book.wholes.is_one(head):
            self._close_parts()
        if self._whole is not None and is_money and not self._is_compared(head):
            role = "part"
        elif quantity.unit in _PERCENT and head.rstrip().endswith(self._words.of("share")):
            role, name = "rate", self._words.name(head)
        elif sign and role != "actual":
            role = "target"
        elif quantity.unit == _POINTS and (self._in_points or self._is_class(name)):
            role = "weight"
        elif not role and self._is_listed_target(quantity):
            role = "target"
        elif not role or (role in ("target", "actual") and self._mode):
            role = (
                self._mode or role or ("amount" if quantity.unit in self._units.money else "count")
            )
        name = name or self._name_before(quantity, role)
        return Fact(
            name,
            quantity.value,
            quantity.unit,
            _role(role),
            self._place,
            self._year,
            self._class(name) if quantity.unit == _POINTS else "",
            start=quantity.start,
            end=quantity.end,
            is_about=quantity.is_about,
            sign=sign,
            size=self._units.size(quantity.unit),
        )

    def _at_end(self, head: str, unit: str) -> str:
        """Return what a number is by the word right before it: 本项目自评96.5分 is the total."""
        is_total = unit == _POINTS and head.endswith(self._words.of("total-end"))
        return "total" if is_total else ""

    def _is_compared(self, head: str) -> bool:
        """Tell what is of another year, or by how much that differs: 较上年的16万元增加9万元 has no parts."""
        is_beside = any(word in head for word in self._words.of("compared"))
        return is_beside or head in self._words.of("changed-by")

    def _fits(self, use: str, unit: str) -> bool:
        """Tell whether a number in a unit can be what words say: no amount is a rate."""
        if use in AMOUNTS:
            return unit in self._units.money
        if use in _POINT_ROLES:
            return unit in ("", _POINTS)
        return use != "rate" or unit in _PERCENT

    def _name(self, head: str, quantity: PrintedQuantity, role: str) -> str:
        """Return the name before a number, without the words of its role; else the one behind it."""
        name = head
        if role in ("target", "actual"):
            marks = [one for one in self._words.said(head) if one.use in ("target", "actual")]
            before, behind = head[: marks[0].start], head[marks[-1].end :]
            name = before if self._words.name(before) else behind
        name = self._words.name(name)
        if name:
            return name[-_LONGEST_NAME:]
        tail = self._text[quantity.end : quantity.end + _TAIL_CEILING]
        return self._words.after(_STOP.split(tail, maxsplit=1)[0])

    def _is_listed_target(self, quantity: PrintedQuantity) -> bool:
        """Tell what is wanted too: 计划改造水厂6座、铺设管网42公里."""
        last = self.facts[-1] if self.facts else None
        if last is None or last.role != "target" or last.sign or quantity.unit in _PERCENT:
            return False
        return self._text[last.end : last.end + 1] == "、"

    def _name_before(self, quantity: PrintedQuantity, role: str) -> str:
        """Return the clause before one that only says 指标值; what was reached is called alike."""
        if role == "actual" and self._last_target is not None:
            alike = self._last_target.unit == quantity.unit
            return self._borrowed if alike else ""
        if role != "target":
            return ""
        clauses = _COMMA.split(_SENTENCE.split(self._text[: quantity.start])[-1])
        before = clauses[-2].replace("：", ":").rpartition(":")[2] if len(clauses) > 1 else ""
        is_plain = _SHORTEST_NAME <= len(before) <= _LONGEST_NAME and _DIGIT.search(before) is None
        self._borrowed = self._words.name(before) if is_plain else ""
        return self._borrowed

    def _is_class(self, name: str) -> bool:
        return bool(self._class(name)) or self._book.role(name) == "rate" or name.endswith("执行率")

    def _class(self, name: str) -> str:
        found = self._book.classes.word(name)
        return found.name if found.is_level1 or found.is_level2 else ""

    def _take(self, fact: Fact) -> None:
        """Write a fact down, as a part, a target or an actual where it is one."""
        self.facts.append(fact)
        if fact.role == "part":
            self._parts.append(fact)
        elif fact.role == "target":
            self._targets[fact.name, fact.dimension] = fact
            self._last_target = fact
            self._owned = fact if self._is_of_one_before(fact) else None
        elif fact.role == "actual":
            self._pair(fact)

    def _pair(self, actual: Fact) -> None:
        """Find the target of an actual: the one of its name, else the one right before it."""
        key = (actual.name, actual.dimension)
        target = self._targets.pop(key, None)
        last = self._last_target
        is_near = last is not None and last.dimension == actual.dimension
        is_near = is_near and (last is not self._owned or not actual.name)
        if target is None and last is not None and is_near and not self._mode:
            target = self._targets.pop((last.name, last.dimension), None)
        if target is None:
            return
        if target is last:
            self._last_target = None
        name = target.name or actual.name
        self.facts[-1] = actual._replace(name=name)
        self.pairs.append(Pair(name, target, self.facts[-1]))

    def _is_of_one_before(self, target: Fact) -> bool:
        """Tell 2.68万亩，为年度任务2.6万亩的103%: what was wanted of the thing before it, and of no other."""
        before = self.facts[-2] if len(self.facts) > 1 else None
        if before is None or target.name or not before.name or before.role == "target":
            return False
        between = self._text[before.end : target.start]
        return before.dimension == target.dimension and not _SENTENCE.search(between)

    def _close_parts(self) -> None:
        if self._whole is not None and self._parts:
            self.sums.append(Sum(self._whole, tuple(self._parts)))
        self._whole, self._parts = None, []


def _role(role: str) -> Role:
    return role  # type: ignore[return-value] # the words of the data are the roles


def _ends(head: str, end: int) -> bool:
    """Tell whether only a colon or 为 stands between words and the number."""
    return not head[end:].strip(" :：为是得")
