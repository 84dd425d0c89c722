"""The table of contents: a real field around lines that already say what it will say."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.blocks import Entry
from generator.word.ready_xml import Markup
from generator.word.value_xml import escape

_FIELD = ' TOC \\o "1-1" \\u '


def contents_lines(entries: Sequence[Entry], pages: Mapping[str, str]) -> list[dict[str, Any]]:
    """Write the lines. Without page numbers the field asks to be updated when it is opened."""
    is_due = any(entry.key not in pages for entry in entries)
    last = len(entries) - 1
    return [
        {
            "level": entry.level,
            "line": Markup(
                (_begin(is_due=is_due) if n == 0 else "")
                + _line(entry.text, pages.get(entry.key, ""))
                + (_character("end") if n == last else "")
            ),
        }
        for n, entry in enumerate(entries)
    ]


def _begin(*, is_due: bool) -> str:
    dirty = ' w:dirty="true"' if is_due else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{_FIELD}</w:instrText></w:r>'
        f"{_character('separate')}"
    )


def _line(text: str, page: str) -> str:
    shown = escape(text.replace("\n", ""))
    return (
        f'<w:r><w:t xml:space="preserve">{shown}</w:t></w:r>'
        f"<w:r><w:tab/></w:r><w:r><w:t>{escape(page)}</w:t></w:r>"
    )


def _character(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
