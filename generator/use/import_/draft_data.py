"""A draft as data for programs: values, the place of each, and what was not understood."""

from typing import Any

from generator.read.document_account import all_left, settled_accounts
from generator.read.draft import Draft
from generator.read.placed_values import Unplaced
from generator.use.import_.importing import ImportedDossier


def draft_data(dossier: ImportedDossier) -> dict[str, Any]:
    """Lay a draft out as JSON: values, the place of each, and what was not understood."""
    draft = dossier.draft
    return {
        "unit": {key: str(value) for key, value in draft.unit.items()},
        "year": draft.year,
        "scheme": dossier.scheme,
        "reason": dossier.reason,
        "subjects": [
            {
                "kind": subject.kind,
                "name": subject.name,
                "source": subject.source,
                "values": _plain(subject.values),
                "places": [
                    {"keys": list(keys), "place": place.as_data()}
                    for keys, place in subject.places.items()
                ],
                "unplaced": [_unplaced(u) for u in subject.unplaced],
                "remarks": subject.remarks,
            }
            for subject in draft.subjects
        ],
        "unplaced": [_unplaced(u) for u in draft.unplaced],
        "remarks": draft.remarks,
        "files": _files(draft),
    }


def refused_data(draft: Draft) -> dict[str, Any]:
    """Lay out what became of a document that was not imported."""
    return {
        "files": _files(draft),
        "unplaced": [_unplaced(u) for u in all_left(draft)],
        "remarks": [*draft.remarks, *(r for s in draft.subjects for r in s.remarks)],
    }


def _files(draft: Draft) -> list[dict[str, Any]]:
    return [
        {"file": account.file, "account": account.as_data()} for account in settled_accounts(draft)
    ]


def _unplaced(left: Unplaced) -> dict[str, Any]:
    return {
        "file": left.file,
        "place": left.place.as_data(),
        "quote": left.quote,
        "reason": left.reason,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, bool | int) else str(value)
