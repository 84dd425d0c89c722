"""Paper, edges and numbers of pages, in the properties of sections and in feet of their own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.model.page_mend import Margins, NumberedPages, Paper
from generator.word.reading.look.run_looks import PAGE, find_runs
from generator.word.value_xml import attribute
from generator.word.xml import RELATIONS, TYPES, Element, R, W, bytes_of, parse

_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_SETTINGS: Final = "word/settings.xml"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SIDES: Final = {"default": "right", "even": "left"}
_EM: Final = 10  # twips for half a point
# What stands in front of odd and even headers in the settings, as far as the schema has it.
_BEFORE_ODD: Final = (
    *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
    *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
    *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts"),
    *("embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins"),
    *("alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"),
    *("gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle"),
    *("proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter"),
    *("stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions"),
    *("doNotTrackMoves", "doNotTrackFormatting", "documentProtection", "autoFormatOverride"),
    *("styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation"),
    *("consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope"),
    *("summaryLength", "clickAndTypeStyle", "defaultTableStyle"),
)


def set_paper(section: Element, change: Paper) -> None:
    """Give a section its paper."""
    size = section.find(f"{W}pgSz")
    if size is not None:
        size.set(f"{W}w", str(change.width))
        size.set(f"{W}h", str(change.height))
        size.attrib.pop(f"{W}code", None)


def set_margins(section: Element, change: Margins) -> None:
    """Give the pages of a section their edges."""
    space = section.find(f"{W}pgMar")
    if space is None:
        return
    for name in ("top", "right", "bottom", "left"):
        space.set(f"{W}{name}", str(getattr(change, name)))
    space.set(f"{W}gutter", "0")


def number_pages(
    parts: Mapping[str, bytes], sections: Sequence[Element], change: NumberedPages
) -> dict[str, bytes] | None:
    """Number the pages; returns the parts that are new (``None``: something else stands in the feet)."""
    if _RELATIONS not in parts or _SETTINGS not in parts or not sections:
        return None
    relations = parse(parts[_RELATIONS])
    targets = {own.get("Id"): own.get("Target") or "" for own in relations}
    feet = [(own, own.get(f"{R}id")) for s in sections for own in s.iterfind(f"{W}footerReference")]
    names = {
        _name(targets.get(id, "")) for own, id in feet if own.get(f"{W}type") in (None, *_SIDES)
    }
    if not all(name in parts and _is_only_number(parse(parts[name])) for name in names):
        return None
    made: dict[str, bytes] = {}
    types = parse(parts[_TYPES])
    for own, _ in feet:
        if own.get(f"{W}type") in (None, *_SIDES):
            own.getparent().remove(own)
    for at, pages in enumerate(_SIDES):
        name = next(n for n in _free_names(at) if f"word/{n}" not in (*parts, *made))
        made[f"word/{name}"] = _foot(_SIDES[pages], change)
        types.append(
            types.makeelement(
                f"{TYPES}Override", {"PartName": f"/word/{name}", "ContentType": _KIND}
            )
        )
        id = next(i for i in (f"rIdFoot{n}" for n in range(1, 10**6)) if i not in targets)
        targets[id] = name
        relation = {"Id": id, "Type": f"{_OFFICE}/footer", "Target": name}
        relations.append(relations.makeelement(f"{RELATIONS}Relationship", relation))
        reference = {f"{W}type": pages, f"{R}id": id}
        sections[0].insert(at, sections[0].makeelement(f"{W}footerReference", reference))
    for section in sections:
        _keep_headers(section)
    made |= {_TYPES: bytes_of(types), _RELATIONS: bytes_of(relations)}
    return made | {_SETTINGS: _odd_and_even(parts[_SETTINGS])}


def _name(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"word/{target}"


def _free_names(at: int) -> Iterator[str]:
    return (f"footer{number}.xml" for number in range(1 + at, 10**6))


def _is_only_number(foot: Element) -> bool:
    """Tell a foot with nothing but the number of the page, or nothing at all."""
    said = "".join(
        run.text
        for paragraph in foot.iter(f"{W}p")
        for run in find_runs(paragraph, marks_pages=True).runs
    )
    is_plain = not any(True for _ in foot.iter(f"{W}drawing", f"{W}pict", f"{W}object", f"{W}tbl"))
    is_number = said.count(PAGE) <= 1 and not any(sign.isalnum() for sign in said)
    return is_number and is_plain


def _keep_headers(section: Element) -> None:
    """Let even pages have the header that all pages had."""
    own = {h.get(f"{W}type") or "default": h for h in section.iterfind(f"{W}headerReference")}
    if "default" in own and "even" not in own:
        twin = {f"{W}type": "even", f"{R}id": own["default"].get(f"{R}id")}
        own["default"].addnext(section.makeelement(f"{W}headerReference", twin))


def _odd_and_even(settings: bytes) -> bytes:
    root = parse(settings)
    if root.find(f"{W}evenAndOddHeaders") is None:
        before = {f"{W}{name}" for name in _BEFORE_ODD}
        at = sum(1 for child in root if child.tag in before)
        root.insert(at, root.makeelement(f"{W}evenAndOddHeaders"))
    return bytes_of(root)


def _foot(side: str, change: NumberedPages) -> bytes:
    """Write a foot with the number on its outer side, a character away from the edge."""
    font, em = attribute(change.font), change.size * _EM
    look = (
        f"<w:rPr><w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font}/>"
        f'<w:sz w:val="{change.size}"/><w:szCs w:val="{change.size}"/></w:rPr>'
    )

    def run(inner: str) -> str:
        return f"<w:r>{look}{inner}</w:r>"

    def words(text: str) -> str:
        return run(f'<w:t xml:space="preserve">{text}</w:t>')

    field = "".join(
        (
            run('<w:fldChar w:fldCharType="begin"/>'),
            run('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
            run('<w:fldChar w:fldCharType="separate"/>'),
            words("1"),
            run('<w:fldChar w:fldCharType="end"/>'),
        )
    )
    properties = (
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="{em}" w:firstLineChars="0" w:firstLine="0"/>'
        f'<w:jc w:val="{side}"/></w:pPr>'
    )
    text = f"{words(f'{change.dash} ')}{field}{words(f' {change.dash}')}"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:ftr xmlns:w="{W[1:-1]}"><w:p>{properties}{text}</w:p></w:ftr>'
    ).encode()
