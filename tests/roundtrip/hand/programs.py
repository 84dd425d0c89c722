"""How other programs save a file: Word with its rsids, WPS, strict OOXML, pasted text, new zip."""

import copy
import re
import zipfile

from lxml import etree

from tests.roundtrip.hand.hands import DOCUMENT, RN, WN, Page, W, bare, drop_marks, set_text, xml

STRICT = {
    WN: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    RN: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "http://purl.oclc.org/ooxml/officeDocument/math",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": (
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": (
        "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"
    ),
}


def as_word(data: bytes) -> bytes:
    """Save as Word does: rsids, runs cut at numbers, proofErr, languages, last page breaks, _GoBack."""
    page = Page(data)
    for number, p in enumerate(page.paragraphs()):
        p.set(f"{W}rsidR", f"00A1{number % 9999:04d}")
        p.set(f"{W}rsidRDefault", "00B47730")
        for run in list(p.iter(f"{W}r")):
            run.set(f"{W}rsidRPr", "00C20017")
            if (look := run.find(f"{W}rPr")) is not None and look.find(f"{W}lang") is None:
                look.append(xml('<w:lang w:eastAsia="zh-CN"/>'))
            _split_at_digits(run)
    first = page.p("。")
    first.insert(1, xml('<w:proofErr w:type="spellStart"/>'))
    first.append(xml('<w:proofErr w:type="spellEnd"/>'))
    _mark(page, first, "_GoBack")
    run = page.paragraphs()[9].find(f"{W}r")
    if run is not None:
        run.insert(1, xml("<w:lastRenderedPageBreak/>"))
    return page.save()


def _split_at_digits(run) -> None:
    node = run.find(f"{W}t")
    if node is None or len(run.findall(f"{W}t")) > 1 or run.find(f"{W}br") is not None:
        return
    pieces = re.findall(r"\d+|\D+", node.text or "")
    for piece in reversed(pieces[1:]):
        twin = copy.deepcopy(run)
        set_text(twin.find(f"{W}t"), piece)
        run.addnext(twin)
    if pieces:
        set_text(node, pieces[0])


def _mark(page: Page, p, name: str) -> None:
    number = page.next_number()
    p.append(xml(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'))
    p.append(xml(f'<w:bookmarkEnd w:id="{number}"/>'))


def as_wps(data: bytes) -> bytes:
    """Save as WPS does: its own properties, hints and languages, bookmarks numbered anew."""
    page = Page(data)
    numbers: dict[str, str] = {}
    for mark in page.body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        numbers.setdefault(mark.get(f"{W}id"), str(len(numbers)))
        mark.set(f"{W}id", numbers[mark.get(f"{W}id")])
    for run in page.body.iter(f"{W}r"):
        if (look := run.find(f"{W}rPr")) is not None and look.find(f"{W}lang") is None:
            look.append(xml('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'))
    space = "http://schemas.openxmlformats.org/officeDocument/2006"
    page.add_part(
        "docProps/custom.xml",
        (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="{space}/custom-properties"'
            f' xmlns:vt="{space}/docPropsVTypes"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2"'
            ' name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16388</vt:lpwstr></property></Properties>'
        ).encode(),
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    )
    rels = page.part("_rels/.rels")
    made = etree.SubElement(rels, rels[0].tag)
    made.set("Id", "rIdKso")
    made.set("Type", f"{space}/relationships/custom-properties")
    made.set("Target", "docProps/custom.xml")
    page.put("_rels/.rels", rels)
    page.parts["docProps/app.xml"] = re.sub(
        rb"<Application>[^<]*",
        b"<Application>WPS Office_12.1.0.16388",
        page.parts["docProps/app.xml"],
    )
    return page.save()


def as_strict(data: bytes) -> bytes:
    """Save as “Strict Open XML document”: the same words in other namespaces."""
    page = Page(data)
    page.root.set(f"{W}conformance", "strict")
    saved = Page(page.save())
    for name, held in saved.parts.items():
        part = held
        if name.endswith((".xml", ".rels")):
            for old, new in STRICT.items():
                part = part.replace(old.encode() + b'"', new.encode() + b'"')
                part = part.replace(old.encode() + b"/", new.encode() + b"/")
        saved.parts[name] = part
    return _zipped(saved.parts)


def _zipped(parts, compression=zipfile.ZIP_DEFLATED) -> bytes:
    import io

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as out:
        for name, part in parts.items():
            out.writestr(name, part)
    return target.getvalue()


def recompressed(data: bytes) -> bytes:
    """The same parts in another order and without compression."""
    page = Page(data)
    names = [n for n in page.parts if n == "[Content_Types].xml"]
    names += sorted((n for n in page.parts if n not in names), reverse=True)
    return _zipped({n: page.parts[n] for n in names}, zipfile.ZIP_STORED)


def without_marks(data: bytes) -> bytes:
    """All bookmarks are gone, as when they were removed or another program dropped them."""
    page = Page(data)
    drop_marks(page.root)
    return page.save()


def renamed_marks(data: bytes) -> bytes:
    """Every other bookmark is gone and the rest stand at the start of their paragraph."""
    page = Page(data)
    for number, start in enumerate(list(page.body.iter(f"{W}bookmarkStart"))):
        name = start.get(f"{W}id")
        end = next(e for e in page.body.iter(f"{W}bookmarkEnd") if e.get(f"{W}id") == name)
        if number % 2:
            for mark in (start, end):
                mark.getparent().remove(mark)
        elif start.getparent() is end.getparent():
            start.addnext(end)
    return page.save()


def pasted_into_new(data: bytes) -> bytes:
    """All of the text pasted into a new document of Word: no bookmarks, no styles of ours."""
    import io

    import docx

    page = Page(data)
    document = docx.Document()
    for number, one in list(document.part.rels.items()):
        if one.reltype.endswith("stylesWithEffects"):
            document.part.drop_rel(number)  # comes with the sample of python-docx, and is not valid
            document.part.rels.pop(number, None)
    body = document.element.body
    for child in list(page.body):
        if child.tag in {f"{W}p", f"{W}tbl"}:
            twin = bare(child)
            for old in list(twin.iter(f"{W}sectPr", f"{W}pStyle", f"{W}tblStyle")):
                old.getparent().remove(old)
            body.insert(len(body) - 1, docx.oxml.parse_xml(etree.tostring(twin)))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def docm_like(data: bytes) -> bytes:
    """Parts that a file with macros brings, without a macro in them."""
    page = Page(data)
    page.add_part(
        "word/vbaData.xml",
        b'<?xml version="1.0"?><wne:vbaSuppData xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml"/>',
        "application/vnd.ms-word.vbaData+xml",
        "http://schemas.microsoft.com/office/2006/relationships/wordVbaData",
    )
    return page.save()


def custom_xml(data: bytes) -> bytes:
    page = Page(data)
    page.add_part("customXml/item1.xml", "<记录><批次>手写</批次></记录>".encode(), "", "customXml")
    return page.save()


def unknown_part(data: bytes) -> bytes:
    page = Page(data)
    page.add_part(
        "word/notes/extra.xml", b"<extra/>", "application/xml", "http://example.com/relations/extra"
    )
    return page.save()


def core_changed(data: bytes) -> bytes:
    page = Page(data)
    core = page.part("docProps/core.xml")
    for node in core:
        if node.tag.endswith("}lastModifiedBy"):
            core.remove(node)
    made = etree.SubElement(
        core,
        "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
    )
    made.text = "某科员"
    page.put("docProps/core.xml", core)
    return page.save()


def part_of(data: bytes) -> bytes:
    return Page(data).parts[DOCUMENT]
