"""The properties of a file: title, unit and date, so that nothing of a template's history goes out."""

import datetime

from generator.word.value_xml import escape

_LONGEST = 250


def core_properties(title: str, author: str, day: datetime.date) -> bytes:
    """Write docProps/core.xml."""
    moment = f"{day.isoformat()}T00:00:00Z"
    said, who = escape(title[:_LONGEST]), escape(author[:_LONGEST])
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{said}</dc:title><dc:creator>{who}</dc:creator>"
        f"<cp:lastModifiedBy>{who}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()
