"""The form that a workbook follows: the document of the scheme that prints most of a subject, by its template."""

from collections.abc import Mapping

from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import read_bytes, shown_path
from generator.excel.form.subject_page import FormPrinted
from generator.model.foreign_document import ReadDocument
from generator.model.form_layout import NO_LAYOUT, FormLayout
from generator.model.scheme_document import Template
from generator.model.subject import Kind
from generator.read.form_layout import form_layout
from generator.rules.dossier.evidence import Evidence
from generator.use.library import Library

OF_ALL = "dossier"  # what a document is for that has the forms of all projects


def printed_forms(evidence: Evidence, library: Library) -> Mapping[str, FormPrinted]:
    """Return the forms of projects and of the department."""
    found: dict[str, FormPrinted] = {}
    for kind in dict.fromkeys(subject.kind for subject in evidence.dossier.subjects):
        document, layout = _fullest(evidence, library, kind)
        if document is not None and layout.order:
            found[kind] = FormPrinted(layout, document.print_.labels)
    return found


def form_document(evidence: Evidence, library: Library, kind: Kind) -> Template | None:
    """Return the document that is the form of projects, or of the department; some schemes have none."""
    document, layout = _fullest(evidence, library, kind)
    if layout.order:
        return document
    of_all = (one for one in evidence.scheme.document if one.for_ == OF_ALL)
    own = (one for one in of_all if one.stage == evidence.stage)
    found = next((one for one in own if library.prints_tables(one.template)), None)
    return found if kind == "project" else None  # it has the forms of the projects


def _fullest(
    evidence: Evidence, library: Library, kind: Kind
) -> tuple[Template | None, FormLayout]:
    layouts = [(one, _layout(one, library)) for one in _documents(evidence, kind)]
    return max(layouts, key=lambda pair: len(pair[1].order), default=(None, NO_LAYOUT))


def _documents(evidence: Evidence, kind: Kind) -> list[Template]:
    """Return the documents of a subject: those that the unit names with what they attach, else all."""
    own = [
        document
        for document in evidence.scheme.document
        if document.for_ == kind and document.stage == evidence.stage
    ]
    named = {*evidence.dossier.unit.documents}
    named |= {name for document in own if document.id in named for name in document.attaches}
    return [document for document in own if document.id in named] or own


def _layout(document: Template, library: Library) -> FormLayout:
    read = read_template(document, library)
    return NO_LAYOUT if read is None else form_layout(read)


def read_template(document: Template, library: Library) -> ReadDocument | None:
    """Read the template of a document; nothing where there is none that can be read."""
    path = library.template(document.template)
    if path is None:
        return None
    data, _ = read_bytes(path, shown_path(path), LARGEST_FILE)
    return None if data is None else read_docx(data)


def read_docx(data: bytes) -> ReadDocument | None:
    """Read a Word file of ours."""
    from generator.word.reading.document_words import (  # noqa: PLC0415 - Word libraries are slow to load
        read_docx_bytes,
    )

    return read_docx_bytes(data, "")[0]
