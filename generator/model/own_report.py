"""The document that a unit's own outline is printed as, where the scheme has no report of the kind."""

from generator.model.scheme import Scheme
from generator.model.scheme_document import DocumentOf, Template

_KINDS: tuple[tuple[DocumentOf, str, str], ...] = (
    ("project", "own-report", "{{ name }}"),
    ("department", "own-department-report", "{{ unit.name }}"),
    ("report", "own-joint-report", "{{ unit.name }}"),
)


def with_own_reports(scheme: Scheme) -> Scheme:
    """Return a scheme that can print any report with an outline of its own."""
    written = {t.for_ for t in scheme.document if t.outline and t.stage == "evaluation"}
    taken = {template.id for template in scheme.document}
    added = tuple(
        Template(
            id=id,
            title=title,
            template="report.docx",
            for_=kind,
            outline="own",
            on_request=True,
            own_outline=True,
            basis="",
        )
        for kind, id, title in _KINDS
        if kind not in written and id not in taken
    )
    return scheme.changed(document=(*scheme.document, *added)) if added else scheme
