"""The pages of a Word file with what is certain mended, in a new file; the old one stays as it is."""

from pathlib import Path
from typing import NamedTuple

from generator.base.archive import UnsafePackageError
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import not_understood, read_bytes, shown_path
from generator.base.writing import write_atomically
from generator.model.laid_out import LaidParagraph
from generator.rules.page.page_mends import page_mends
from generator.use.audit.page_look import PageLook
from generator.use.library import Library
from generator.word.mending.mended_file import mended_file
from generator.word.package import PackageError
from generator.word.reading.look.document_look import read_laid_out


class Counted(NamedTuple):
    """What was mended of one kind, and in how many places."""

    code: str
    title: str
    places: int


class MendedLayout(NamedTuple):
    """What was mended, what an audit of the new file still tells, and what stood in the way."""

    mended: tuple[Counted, ...] = ()
    left: int = 0
    problems: tuple[Problem, ...] = ()


def mend_layout(path: Path, target: Path, library: Library) -> MendedLayout:
    """Mend what is certain of a file, prove that its words are the same, and write it anew."""
    shown = shown_path(path)
    if target.exists():
        hint = "换一个文件名：-o 另一个名字.docx"
        place = Place(shown_path(target))
        return _refused(Problem("O02", Severity.ERROR, "文件已经存在，没有覆盖", place, hint))
    data, unread = read_bytes(path, shown, LARGEST_FILE)
    if data is None:
        return MendedLayout(problems=unread)
    try:
        return _mended(data, shown, target, library)
    except UnsafePackageError as error:
        return _refused(error.problem(shown))
    except PackageError as error:
        return _refused(Problem("O19", Severity.ERROR, str(error), Place(shown), error.hint))
    except Exception as error:  # files of strangers: nobody knows what their readers stumble over
        return _refused(not_understood(shown, error))


def _mended(data: bytes, shown: str, target: Path, library: Library) -> MendedLayout:
    look = PageLook(library)
    yard = look.measures()
    if yard is None:
        return MendedLayout(problems=look.problems)
    document = read_laid_out(data, shown)
    before = {b.place: b.setting.before for b in document.blocks if isinstance(b, LaidParagraph)}
    codes = {
        id: text.code for id, text in library.rules.texts.items()
    }  # a house may leave some out
    mends = (mend for mend in page_mends(document, yard) if mend.finding in codes)
    mended = mended_file(data, mends, before)
    if mended.made:
        fault = write_atomically(target, mended.data)
        if fault is not None:
            return MendedLayout(problems=(*look.problems, fault))
    places: dict[str, dict[object, None]] = {}
    for mend in mended.made:
        places.setdefault(codes[mend.finding], {})[mend.where] = None
    texts = library.rule_texts
    counted = tuple(Counted(c, texts[c].title, len(places[c])) for c in sorted(places))
    left = sum(1 for _ in look.tellings(mended.data, shown, yard))
    return MendedLayout(counted, left, look.problems)


def _refused(problem: Problem) -> MendedLayout:
    return MendedLayout(problems=(problem,))
