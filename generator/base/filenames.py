"""File names that every system takes, Windows included."""

import unicodedata
from pathlib import Path

LONGEST_NAME = 80
LONGEST_BYTES = 200

_DEVICES = frozenset(
    (
        *("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"),
        *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"),
    )
)
# Each forbidden sign becomes its full-width look-alike, so that a title stays readable.
_LOOKALIKES = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")


def name_fault(name: str) -> str:
    """Say why a file name cannot be used on Windows (empty: it can)."""
    stem = name.split(".", 1)[0].rstrip(" ").upper()
    if not name or name in (".", ".."):
        return "文件名为空"
    if stem in _DEVICES:
        return f"“{stem}”是 Windows 的保留名"
    if bad := [c for c in name if c in '<>:"/\\|?*' or ord(c) < 32]:
        return f"含有不能用的字符 {' '.join(dict.fromkeys(bad))}"
    if name[-1] in ". ":
        return "不能以点或空格结尾"
    if len(name.encode("utf-8", "surrogatepass")) > LONGEST_BYTES:
        return "太长"
    return ""


def is_safe_name(name: str) -> bool:
    """Tell whether a file name can be used everywhere."""
    return not name_fault(name)


def safe_name(text: str, limit: int = LONGEST_NAME) -> str:
    """Make a file name out of a title: the same title always gives the same name."""
    name = unicodedata.normalize("NFC", text).translate(_LOOKALIKES)
    name = "".join(c if c.isprintable() else "_" for c in name)
    name = " ".join(name.split())[:limit]
    while len(name.encode("utf-8")) > LONGEST_BYTES:
        name = name[:-1]
    name = name.strip(" .") or "未命名"
    return f"_{name}" if name_fault(name) else name


def folder_name(folder: Path) -> str:
    """Return the name of a folder, also of the current one and those above it."""
    return folder.resolve().name if folder.name in ("", "..") else folder.name
