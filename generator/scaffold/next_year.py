"""Last year's dossier made ready for the next: promises kept, results cleared, years moved on."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from generator.base.pattern import Pattern
from generator.base.toml_edit import Change, Drop, Enter, Path, Put, TomlText
from generator.model.entry import Entry
from generator.model.input_files import UNIT_FILE
from generator.model.subject import DepartmentEntry
from generator.model.unit import UnitEntry
from generator.model.wording_packs import Wording
from generator.prose.prose_render import quotes_figures
from generator.prose.typed import typed_numbers
from generator.scaffold.carry_rules import (
    SUBJECT_RULES,
    UNIT_RULES,
    Fate,
    Rules,
)
from generator.scaffold.key_titles import keys_of
from generator.scaffold.years import mentions, move_term, move_year

_OUR_MARK = "# 【转入】"
# Comments with these words say what last year's document printed.
_PRINTED = ("印作", "印成")
_FACT = Pattern(r"""(?:fact|field)\(\s*("[^"]*"|'[^']*')""")
_KEPT, _CLEARED = "名称、指标、指标值、分值、标题和自写的章节", "金额、完成情况、得分和说明"
_DEPTH_OF_ROWS = 3  # [tables.表.行]
_FEWEST = 4  # letters of a result that is looked for in standing texts


def carry_over(files: Mapping[str, str], year: int, wording: Wording) -> dict[str, str]:
    """Return the TOML files of a dossier for another year; the texts given must be valid TOML."""
    toml = {name: text for name, text in files.items() if name.endswith(".toml")}
    old = _year_of(toml.get(UNIT_FILE, ""))
    return {name: _carry(name, text, (old, year), wording) for name, text in toml.items()}


def _carry(name: str, text: str, years: tuple[int | None, int], wording: Wording) -> str:
    is_unit = PurePosixPath(name).name == UNIT_FILE
    document = TomlText(text)
    rules = UNIT_RULES if is_unit else SUBJECT_RULES
    carrier = _Carrier(document.data(), rules, years, wording)
    titles = tuple(f"# {title}" for title in _titles(UnitEntry if is_unit else DepartmentEntry))
    document.apply(carrier.decide, stays=lambda comment: comment.startswith(titles))
    document.drop_comments(_is_outdated)
    if is_unit:
        document.set_after("year", years[1], before="")
        document.set_after("stage", "goals", before="scheme")
    document.open_with(carrier.notes())
    return str(document).rstrip("\n") + "\n"


class _Carrier:
    """Decides on every value of one file and remembers what a person should look at."""

    def __init__(
        self,
        data: Mapping[str, Any],
        rules: Rules,
        years: tuple[int | None, int],
        wording: Wording,
    ) -> None:
        self._data = data
        self._rules = rules
        self._old, self._new = years
        self._wording = wording
        self._moved: list[str] = []
        self._left: list[str] = []
        self._doubtful: list[str] = []
        self._results = frozenset(_results(rules, data))

    def decide(self, path: Path, value: Any) -> Change:
        """Say what becomes of the value at a path."""
        rule = _rule_at(self._rules, path)
        if rule is Fate.CLEAR:
            return Drop()
        if rule is Fate.BLANK:
            return Put("")
        if rule is Fate.OWN and not _holds_tables(value):
            return self._own(path, value) if isinstance(value, str) else _own_value(value)
        if rule is Fate.MOVE:
            return self._move(path, value)
        if rule is Fate.STANDING and not _holds_tables(value):
            self._doubt(path, value)
            return self._move(path, value)
        if _holds_tables(value):
            return Enter()
        self._point_out(path, value)
        return None

    def notes(self) -> tuple[str, ...]:
        """Return the lines that open the new file."""
        source = f"由 {self._old} 年度转入" if self._old else "由上年转入"
        lines = [f"{source}：{_KEPT}照旧；{_CLEARED}已清空，请填写本年的。"]
        if self._moved:
            lines += ["下列各处的年份已改为本年，请核对：", *(f"  {line}" for line in self._moved)]
        if self._left:
            lines += [
                "下列各处提到以前的年份，没有改动，请核对：",
                *(f"  {line}" for line in self._left),
            ]
        if self._doubtful:
            lines += [
                "下列自写的章节沿用上年的文字，其中手写的数和上年的结果没有改动，请改为本年的或改为引用：",
                *(f"  {line}" for line in self._doubtful),
            ]
        return tuple(f"{_OUR_MARK.removeprefix('# ')}{line}" for line in lines)

    def _own(self, path: Path, text: str) -> Change:
        """Blank a field of the year; a term within the old year is one within the new."""
        if self._wording.carrying.is_of_one_year(str(path[-1]), text):
            return Put("")
        term = move_term(text, self._old, self._new) if self._old is not None else None
        if term is None:
            return self._move(path, text)
        self._moved.append(f"{self._shown(path)}：{text} → {term}")
        return Put(term)

    def _move(self, path: Path, value: Any) -> Change:
        if self._old is None:
            return None
        moved = _moved(value, self._old, self._new)
        for before, after in zip(_texts(value), _texts(moved), strict=True):
            if before != after:
                words = zip(
                    mentions(before, (self._old,)), mentions(after, (self._new,)), strict=False
                )
                self._moved += [f"{self._shown(path)}：{one} → {other}" for one, other in words]
        self._point_out(path, moved)
        return Put(moved) if moved != value else None

    def _doubt(self, path: Path, value: Any) -> None:
        """Remember what of a standing text may be true of last year alone."""
        for text in _texts(value):
            units = self._wording.units
            numbers = typed_numbers(text, units, with_rough=True)
            typed = dict.fromkeys(one.words for one in numbers)
            said = sorted(result for result in self._results if result in text)
            found = [f"手写的数 {'、'.join(typed)}"] if typed else []
            found += [f"上年的结果“{result}”" for result in said]
            if found:
                self._doubtful.append(f"{self._shown(path)}：{'；'.join(found)}")

    def _point_out(self, path: Path, value: Any) -> None:
        if self._old is None or (len(path) == 1 and path[0] in ("year", "scheme")):
            return
        years = tuple(y for y in (self._old - 1, self._old) if y != self._new)
        for text in _texts(value):
            self._left += [f"{self._shown(path)}：{words}" for words in mentions(text, years)]

    def _shown(self, path: Path) -> str:
        """Write a path for people: rows by their name."""
        text, current = "", self._data
        for key in path:
            current = current[key]  # type: ignore[index] # a number where current is a list
            if isinstance(key, int):
                name = current.get("name") if isinstance(current, Mapping) else None
                text += f"[{name or key + 1}]"
            else:
                text += f".{key}" if text else key
        return text


def _rule_at(rules: Rules, path: Path) -> Any:
    """Follow a path through the rules; rows share the rules of their key."""
    rule: Any = rules
    for key in path:
        if isinstance(key, int):
            continue
        if rule is Fate.BLANK_EACH:
            return Fate.BLANK
        if rule is Fate.MOVE_EACH:
            return Fate.MOVE
        if rule in (Fate.OWN_EACH, Fate.OWN_ROWS):
            return Fate.OWN if rule is Fate.OWN_EACH or _is_cell(path) else rule
        if rule is Fate.STANDING:
            return Fate.STANDING
        if not isinstance(rule, Mapping):
            return None
        found = rule.get(key)
        rule = rule if found is Fate.SAME else found
    return rule


def _is_cell(path: Path) -> bool:
    """Tell a cell of a table of the form's own from a row, and from the table."""
    return len(path) > _DEPTH_OF_ROWS


def _own_value(value: Any) -> Change:
    """Numbers and days are of the year; what was chosen stands until somebody chooses otherwise."""
    return None if isinstance(value, bool | list) else Drop()


def _results(rules: Rules, data: Any, path: Path = ()) -> Iterator[str]:
    """Go through the words of last year that are cleared; short ones are words like any other."""
    if _rule_at(rules, path) in (Fate.CLEAR, Fate.BLANK):
        for text in _every_text(data):
            words = text.strip().rstrip("。；")
            if len(words) >= _FEWEST and not quotes_figures(words):
                yield words
        return
    for key, value in _inside(data):
        yield from _results(rules, value, (*path, key))


def _every_text(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for _, value in _inside(data):
        yield from _every_text(value)


def _inside(data: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(data, Mapping):
        return data.items()
    return enumerate(data) if isinstance(data, list) else ()


def _titles(model: type[Entry], seen: frozenset[type[Entry]] = frozenset()) -> Iterator[str]:
    """Go through the titles of all keys: a comment that begins with one explains the key."""
    for key in keys_of(model):
        yield key.title
        if key.model is not None and key.model not in seen:
            yield from _titles(key.model, seen | {key.model})


def _moved(value: Any, old: int, new: int) -> Any:
    if isinstance(value, list):
        return [_moved(item, old, new) for item in value]
    return _moved_text(value, old, new) if isinstance(value, str) else value


def _moved_text(text: str, old: int, new: int) -> str:
    """Move the years of a text; facts keep their names, and so does what quotes them."""
    pieces, end = [], 0
    for quoted in _FACT.finditer(text):
        pieces += [move_year(text[end : quoted.start()], old, new), quoted[0]]
        end = quoted.end()
    return "".join(pieces) + move_year(text[end:], old, new)


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


def _holds_tables(value: Any) -> bool:
    if isinstance(value, list):
        return any(_holds_tables(item) for item in value)
    return isinstance(value, Mapping)


def _is_outdated(comment: str) -> bool:
    return comment.startswith(_OUR_MARK) or any(word in comment for word in _PRINTED)


def _year_of(unit: str) -> int | None:
    year = TomlText(unit).data().get("year")
    return year if isinstance(year, int) and not isinstance(year, bool) else None
