"""What is learnt of a file, in words: which thing, and its measures as people know them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.base.document_place import DocumentPlace
from generator.use.templates.lesson import Lesson
from generator.word.learning import measured_looks
from generator.word.learning.compared import WIDTHS

_TWIPS_OF_POINT, _TWIPS_OF_MILLIMETRE = 20, 1440 / 25.4
_NAMES: Final = {
    WIDTHS: "列宽",
    measured_looks.HEIGHT: "行高",
    measured_looks.EAST: "中文字体",
    measured_looks.LATIN: "西文字体",
    measured_looks.SIZE: "字号",
    measured_looks.BOLD: "加粗",
    measured_looks.BEFORE: "段前",
    measured_looks.AFTER: "段后",
    measured_looks.LINE: "行距",
    measured_looks.SIDE: "对齐",
    measured_looks.PAGE: "另起一页",
    "w": "纸宽",
    "h": "纸高",
    "orient": "纸的方向",
    "top": "上边距",
    "bottom": "下边距",
    "left": "左边距",
    "right": "右边距",
    "header": "页眉位置",
    "footer": "页脚位置",
    "gutter": "装订线",
}
_VALUES: Final = {
    "left": "左",
    "right": "右",
    "center": "居中",
    "both": "两端",
    "distribute": "分散",
    "portrait": "纵向",
    "landscape": "横向",
    "1": "是",
    "": "否",
}
_RULES: Final = {"exact": "固定值", "atLeast": "最小值"}
_SINGLE = 240


def lesson_lines(lessons: Sequence[Lesson]) -> Iterator[str]:
    """Say what is learnt; what is the same in many places of a table takes one line."""
    alike: dict[tuple[DocumentPlace, str, str, str, str], list[Lesson]] = {}
    for lesson in lessons:
        place = lesson.place._replace(row=0, column=0) if lesson.place.table else lesson.place
        key = (place, lesson.template, lesson.name, lesson.old, lesson.new)
        alike.setdefault(key, []).append(lesson)
    for (place, *_), own in alike.items():
        one = own[0]
        old, new = (shown(one.name, value) for value in (one.old, one.new))
        where = str(place) if own[1:] else str(one.place)
        number = sum(lesson.times for lesson in own)
        times = f"（印出 {number} 处）" if number > 1 else ""
        yield f"{one.template} {where}：{what(one.name)} {old} → {new}{times}"


def what(name: str) -> str:
    """Name a thing."""
    return _NAMES.get(name, name)


def shown(name: str, value: str) -> str:
    """Write its measure."""
    return _WAYS.get(name, _millimetres if name not in _PLAIN else _plain)(value)


def _plain(value: str) -> str:
    return _VALUES.get(value, value)


def _font(value: str) -> str:
    return value.removeprefix("theme ") or "未定"


def _size(value: str) -> str:
    return f"{int(value) / 2:g} 磅" if value.isdecimal() else value


def _points(value: str) -> str:
    number, _, rule = value.partition(" ")
    if not value:
        return "自动"
    said = f"{float(number) / _TWIPS_OF_POINT:g} 磅"
    return f"{said}（{_RULES[rule]}）" if rule in _RULES else said


def _line(value: str) -> str:
    number, _, rule = value.partition(" ")
    return f"{float(number) / _SINGLE:.3g} 倍" if rule == "auto" else _points(value)


def _millimetres(value: str) -> str:
    return f"{float(value) / _TWIPS_OF_MILLIMETRE:.1f} 毫米" if value else "未定"


def _widths(value: str) -> str:
    if not value:
        return "按内容"
    return "、".join(f"{int(w) / _TWIPS_OF_MILLIMETRE:.1f}" for w in value.split()) + " 毫米"


_PLAIN: Final = (measured_looks.SIDE, measured_looks.PAGE, measured_looks.BOLD, "orient")
_WAYS: Final[dict[str, Callable[[str], str]]] = {
    WIDTHS: _widths,
    measured_looks.HEIGHT: _points,
    measured_looks.EAST: _font,
    measured_looks.LATIN: _font,
    measured_looks.SIZE: _size,
    measured_looks.BEFORE: _points,
    measured_looks.AFTER: _points,
    measured_looks.LINE: _line,
}
