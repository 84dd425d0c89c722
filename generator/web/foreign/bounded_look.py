"""What an audit finds in a file, beside the file itself; a copy with remarks; a sheet to send it back with."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from generator.base.document_place import DocumentPlace
from generator.web.foreign.bounded import Sent, run_bounded, said_of

COPIES: Final = {
    "annotated": ("--annotate={made}",),
    "return": ("--report={made}/退回意见.docx",),
}


def audited(root: Path, sent: Sequence[Sent]) -> dict[str, Any]:
    """Audit files together: their problems and what could not be checked, each with its place in words."""
    ran = run_bounded(root, sent, "audit", "{file}", "--format", "json", is_shown=True)
    if ran.said is None:
        return {"message": said_of(sent, ran), "problems": []}
    found = dict(ran.said)
    for name in ("problems", "unchecked"):
        found[name] = [{**own, "at": place_in_words(own.get("place"))} for own in found[name]]
    return {"message": "", **found, "page": ran.shown.get(sent[0].name, ""), "pages": ran.shown}


def copied(root: Path, sent: Sequence[Sent], kind: str) -> Sent | str:
    """Return a file about files: a copy with problems as remarks, or what is wrong with them all."""
    ran = run_bounded(root, sent, "audit", "{file}", "--format", "json", *COPIES[kind])
    if ran.said is None:
        return said_of(sent, ran)
    if not ran.made:
        return "没有要批注的问题" if kind == "annotated" else "没有要退回的问题"
    return ran.made[0]


def place_in_words(place: object) -> str:
    """Write a place of a document for people, as the cells of the page are named."""
    known = DocumentPlace._fields
    if not isinstance(place, dict):
        return ""
    return str(DocumentPlace(**{name: own for name, own in place.items() if name in known}))
