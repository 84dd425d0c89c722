"""The account of a document: every cell and paragraph that is not blank is used, furniture or listed."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.base.chinese import has_chinese
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadDocument, ReadTable
from generator.read.draft import Draft
from generator.read.given_answers import Account, Entry
from generator.read.label_book import LabelBook, normal
from generator.read.placed_values import Unplaced

Left = Mapping[str, Mapping[DocumentPlace, str]]  # of each file, where, and why
LABEL = "栏目名"
PLACEHOLDER = "占位"
_WORDS_OF_FORMS = frozenset((LABEL, PLACEHOLDER, "标题", "行号", "序号"))
_STOP = Pattern(r"[。；;](?=.)|。$")
_FIELDS = "fields."
NOT_UNDERSTOOD, NOT_WRITTEN = "没有读懂", "整份文件没有导入"
_LONGEST_LABEL = 22


def close_account(document: ReadDocument, draft: Draft, book: LabelBook) -> None:
    """Take the account of a document, and list what nobody spoke of: nothing is lost without a word."""
    listed = {left.place for left in all_left(draft)}
    account = take_account(document, draft, book)
    draft.accounts.append(account)
    draft.unplaced += [
        Unplaced(entry.place, entry.text, entry.what)
        for entry in account.entries
        if entry.answer == "unread" and entry.place not in listed
    ]


def settled_accounts(draft: Draft) -> list[Account]:
    """Return the accounts of a draft once all is placed."""
    left = left_by_file((draft,))
    return [account.settled(left.get(account.file, {})) for account in draft.accounts]


def left_by_file(drafts: Iterable[Draft]) -> Left:
    """Return what found no place once all is placed, and why: that is unread, too."""
    left: dict[str, dict[DocumentPlace, str]] = {}
    for draft in drafts:
        for one in all_left(draft):
            file = one.file or one.place.file
            left.setdefault(file, {})[one.place._replace(file="")] = one.reason
    return left


def refused(draft: Draft, file: str) -> Draft:
    """List all that was used of a document that is not imported after all; furniture stays what it is."""
    draft.stamp(file)
    for account in draft.accounts:
        draft.unplaced += [
            Unplaced(entry.place.in_file(file), entry.text, NOT_WRITTEN, file)
            for entry in account.entries
            if entry.answer == "used"
        ]
    return draft


def take_account(document: ReadDocument, draft: Draft, book: LabelBook) -> Account:
    """Go through a document and ask of each cell and paragraph what became of it."""
    used, left = _used(draft), _left(draft)
    is_form = bool(draft.subjects)
    tables = [block for block in document.blocks if isinstance(block, ReadTable)]

    def answer(place: DocumentPlace, text: str, *, is_cell: bool) -> Entry:
        if place in left:
            return Entry(place, text, "unread", left[place])
        if place in used:
            return Entry(place, text, "used", used[place])
        what = draft.tally.furniture.get(place, "")
        # Where no form was found, only words that are known are surely those of one.
        is_sure = is_form or what != LABEL or bool(book.role(text))
        is_long = what == LABEL and _is_long(text, book)
        if what and is_sure and not is_long and not _is_saying(what, text):
            return Entry(place, text, "furniture", what)
        if is_cell and book.role(text):
            return Entry(place, text, "furniture", LABEL)
        if book.phrases.says_nothing(text):
            return Entry(place, text, "furniture", PLACEHOLDER)
        return Entry(place, text, "unread", NOT_UNDERSTOOD)

    entries = [answer(place, text, is_cell=is_cell) for place, text, is_cell in _said(document)]
    rows = sum(len(table.grid) for table in tables)
    columns = max((table.width for table in tables), default=0)
    return Account(document.shown, tuple(entries), rows, columns)


def _is_saying(what: str, text: str) -> bool:
    """Tell a sentence from the words of a form: no label and no placeholder has a full stop in it."""
    plain = normal(text)
    return what in _WORDS_OF_FORMS and not plain.endswith(("？", "?")) and bool(_STOP.search(plain))


def _is_long(text: str, book: LabelBook) -> bool:
    """Tell words that no heading has: longer than a label, and none that anybody knows."""
    is_known = bool(book.role(text) or book.columns.role(text) or book.title_kind(text))
    return not is_known and len(normal(text)) > _LONGEST_LABEL and has_chinese(text)


def _said(document: ReadDocument) -> Iterator[tuple[DocumentPlace, str, bool]]:
    yield from document.said()
    yield from ((p.place, p.shown, False) for p in document.aside if p.shown.strip())


def _used(draft: Draft) -> dict[DocumentPlace, str]:
    """Return the places of everything that was read, with the keys that it became."""
    kept = {
        _dotted(("fields", name)) for s in draft.subjects for name in s.values.get("fields", ())
    }
    found = {
        place: what
        for place, what in draft.tally.uses.items()
        if what in kept or not what.startswith(_FIELDS)  # what a field was for that nobody took
    }
    for keys, place in draft.places.items():
        found.setdefault(place, _dotted(keys))
    sections = list(draft.report)
    for subject in draft.subjects:
        for keys, place in (*subject.places.items(), *subject.again):
            found.setdefault(place, _dotted(keys))
        for keys, places in subject.lines.items():
            found |= {place: _dotted(keys) for place in places if place not in found}
        sections += subject.sections
    for section in sections:
        found |= dict.fromkeys((section.place, *section.lines), section.title)
    return found


def _left(draft: Draft) -> dict[DocumentPlace, str]:
    return {left.place: left.reason for left in all_left(draft)}


def all_left(draft: Draft) -> Iterator[Unplaced]:
    """Go through all that found no place, of the document and of its subjects."""
    yield from draft.unplaced
    for subject in draft.subjects:
        yield from subject.unplaced


def _dotted(keys: Collection[str | int]) -> str:
    return ".".join(map(str, keys))
