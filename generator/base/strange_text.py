"""Read text files of strangers: size, encoding and characters are checked before anything else."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import NotRegularError, TooLargeError, read_regular
from generator.base.shortage import HOW_TO_FREE, shortage
from generator.base.system_words import system_words

LARGEST_TEXT = 2 * 1024 * 1024
MOST_REPORTED = 20

_HOW_TO_SAVE = "请用记事本或 WPS 另存为 UTF-8 编码（记事本：另存为 → 编码选 UTF-8）"
_BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
# Control characters, and the noncharacters that the program keeps for its own marks.
FORBIDDEN = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_FAR_NONCHARACTERS = frozenset(
    chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF)
)


def shown_path(path: Path) -> str:
    """Return a path as it is shown: relative to the current folder when below it, slashes forward."""
    try:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        return absolute.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


def read_bytes(path: Path, shown: str, limit: int) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Read a regular file up to a limit."""
    try:
        return read_regular(path, limit), ()
    except TooLargeError as error:
        return None, (too_large(shown, error.size, limit),)
    except NotRegularError as error:
        return None, (_unreadable(shown, str(error.strerror), "请指定一个文件"),)
    except OSError as error:
        return None, (
            _unreadable(shown, why_unreadable(error), "请检查路径和权限，关闭占用它的程序"),
        )


def read_text(
    path: Path, shown: str, *, limit: int = LARGEST_TEXT
) -> tuple[str | None, tuple[Problem, ...]]:
    """Read a UTF-8 text; a byte order mark is dropped, line ends become ``\\n``."""
    data, problems = read_bytes(path, shown, limit)
    if data is None:
        return None, problems
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_wrong_encoding(shown, data, error.start),)
    faults = tuple(_forbidden(text, shown))
    if faults and text.count("\0") * 5 > len(text):
        return None, (_wrong_encoding(shown, data, 0),)
    # One kind of line end keeps lines and columns the same on every system.
    return (None, faults) if faults else (text.replace("\r\n", "\n"), ())


class Decoded(NamedTuple):
    """A text, and whether its file has to be saved in another encoding."""

    text: str
    is_foreign: bool = False


def decoded(data: bytes) -> Decoded | None:
    """Decode a text in UTF-8, or surely in the encoding of older Chinese programs (``None``: neither)."""
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        is_known = guess_encoding(data).startswith("GBK")
    try:
        return Decoded(data.decode("gb18030"), is_foreign=True) if is_known else None
    except UnicodeDecodeError:
        return None


def guess_encoding(data: bytes) -> str:
    """Say which encoding bytes that are not UTF-8 seem to be in."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    head = data[:4096]
    if head.count(0) * 5 > len(head):
        return "UTF-16"
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    chinese = sum("一" <= c <= "鿿" or c in "，。；：（）“”、" for c in text)
    others = sum(ord(c) > 127 for c in text)
    return "GBK（GB18030）" if others and chinese * 10 >= others * 8 else ""


def _wrong_encoding(shown: str, data: bytes, at: int) -> Problem:
    before = data[:at]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")) + 1
    name = guess_encoding(data)
    seems = f"，看来是 {name} 编码" if name else "，认不出是什么编码"
    if not name and len(data.decode("utf-8", errors="ignore").encode()) * 50 > len(data) * 49:
        seems = "：大部分是，这里有坏掉的字节"
    return Problem(
        "I03",
        Severity.ERROR,
        f"文件不是 UTF-8 编码{seems}",
        Place(shown, line, column),
        _HOW_TO_SAVE,
    )


def _forbidden(text: str, shown: str) -> Iterator[Problem]:
    if all(map(str.isprintable, text.split("\n"))):
        return  # the quickest look: nothing that is looked for here can be printed
    found = [m.start() for m in FORBIDDEN.finditer(text)]
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text):  # beyond the first plane
        found = sorted({*found, *(i for i, c in enumerate(text) if c in _FAR_NONCHARACTERS)})
    for at in found[:MOST_REPORTED]:
        place = Place(shown, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        message = f"有不能用的字符 U+{ord(text[at]):04X}"
        yield Problem(
            "I04", Severity.ERROR, message, place, "请删去这个字符；它多半是从别处粘贴来的"
        )


def _unreadable(shown: str, reason: str, hint: str) -> Problem:
    return Problem("I01", Severity.ERROR, f"读不了这个文件：{reason}", Place(shown), hint)


def too_large(shown: str, size: int, limit: int) -> Problem:
    """Say that a file is above a limit."""
    message = f"文件太大（{size:,} 字节，最多 {limit:,} 字节）"
    return Problem("I02", Severity.ERROR, message, Place(shown), "请检查是不是选错了文件")


def not_understood(shown: str, error: Exception) -> Problem:
    """Say that what is in a file is not as it should be, unless it is the machine that did not read it."""
    if short := shortage(error):
        return Problem(
            "O21", Severity.ERROR, f"读这个文件时{short}，没有读完", Place(shown), HOW_TO_FREE
        )
    if isinstance(error, OSError):
        message = f"没有读完这个文件：{why_unreadable(error)}"
        return Problem("D01", Severity.ERROR, message, Place(shown), "请检查磁盘和权限后再试")
    message = f"读不了这个文件：里面的内容不合规范（{type(error).__name__}）"
    hint = "请用 Word、Excel 或 WPS 打开，另存一份再试"
    return Problem("D01", Severity.ERROR, message, Place(shown), hint)


def why_unreadable(error: OSError) -> str:
    """Say in a few words why a file could not be read."""
    if isinstance(error, FileNotFoundError):
        return "没有这个文件"
    if isinstance(error, NotRegularError | TooLargeError):
        return str(error.strerror)  # our own words
    return system_words(error)
