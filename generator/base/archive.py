"""Open a zip package of strangers: sizes are bounded before and while anything is unpacked."""

import io
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.base.problem import Place, Problem, Severity

LARGEST_FILE = 64 * 1024 * 1024
LARGEST_PART = 64 * 1024 * 1024
LARGEST_SUM = 160 * 1024 * 1024
MOST_PARTS = 10_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 16
_ENCRYPTED = 1
# What a file that should be a package may turn out to be: its first bytes, and how to say it.
_SIGNATURES = (
    (b"%PDF", "这是 PDF 文件", "请用原来的 Word 或 Excel 文件"),
    (b"{\\rtf", "这是 RTF 文件，只是改了扩展名", "请用 Word 或 WPS 打开，另存为 .docx"),
    (b"<", "这是网页或 XML 文件，只是改了扩展名", "请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx"),
)
# In a compound file the streams are named in UTF-16.
_STREAMS = (
    ("EncryptedPackage", "文件有打开密码", "请先用 Word 或 WPS 打开，去掉密码后另存"),
    ("WordDocument", "这是旧的 .doc 格式", "请用 Word 或 WPS 打开，另存为 .docx"),
    ("Workbook", "这是旧的 .xls 格式", "请用 Excel 或 WPS 打开，另存为 .xlsx"),
    ("Book", "这是旧的 .xls 格式", "请用 Excel 或 WPS 打开，另存为 .xlsx"),
)


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

    def __init__(self, data: bytes) -> None:
        """Look at the directory of the package only."""
        if not data.startswith(b"PK"):
            raise _not_a_package(data)
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise UnsafePackageError("文件已损坏，打不开") from error
        infos = self._zip.infolist()
        if len(infos) > MOST_PARTS:
            message = f"文件里的部件太多（{len(infos):,} 个）"
            raise UnsafePackageError(message)
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise UnsafePackageError("文件有密码", "请去掉密码后另存")
        self._left = LARGEST_SUM
        self._infos = {info.filename.lstrip("/"): info for info in infos}

    def __contains__(self, name: str) -> bool:
        return name.lstrip("/") in self._infos

    @property
    def names(self) -> tuple[str, ...]:
        """List the parts."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """Unpack a part; what its directory entry claims is not believed."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Unpack a part piece by piece."""
        info = self._infos[name.lstrip("/")]
        if info.file_size > LARGEST_PART:
            raise _too_large(info)
        size = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._left -= len(piece)
                    if size > LARGEST_PART or self._left < 0:
                        raise _too_large(info)
                    yield piece
        except (
            BadZipFile,
            zlib.error,
            NotImplementedError,
            EOFError,
            OSError,
            RuntimeError,
        ) as error:
            message = f"文件已损坏，部件 {info.filename[:80]} 解不开"
            raise UnsafePackageError(message) from error


def _too_large(info: ZipInfo) -> UnsafePackageError:
    message = f"文件展开后太大（部件 {info.filename[:80]}）"
    return UnsafePackageError(message, "正常的自评材料不会这么大；请检查文件的来源")


def _not_a_package(data: bytes) -> UnsafePackageError:
    if not data:
        return UnsafePackageError("文件是空的", "请检查文件是否完整")
    if data.startswith(_OLE):
        for stream, message, hint in _STREAMS:
            if stream.encode("utf-16-le") in data:
                return UnsafePackageError(message, hint)
        return UnsafePackageError(
            "这是旧的 Office 格式", "请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx"
        )
    head = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    for start, message, hint in _SIGNATURES:
        if head.startswith(start):
            return UnsafePackageError(message, hint)
    return UnsafePackageError("不是 .docx 或 .xlsx 文件", "请检查是不是选错了文件")
