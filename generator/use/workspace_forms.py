"""The forms of a workspace's own schemes and templates: a document that is one of them is read by it, too."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import read_bytes, shown_path
from generator.model.foreign_document import ReadDocument
from generator.model.own_form import Declared
from generator.model.scheme import Scheme
from generator.model.scheme_document import Template
from generator.read.by_template import Match, read_by_template
from generator.read.draft import Draft, SubjectDraft
from generator.read.form_subject import form_subject
from generator.read.label_book import LabelBook
from generator.read.own_text import Words
from generator.read.own_words import numbered, put_own_words
from generator.read.printed_account import put_row_fields, strike_printed, tell_unprinted
from generator.use.library import Library
from generator.use.printed_formats import numbers_otherwise, words_otherwise

_KIND = "docx"
_KINDS: Mapping[str, str] = MappingProxyType({"project": "项目", "department": "部门整体"})
_LONGEST_PROSE = 300  # characters of what stands between the tables of a form


class OwnForm(NamedTuple):
    """A document of a scheme whose template lies in the workspace."""

    scheme: str
    document: Template
    template: ReadDocument


def _leave_short_prose(draft: Draft, subject: SubjectDraft) -> None:
    """List a few lines between the tables of a form: they are no report, and no template prints them."""
    if sum(len(section.text) for section in subject.sections) > _LONGEST_PROSE:
        return
    for section in subject.sections:
        if section.text.strip():
            draft.leave(section.place, section.text, "表外的文字，模板里没有标签，照表样印")
    subject.sections.clear()


def _take_unit(subject: SubjectDraft, scheme: Scheme | None, document: str) -> None:
    """Amounts stand in the unit of the form, where the page itself names none."""
    documents = scheme.document if scheme is not None else ()
    unit = next((d.print_.money_unit for d in documents if d.id == document), None)
    if unit and not subject.money_unit and subject.get(("funds", "unit")) is None:
        subject.money_unit = unit
        subject.put(("funds", "unit"), unit, DocumentPlace())


class OwnForms:
    """Reads documents by the templates of the workspace."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._read: tuple[ReadDocument, list[tuple[OwnForm, Match]]] | None = None

    def scheme_of(self, document: ReadDocument) -> str:
        """Return the scheme of the template that fits a document best (empty: none does)."""
        fitting = [pair for pair in self._readings(document) if pair[1].is_same]
        best = max(fitting, key=lambda pair: pair[1].share, default=None)
        return best[0].scheme if best is not None else ""

    def tell(
        self, document: ReadDocument, draft: Draft, book: LabelBook, *, is_kept: bool = False
    ) -> None:
        """Say of the subject of a form what its template reads in it.

        Where it ``is_kept`` as inputs, what the template will not print of it is listed.
        """
        subject = form_subject(draft)
        found = self.match(document, subject) if subject is not None else None
        if subject is not None and found is None:
            draft.remarks += self._of_other_kind(document, subject)
        if subject is not None and found is not None:
            said = tuple((str(place), text) for place, text, _ in document.said())
            subject.printed = numbered(found, subject)._replace(said=said)
            loaded, _ = self._library.schemes[found.form.scheme]
            scheme = loaded.scheme if loaded is not None else None
            declared = scheme.declared(subject.kind) if scheme is not None else Declared()
            if not any(book.money.unit_in(text) for _, text, _ in document.said()):
                _take_unit(subject, scheme, found.form.document)
            put_own_words(subject, found, declared, Words(book.money, book.phrases.ticked))
            put_row_fields(draft, subject, found, book)
            strike_printed(draft, subject, found, declared)
            if is_kept and scheme is not None:
                draft.remarks += numbers_otherwise(subject.printed, scheme)
                nothing = book.phrases.words("nothing")
                draft.remarks += words_otherwise(subject.printed, scheme, nothing)
            if is_kept:
                tell_unprinted(draft, subject, found)
            if not found.has_body:
                _leave_short_prose(draft, subject)

    def match(self, document: ReadDocument, subject: SubjectDraft) -> Match | None:
        """Read a document by the template that fits it best; nothing where none does."""
        best: Match | None = None
        for own, found in self._readings(document):
            if own.document.for_ != subject.kind:
                continue
            if found.is_same and (best is None or found.share > best.share):
                form = found.form._replace(
                    template=own.document.template, scheme=own.scheme, document=own.document.id
                )
                best = found._replace(form=form)
        return best

    def _of_other_kind(self, document: ReadDocument, subject: SubjectDraft) -> Iterator[str]:
        """Tell a template that is the same but for whose form it is."""
        for own, found in self._readings(document):
            if found.is_same and own.document.for_ != subject.kind and own.document.for_ in _KINDS:
                theirs, ours = _KINDS[own.document.for_], _KINDS[subject.kind]
                yield (
                    f"与表样 {own.document.template} 相同，但那是{theirs}的表，这份读成{ours}："
                    f"请核对标题；确是{ours}的，把方案里的 for 改为 {subject.kind}"
                )

    def _readings(self, document: ReadDocument) -> list[tuple[OwnForm, Match]]:
        """Read a document by every template; the last one's readings are remembered."""
        if document.kind == "text":
            return []
        if self._read is None or self._read[0] is not document:
            made = [(own, read_by_template(own.template, document)) for own in self._forms]
            self._read = (document, made)
        return self._read[1]

    @cached_property
    def _forms(self) -> tuple[OwnForm, ...]:
        if len(self._library.packs.roots) < 2:
            return ()  # there is no template but the packaged ones
        own = self._library.packs.roots[0]
        names = {path.stem for path in sorted((own / "schemes").glob("*.toml"))}
        found = []
        for id, (loaded, _) in self._library.schemes.items():
            if id in names and loaded is not None:
                found += [f for d in loaded.scheme.document if (f := self._form(loaded.scheme, d))]
        return tuple(found)

    def _form(self, scheme: Scheme, document: Template) -> OwnForm | None:
        from generator.word.reading.document_words import (  # noqa: PLC0415 - only where there are own ones
            read_docx_bytes,
        )

        path = self._library.packs.roots[0] / _KIND / document.template
        if not path.is_file():
            return None
        data, _ = read_bytes(path, shown_path(path), LARGEST_FILE)
        read, _ = read_docx_bytes(data, path.name) if data is not None else (None, ())
        return None if read is None else OwnForm(scheme.id, document, read)
