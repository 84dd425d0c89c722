"""What an audit finds in a file, beside the file itself; a copy with remarks; a sheet to send it back with."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from generator.base.document_place import DocumentPlace
from generator.web.foreign.bounded import Sent, run_bounded, said_of
from generator.web.spoken import Spoken

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
        rows = spoken_rows(found[name])
        found[name] = [{**own, "at": place_in_words(own.get("place"))} for own in rows]
    return {"message": "", **found, "page": ran.shown.get(sent[0].name, ""), "pages": ran.shown}


def spoken_rows(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Say what the command line says in the words of the page."""
    spoken = Spoken(None)
    return [
        {**row, **{name: spoken.words(row[name]) for name in ("message", "hint") if row.get(name)}}
        for row in rows
    ]


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
