"""Open a zip package of strangers: sizes are bounded before and while anything is unpacked."""

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from generator.base.file_kind import FileKind, kind_of
from generator.base.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_CHUNK = 1 << 16
_ENCRYPTED = 1
_STORED, _DEFLATED = 0, 8  # what packages of Office programs use, and the only two that are bounded
_DIRECTORY_ENTRY = b"PK\1\2"
_NAME = 80
_ODD = "正常的 Office 文件没有这种部件；请检查文件的来源"


class Bounds(NamedTuple):
    """How much of a package is unpacked: each part, all that is read, and how many there may be."""

    part: int = 64 * 1024 * 1024
    all: int = 160 * 1024 * 1024
    parts: int = 10_000


BOUNDS = Bounds()
LARGEST_PART = BOUNDS.part


class UnsafePackageError(ValueError):
    """A package that is not read; the message and hint are for the user."""

    def __init__(
        self, message: str, hint: str = "请检查文件是否完整，用 Word 或 WPS 另存一份再试"
    ) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint

    def problem(self, shown: str) -> Problem:
        """Say it as a problem of the file."""
        return Problem("D01", Severity.ERROR, self.message, Place(shown), self.hint)


class Package:
    """A zip package whose parts are unpacked one by one, up to a limit for each and for all."""

    def __init__(self, data: bytes, bounds: Bounds = BOUNDS) -> None:
        """Look at the directory of the package only."""
        if not data.startswith(b"PK"):
            raise not_a_package(kind_of(data))
        self._bounds, self._left = bounds, bounds.all
        # Each entry of the directory costs a kilobyte once it is read.
        if data.count(_DIRECTORY_ENTRY) > 2 * bounds.parts:
            raise _too_many(data.count(_DIRECTORY_ENTRY), bounds)
        self._zip = _opened(data)
        self._infos = _directory(self._zip.infolist(), bounds)

    def __contains__(self, name: str) -> bool:
        return name.lstrip("/") in self._infos

    @property
    def names(self) -> tuple[str, ...]:
        """List the parts."""
        return tuple(self._infos)

    @property
    def size(self) -> int:
        """Return how large all parts claim to be."""
        return sum(info.file_size for info in self._infos.values())

    def read(self, name: str) -> bytes:
        """Unpack a part; what its directory entry claims is not believed."""
        return b"".join(self.chunks(name))

    def read_all(self) -> dict[str, bytes]:
        """Unpack all parts; what claims to be too much is refused before anything is unpacked."""
        if self.size > self._bounds.all:
            message = f"文件展开后太大（{self.size:,} 字节，最多 {self._bounds.all:,} 字节）"
            raise UnsafePackageError(message, "里面的图片或附件请先删去")
        return {name: self.read(name) for name in self._infos}

    def chunks(self, name: str) -> Iterator[bytes]:
        """Unpack a part piece by piece."""
        info = self._infos[name.lstrip("/")]
        if info.file_size > self._bounds.part:
            raise _too_large(info, self._bounds)
        size = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._left -= len(piece)
                    if size > self._bounds.part or self._left < 0:
                        raise _too_large(info, self._bounds)
                    yield piece
        except (UnsafePackageError, MemoryError):
            raise
        except Exception as error:  # a package that lies raises whatever its reader stumbles over
            message = f"文件已损坏，部件 {info.filename[:_NAME]} 解不开"
            raise UnsafePackageError(message) from error


def not_a_package(kind: FileKind) -> UnsafePackageError:
    """Say what a file is that should be a package."""
    if kind is FileKind.TEXT:
        return UnsafePackageError("不是 .docx 或 .xlsx 文件，而是文本", "请检查是不是选错了文件")
    if kind in (FileKind.RTF, FileKind.HTML, FileKind.XML):
        return UnsafePackageError(f"{kind.facts.said}，只是改了扩展名", kind.facts.hint)
    return UnsafePackageError(kind.facts.said, kind.facts.hint)


def _opened(data: bytes) -> "ZipFile":
    from zipfile import ZipFile  # noqa: PLC0415 - slow to load, and not needed for what we made

    try:
        return ZipFile(io.BytesIO(data))
    except MemoryError:
        raise
    except Exception as error:  # see above
        raise UnsafePackageError("文件已损坏，打不开") from error


def _directory(infos: "list[ZipInfo]", bounds: Bounds) -> "Mapping[str, ZipInfo]":
    """Return the parts by name; what no Office program writes is refused."""
    if len(infos) > bounds.parts:
        raise _too_many(len(infos), bounds)
    found: dict[str, ZipInfo] = {}
    for info in infos:
        name = info.filename.replace("\\", "/").lstrip("/")
        if not name:
            raise UnsafePackageError("文件里有一个没有名字的部件", _ODD)
        if name.endswith("/"):  # a folder
            continue
        if info.flag_bits & _ENCRYPTED:
            raise UnsafePackageError("文件有密码", "请去掉密码后另存")
        if ".." in name.split("/") or ":" in name.partition("/")[0]:
            message = f"文件里有指到外面的部件（{info.filename[:_NAME]}），出于安全不读取"
            raise UnsafePackageError(message, _ODD)
        if info.compress_type not in (_STORED, _DEFLATED):
            message = f"部件 {name[:_NAME]} 的压缩方法（{info.compress_type}）不是 Office 文件用的"
            raise UnsafePackageError(message)
        other = found.setdefault(name, info)
        if (other.CRC, other.file_size) != (info.CRC, info.file_size):
            message = f"文件里有两个部件都叫 {name[:_NAME]}，不知道哪个算数"
            raise UnsafePackageError(message)
    return found


def _too_many(count: int, bounds: Bounds) -> UnsafePackageError:
    message = f"文件里的部件太多（{count:,} 个，最多 {bounds.parts:,} 个）"
    return UnsafePackageError(message, "正常的自评材料没有这么多；请检查文件的来源")


def _too_large(info: "ZipInfo", bounds: Bounds) -> UnsafePackageError:
    message = (
        f"文件展开后太大（部件 {info.filename[:_NAME]}；一个部件最多 {bounds.part:,} 字节，"
        f"一共最多 {bounds.all:,} 字节）"
    )
    return UnsafePackageError(message, "正常的自评材料不会这么大；请检查文件的来源")
