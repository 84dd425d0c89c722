"""Bring a file that somebody edited up to date: open the three versions, merge, tell what became of it."""

import datetime
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.roundtrip.edit_account import Account, Answer, counted, of_answer
from generator.roundtrip.files_record import FileRecord
from generator.roundtrip.manifest import Written, file_record

if TYPE_CHECKING:
    from generator.roundtrip.version import Version
    from generator.word.edited.file import WordFile


class Base(NamedTuple):
    """What we wrote last: its record, and its bytes when they are still kept."""

    record: FileRecord
    data: bytes | None = None


class Brought(NamedTuple):
    """The person's file with ours in it (``None``: it cannot be read), and what became of everything."""

    data: bytes | None
    account: Account = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()  # the comments that were hung on it


class Comparison:
    """A person's file beside what we wrote last and what would be written now; each is opened once."""

    def __init__(self, found: bytes, base: Base | None, new: Written, mode: str) -> None:
        self._data, self._base, self._new, self._mode = found, base, new, mode

    def has_only_look(self) -> bool:
        """Tell whether words and things are those that we wrote: saved again, or formatted."""
        return self._base is not None and self._says(lambda: self._before)

    def says_all(self) -> bool:
        """Tell whether the file says already what would be written now."""
        return self._says(lambda: self._now)

    def is_same_version(self) -> bool:
        """Tell whether what would be written now says what was written last."""
        if self._base is None or self._base.data is None:
            return self._base is not None
        from generator.roundtrip.same_words import says_the_same  # noqa: PLC0415 - only where somebody edited

        return says_the_same(self._now.file, self._before)

    def bring(self, shown: str, day: datetime.date | None) -> Brought:
        """Bring the new version into the person's file."""
        from generator.roundtrip.merge import merge  # noqa: PLC0415 - only where somebody edited
        from generator.word.package import PackageError  # noqa: PLC0415 - see above
        from generator.word.xml import XmlError  # noqa: PLC0415 - see above

        place = Place(shown)
        known = self._base.record.remarks if self._base is not None else ()
        try:
            self._found.restamp(self._new.stamp)
            merged = merge(self._found, self._before, self._now, day, remarks=known)
        except (PackageError, XmlError):
            message, hint = "改动过的文件读不了，没有合并", "请用 Word 或 WPS 打开后另存为 .docx"
            return Brought(None, (), (Problem("O07", Severity.WARNING, message, place, hint),))
        told = [*_told(merged.account, place)]
        if _is_under_review(self._found):
            message = "文件里有还没处理的修订：原样留着，读的时候按接受算"
            told.append(Problem("O09", Severity.NOTE, message, place))
        return Brought(merged.data, merged.account, tuple(told), merged.remarks)

    def _says(self, version: "Callable[[], Version]") -> bool:
        from generator.roundtrip.same_words import says_the_same  # noqa: PLC0415 - see above
        from generator.word.package import PackageError  # noqa: PLC0415 - see above
        from generator.word.xml import XmlError  # noqa: PLC0415 - see above

        try:
            return says_the_same(self._found, version())
        except (PackageError, XmlError):
            return False

    @cached_property
    def _found(self) -> "WordFile":
        from generator.word.edited.file import WordFile  # noqa: PLC0415 - see above

        return WordFile(self._data)

    @cached_property
    def _before(self) -> "Version":
        base = self._base or Base(file_record(self._new, self._mode))
        return former(base, self._new)

    @cached_property
    def _now(self) -> "Version":
        return version_of(self._new.data, file_record(self._new, self._mode))


def is_only_look(found: bytes, base: Base) -> bool:
    """Tell whether a file says what we wrote, as far as a copy of that is kept."""
    if base.data is None:
        return False
    new = Written(base.record.file, base.data, ())
    return Comparison(found, base, new, base.record.mode).has_only_look()


def _is_under_review(file: "WordFile") -> bool:
    from generator.word.edited.edited_words import REVIEW  # noqa: PLC0415 - see above

    return any(t.kind == REVIEW for passage in file.passages() for t in passage.things)


def former(base: Base, new: Written | None) -> "Version":
    """Open what we wrote last, or what the record lets us make of it."""
    from generator.roundtrip.former_version import former_version  # noqa: PLC0415 - see above

    if base.data is not None or new is None:
        return version_of(base.data or b"", base.record)
    return former_version(base.record, new.data, file_record(new, base.record.mode))


def version_of(data: bytes, record: FileRecord) -> "Version":
    """Open a file of ours."""
    from generator.roundtrip.anchor_book import anchor_book, shown_figures  # noqa: PLC0415 - see above
    from generator.roundtrip.version import Version  # noqa: PLC0415 - see above
    from generator.word.edited.file import WordFile  # noqa: PLC0415 - see above

    book, shown = anchor_book(record), shown_figures(record)
    return Version(WordFile(data), book, shown=shown)


def _told(account: Account, place: Place) -> Iterator[Problem]:
    yield Problem("O14", Severity.NOTE, f"已合并：{_summed(account)}", place)
    hint = "文件里加了批注，请核对"
    for entry in of_answer(account, Answer.CONFLICT):
        yield Problem("O08", Severity.WARNING, f"您和输入改了同一处：{entry.reason}", place, hint)
    yield from left_out(account, place)


def left_out(account: Account, place: Place) -> Iterator[Problem]:
    """Tell what was not carried, each with where it stands, as far as that is one place."""
    for entry in of_answer(account, Answer.NOT_CARRIED):
        message = f"{entry.place}：{entry.reason}" if str(entry.place) else entry.reason
        yield Problem("O08", Severity.WARNING, message, place, "请自行核对")


def _summed(account: Account) -> str:
    """Count every difference once: what asks for a look is counted as well, where there is any."""
    counts = counted(account)
    always = {
        "采用输入的改动": counts[Answer.MERGED],
        "保留您的改动": counts[Answer.KEPT],
    }
    asking = {
        "两边都改、照您的": counts[Answer.CONFLICT],
        "没有带过来": counts[Answer.NOT_CARRIED],
    }
    told = {**always, **{words: count for words, count in asking.items() if count}}
    return "，".join(f"{words} {count} 处" for words, count in told.items())
