"""Pictures beside the inputs: PNG and JPEG, looked at before they are taken, and never outside their folder."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, NamedTuple

from generator.base.filenames import name_fault
from generator.base.regular_file import TooLargeError, read_regular
from generator.model.blocks import Image

FOLDER: Final = "pictures"
LARGEST: Final = 10 * 1024 * 1024
MOST_PIXELS: Final = 60_000_000
_DPI, _INCH = 96, 25.4
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
# Of JPEG: the marks that say how large the picture is, and those that stand alone.
_SIZES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE: Final = frozenset((0x01, *range(0xD0, 0xD8)))
_SCAN, _END = 0xDA, 0xD9
_METRE: Final = 1
_KINDS: Final = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg"}


class PictureFault(NamedTuple):
    """Why there is no picture, and what to do."""

    message: str
    hint: str


class _Size(NamedTuple):
    """Pixels, and how many of them make an inch."""

    width: int
    height: int
    dpi: float = _DPI


def read_picture(folder: Path, target: str) -> Image | PictureFault:
    """Read a picture by the path that a text names: ``pictures/`` and the name of a file."""
    place, _, name = target.partition("/")
    if place != FOLDER or not name or "/" in name or "\\" in name or name_fault(name):
        return PictureFault(
            f"图片的位置“{target}”不对",
            "图片放在填报文件夹的 pictures/ 里，写作 pictures/文件名.png",
        )
    kind = _KINDS.get(name.rpartition(".")[2].lower())
    if kind is None:
        return PictureFault(f"“{target}”不是 PNG、JPEG 图片", "请另存为 .png 或 .jpg")
    path = folder / FOLDER / name
    if _leads_out(path, folder / FOLDER):
        return PictureFault(f"“{target}”指到了 pictures/ 以外", "请把图片文件本身放进 pictures/")
    try:
        data = read_regular(path, LARGEST)
    except TooLargeError:
        return PictureFault(f"“{target}”超过 10 MB", "请缩小图片再放进来")
    except OSError:
        there = "、".join(_names(folder / FOLDER)) or "没有图片"
        return PictureFault(f"读不到图片“{target}”", f"请核对文件名；pictures/ 里现有：{there}")
    return _image(target, data, kind)


def pictures_in(folder: Path) -> list[Path]:
    """List the files that lie among the pictures of a dossier."""
    below = folder / FOLDER
    if not below.is_dir():
        return []
    return sorted(path for path in below.iterdir() if path.is_file())


def _image(target: str, data: bytes, kind: str) -> Image | PictureFault:
    is_png, is_jpeg = data.startswith(_PNG), data.startswith(_JPEG)
    if not is_png and not is_jpeg:
        return PictureFault(
            f"“{target}”的内容不是 PNG、JPEG 图片", "请用看图软件打开，另存为 .png 或 .jpg"
        )
    size = _png_size(data) if is_png else _jpeg_size(data)
    if size is None or not (size.width and size.height):
        return PictureFault(f"“{target}”不完整，看不出大小", "请重新导出这张图片")
    if size.width * size.height > MOST_PIXELS:
        return PictureFault(
            f"“{target}”有 {size.width} × {size.height} 个像素，太大", "请缩小图片再放进来"
        )
    found: Literal["png", "jpeg"] = "png" if is_png else "jpeg"
    del kind  # what it is, the contents say
    width, height = (pixels / size.dpi * _INCH for pixels in (size.width, size.height))
    return Image(target, data, found, round(width, 3), round(height, 3))


def _leads_out(path: Path, folder: Path) -> bool:
    """Tell whether a link leads out of the folder."""
    try:
        return path.exists() and not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return True


def _names(folder: Path) -> list[str]:
    names = [p.name for p in pictures_in(folder.parent) if p.suffix.lower()[1:] in _KINDS]
    return names[:10]


def _png_size(data: bytes) -> _Size | None:
    """Read the chunks of a PNG up to its picture; it must have one, and an end."""
    size: _Size | None = None
    at = len(_PNG)
    has_data = False
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            return None
        if kind == b"IHDR" and length >= 8:
            size = _Size(*struct.unpack_from(">II", data, at + 8))
        elif kind == b"pHYs" and length == 9 and size is not None:
            across, _, unit = struct.unpack_from(">IIB", data, at + 8)
            if unit == _METRE and across:
                size = size._replace(dpi=_sane(across * _INCH / 1000))
        elif kind == b"IDAT":
            has_data = True
        elif kind == b"IEND":
            return size if has_data else None
        at += 12 + length
    return None


def _jpeg_size(data: bytes) -> _Size | None:
    """Read the segments of a JPEG up to its picture."""
    size, dpi = None, float(_DPI)
    for mark, at, length in _segments(data):
        if mark == 0xE0 and length >= 14 and data[at : at + 5] == b"JFIF\0":
            unit, across = data[at + 7], int.from_bytes(data[at + 8 : at + 10], "big")
            if unit in (1, 2) and across:
                dpi = _sane(across * (1 if unit == 1 else 2.54))
        elif mark in _SIZES and length >= 7:
            height, width = struct.unpack_from(">HH", data, at + 1)
            size = _Size(width, height)
        elif mark == _SCAN:
            is_whole = data.rfind(b"\xff\xd9", at) >= 0
            return size._replace(dpi=dpi) if size is not None and is_whole else None
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Go through the segments: the mark, where its contents begin, how long they are."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark in _ALONE or mark == 0xFF:
            at += 1 if mark == 0xFF else 2
            continue
        if mark == _END:
            return
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if length < 2 or at + 2 + length > len(data):
            return
        yield mark, at + 4, length - 2
        at += 2 + length


def _sane(dpi: float) -> float:
    return dpi if 30 <= dpi <= 2400 else _DPI
