"""Changes as plain data: what JSON shows of them, and what the record keeps of the last build."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.base.json_shape import Json, JsonObject
from generator.roundtrip.changes import NO_CHANGES, Cause, Changes, FigureChange, TextChange, Where
from generator.roundtrip.kept_path import kept_path, seen_path
from generator.roundtrip.recorded import SHAPE_FAULTS


def changes_as_data(changes: Changes) -> JsonObject:
    """Lay changes out as the documented JSON shape."""
    return {
        "figures": [_figure(change) for change in changes.figures],
        "texts": [_text(text) for text in changes.texts],
    }


def changes_from_data(data: Mapping[str, Any]) -> Changes:
    """Read changes back; what is not as we wrote it is as good as not there."""
    try:
        return Changes(
            tuple(_read_figure(figure) for figure in data["figures"]),
            tuple(_read_text(text) for text in data["texts"]),
        )
    except SHAPE_FAULTS:
        return NO_CHANGES


def kept_changes(changes: Changes, folder: str) -> JsonObject:
    """Lay changes out for the record: files of the dossier without the way there."""
    return changes_as_data(_with_files(changes, lambda file: kept_path(file, folder)))


def last_changes(kept: Mapping[str, Any], folder: str) -> Changes:
    """Return the changes that a record keeps, seen from where the dossier lies now."""
    return _with_files(changes_from_data(kept), lambda file: seen_path(file, folder))


def _with_files(changes: Changes, moved: Callable[[str], str]) -> Changes:
    return changes._replace(
        figures=tuple(
            change._replace(
                causes=tuple(cause._replace(file=moved(cause.file)) for cause in change.causes)
            )
            for change in changes.figures
        )
    )


def _figure(change: FigureChange) -> JsonObject:
    return {
        "figure": change.figure,
        "label": change.label,
        "subject": change.subject,
        "old": change.old or None,
        "new": change.new or None,
        "causes": [_cause(cause) for cause in change.causes],
        "follows": list(change.follows),
        "places": [_where(place) for place in change.places],
    }


def _cause(cause: Cause) -> JsonObject:
    data: dict[str, Json] = {
        "text": cause.text,
        "file": cause.file or None,
        "line": cause.line or None,
        "key": cause.key or None,
    }
    return {**data, "words": cause.words} if cause.words else data


def _where(where: Where) -> dict[str, str]:
    return {"document": where.document, "key": where.key, "place": where.words}


def _text(text: TextChange) -> JsonObject:
    return {**_where(text.where), "old": text.old, "new": text.new}


def _read_figure(data: Mapping[str, Any]) -> FigureChange:
    figure, label, subject = (str(data[name]) for name in ("figure", "label", "subject"))
    old, new = (str(data[name] or "") for name in ("old", "new"))
    return FigureChange(
        figure,
        label,
        old,
        new,
        tuple(_read_cause(cause) for cause in data["causes"]),
        _strings(data["follows"]),
        tuple(_read_where(place) for place in data["places"]),
        subject,
    )


def _read_cause(data: Mapping[str, Any]) -> Cause:
    file, key, words = (str(data.get(name) or "") for name in ("file", "key", "words"))
    return Cause(str(data["text"]), file, int(data["line"] or 0), key, words)


def _read_where(data: Mapping[str, Any]) -> Where:
    return Where(str(data["document"]), str(data["key"]), str(data["place"]))


def _read_text(data: Mapping[str, Any]) -> TextChange:
    return TextChange(_read_where(data), str(data["old"]), str(data["new"]))


def _strings(data: Iterable[Any]) -> tuple[str, ...]:
    return tuple(str(one) for one in data)
