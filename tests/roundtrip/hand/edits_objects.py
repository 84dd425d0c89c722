"""Edits that put something into a file that is not plain words: ticks, pictures, seals, notes, fields."""

import base64

from lxml import etree

from tests.roundtrip.hand.hands import (
    MINE,
    NAMES,
    WN,
    Edit,
    Page,
    W,
    new_paragraph,
    new_run,
    on,
    props,
    with_docx,
    xml,
)

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
DOC = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _graphic(rel: str) -> str:
    return (
        f'<a:graphic><a:graphicData uri="{NAMES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="71" name="图"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )


def inline(page: Page, name="word/media/hand1.png"):
    rel = page.add_part(name, PNG, "image/png", "image")
    return xml(
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="900000"/>'
        f'<wp:docPr id="71" name="图 71"/>{_graphic(rel)}</wp:inline></w:drawing></w:r>'
    )


def anchored(page: Page, name="word/media/seal.png"):
    rel = page.add_part(name, PNG, "image/png", "image")
    return xml(
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0"'
        ' relativeHeight="251659264" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>2800000</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>-500000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="900000" cy="900000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="72" name="公章"/><wp:cNvGraphicFramePr/>{_graphic(rel)}</wp:anchor></w:drawing></w:r>'
    )


def _picture(page: Page):
    page.p("惠及下游农田").append(inline(page))


def _picture_in_cell(page: Page):
    page.cell("324次").find(f"{W}p").append(inline(page))


def _picture_paragraph(page: Page):
    like = page.p("专款专用")
    made = new_paragraph(like, "")
    made.append(inline(page))
    like.addnext(made)


def _seal(page: Page):
    page.p("2024年3月12日").insert(1, anchored(page))


def _floating(page: Page):
    page.p("资金使用进度较快").insert(1, anchored(page, "word/media/float.png"))


def _docx_picture(document):
    import io

    p = next(p for p in document.paragraphs if "培训管护人员" in p.text)
    p.add_run().add_picture(io.BytesIO(PNG))


def _watermark(page: Page):
    for name in [n for n in page.parts if "header" in n and n.endswith(".xml")]:
        root = page.part(name)
        root.find(f"{W}p").append(
            xml(
                '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136"'
                ' style="position:absolute;width:400pt;height:100pt;rotation:315" fillcolor="silver" stroked="f">'
                '<v:textpath style="font-family:&quot;宋体&quot;" string="征求意见稿"/></v:shape></w:pict></w:r>'
            )
        )
        page.put(name, root)


def _text_box(page: Page):
    page.p("三、综合评价结论").append(
        xml(
            '<w:r><w:pict><v:shape id="hand3" style="position:absolute;width:120pt;height:40pt"><v:textbox>'
            f"<w:txbxContent><w:p><w:r><w:t>{MINE}，文本框</w:t></w:r></w:p></w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r>"
        )
    )


FORMULA = "<m:oMath><m:f><m:num><m:r><m:t>支出</m:t></m:r></m:num><m:den><m:r><m:t>预算</m:t></m:r></m:den></m:f></m:oMath>"


def _formula(page: Page):
    page.p("执行率为").append(xml(FORMULA))


def field(code: str, shown: str):
    return [
        xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
        xml(f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'),
        xml('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'),
        new_run(shown),
        xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ]


def _field(words, code, shown):
    def change(page: Page):
        page.p(words).extend(field(code, shown))

    return on(change)


def _simple_field(page: Page):
    made = xml('<w:fldSimple w:instr=" DATE \\@ &quot;yyyy年M月d日&quot; "/>')
    made.append(new_run("手写日期域"))
    page.p("培训管护人员").append(made)


def _ref(page: Page):
    number = page.next_number()
    p = page.p("验收合格率：目标")
    p.insert(1, xml(f'<w:bookmarkStart w:id="{number}" w:name="偏离情况"/>'))
    p.append(xml(f'<w:bookmarkEnd w:id="{number}"/>'))
    page.p("多数绩效指标").extend(field("REF 偏离情况 \\h", "见上"))


def _toc(page: Page):
    first = page.p("一、项目基本情况")
    pieces = [xml("<w:p/>") for _ in range(3)]
    pieces[0].extend(field('TOC \\o "1-2" \\h', "手写目录")[:3])
    pieces[1].append(new_run("手写目录项\u3000一"))
    pieces[2].append(xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    for piece in pieces:
        first.addprevious(piece)


def _notes(kind: str, page: Page, words: str, note: str):
    root = etree.Element(f"{W}{kind}s", nsmap={"w": WN})
    for number, shape in ((-1, "separator"), (0, "continuationSeparator")):
        root.append(
            xml(
                f'<w:{kind} w:type="{shape}" w:id="{number}"><w:p><w:r><w:{shape}/></w:r></w:p></w:{kind}>'
            )
        )
    root.append(
        xml(
            f'<w:{kind} w:id="1"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t>{note}</w:t></w:r></w:p></w:{kind}>'
        )
    )
    page.add_part(
        f"word/{kind}s.xml",
        etree.tostring(root, encoding="UTF-8", xml_declaration=True),
        f"{DOC}.{kind}s+xml",
        f"{kind}s",
    )
    place = page.p(words)
    run = next(r for r in place.iter(f"{W}r") if words in "".join(r.itertext()))
    run.addnext(
        xml(
            f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="1"/></w:r>'
        )
    )


def _note(kind, words):
    return on(lambda page: _notes(kind, page, words, f"{MINE}，注"))


def add_comment(page: Page, words: str, said: str, author="某科员", number="7", *, reply=""):
    name = "word/comments.xml"
    made = (
        f'<w:comment w:id="{number}" w:author="{author}" w:initials="k"><w:p w14:paraId="0A0B0C0{number}">'
        f"<w:r><w:t>{said}</w:t></w:r></w:p></w:comment>"
    )
    if name in page.parts:
        root = page.part(name)
    else:
        root = etree.Element(f"{W}comments", nsmap={"w": WN, "w14": NAMES["w14"]})
        page.add_part(name, b"<x/>", f"{DOC}.comments+xml", "comments")
    root.append(xml(made))
    if reply:
        root.append(
            xml(
                made.replace(f'w:id="{number}"', 'w:id="8"')
                .replace(f"0C0{number}", "0C08")
                .replace(said, reply)
            )
        )
        page.add_part(
            "word/commentsExtended.xml",
            (
                f'<w15:commentsEx xmlns:w15="{NAMES["w15"]}"><w15:commentEx w15:paraId="0A0B0C0{number}" w15:done="0"/>'
                f'<w15:commentEx w15:paraId="0A0B0C08" w15:paraIdParent="0A0B0C0{number}" w15:done="0"/></w15:commentsEx>'
            ).encode(),
            f"{DOC}.commentsExtended+xml",
            "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        )
    page.put(name, root)
    place = page.p(words)
    numbers = [number, "8"] if reply else [number]
    start = next(i for i, e in enumerate(place) if e.tag != f"{W}pPr")
    for one in numbers:
        place.insert(start, xml(f'<w:commentRangeStart w:id="{one}"/>'))
        place.append(xml(f'<w:commentRangeEnd w:id="{one}"/>'))
        place.append(xml(f'<w:r><w:commentReference w:id="{one}"/></w:r>'))


def _comment(words, **more):
    return on(lambda page: add_comment(page, words, f"{MINE}，批注", **more))


def _comment_on_figure(page: Page):
    add_comment(page, "惠及下游农田", f"{MINE}，核对此数")
    place = page.p("惠及下游农田")
    figure = next(r for r in place.iter(f"{W}r") if "361.2" in "".join(r.itertext()))
    figure.addprevious(next(place.iter(f"{W}commentRangeStart")))
    figure.addnext(next(place.iter(f"{W}commentRangeEnd")))


def _control(words, tag, more=""):
    def change(page: Page):
        run = next(r for r in page.p(words).iter(f"{W}r") if tag in "".join(r.itertext()))
        made = xml(
            f'<w:sdt><w:sdtPr><w:alias w:val="手填"/><w:tag w:val="hand"/><w:id w:val="4711"/>{more}</w:sdtPr><w:sdtContent/></w:sdt>'
        )
        run.addprevious(made)
        made[1].append(run)

    return on(change)


def _checkbox(page: Page):
    page.p("1.客观公正").append(
        xml(
            '<w:sdt><w:sdtPr><w:id w:val="4712"/><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>☑</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )


def _hyperlink(page: Page):
    rel = page.relate("hyperlink", "http://example.com/gongkai", outside=True)
    run = next(r for r in page.p("在县政府网站公开").iter(f"{W}r"))
    made = xml(f'<w:hyperlink r:id="{rel}"/>')
    run.addprevious(made)
    made.append(run)


def _object(page: Page):
    rel = page.add_part(
        "word/embeddings/hand.bin",
        b"\xd0\xcf\x11\xe0hand",
        "application/vnd.openxmlformats-officedocument.oleObject",
        "oleObject",
    )
    picture = page.add_part("word/media/icon.png", PNG, "image/png", "image")
    made = new_paragraph(page.p("专款专用"), "")
    made.append(
        xml(
            f'<w:r><w:object><v:shape id="ole9" style="width:20pt;height:20pt"><v:imagedata r:id="{picture}"/></v:shape>'
            f'<o:OLEObject Type="Embed" ProgID="Package" ShapeID="ole9" DrawAspect="Icon" ObjectID="_99" r:id="{rel}"/></w:object></w:r>'
        )
    )
    page.p("专款专用").addnext(made)


def _symbol(words):
    tick = '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>'

    def change(page: Page):
        run = next(r for r in page.p(words).iter(f"{W}r"))
        run.addprevious(xml(tick))

    return on(change)


def _in_run(words, piece):
    def change(page: Page):
        run = next(r for r in page.p(words).iter(f"{W}r") if words in "".join(r.itertext()))
        run.append(xml(piece))

    return on(change)


def _rule(page: Page):
    made = xml(
        '<w:p><w:r><w:pict><v:rect id="hr1" style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t" fillcolor="gray" stroked="f"/></w:pict></w:r></w:p>'
    )
    page.p("六、结果应用").addprevious(made)


def _break_paragraph(page: Page):
    page.p("六、结果应用").addprevious(xml('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'))


def _section(page: Page):
    made = new_paragraph(page.p("专款专用"), "")
    props(made, "pPr").append(
        xml(
            '<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
        )
    )
    page.p("专款专用").addnext(made)


EDITS = (
    Edit("a tick as symbol in a cell", _symbol("健全")),
    Edit("a tick as symbol before a sentence", _symbol("个别水库渗漏")),
    Edit("a tick as symbol beside a figure in a cell", _symbol("324次")),
    Edit("a picture in a sentence", on(_picture)),
    Edit("a picture by python-docx", with_docx(_docx_picture)),
    Edit("a picture in the cell of a figure", on(_picture_in_cell)),
    Edit("a picture in a paragraph of its own", on(_picture_paragraph)),
    Edit("a seal over the signature", on(_seal)),
    Edit("a floating picture beside a figure", on(_floating)),
    Edit("a watermark in the headers", on(_watermark)),
    Edit("a text box", on(_text_box), kept=(f"{MINE}，文本框",)),
    Edit("a formula behind a rate", on(_formula)),
    Edit("a page number in a sentence", _field("培训管护人员", "PAGE", "3")),
    Edit("a date field", on(_simple_field)),
    Edit("a cross reference", on(_ref)),
    Edit("a table of contents", on(_toc)),
    Edit("a footnote at a figure that moves", _note("footnote", "361.2万元")),
    Edit("a footnote in standard words", _note("footnote", "逐项对照绩效指标")),
    Edit("a footnote in the sentence that changes", _note("footnote", "专款专用")),
    Edit("an endnote", _note("endnote", "118人次")),
    Edit("a footnote in a cell", _note("footnote", "324次")),
    Edit("a comment by somebody", _comment("多数绩效指标"), kept=(f"{MINE}，批注",)),
    Edit("a comment on a figure", on(_comment_on_figure), kept=(f"{MINE}，核对此数",)),
    Edit("a comment with an answer", _comment("专款专用", reply="手写的答复"), kept=(f"{MINE}，批注", "手写的答复")),
    Edit("a comment in a cell", _comment("324次"), kept=(f"{MINE}，批注",)),
    Edit("a content control around a figure", _control("惠及下游农田", "361.2")),
    Edit("a content control in a cell", _control("324次", "324次")),
    Edit("a box to tick", on(_checkbox)),
    Edit("a hyperlink", on(_hyperlink)),
    Edit("an embedded object", on(_object)),
    Edit("a line break behind a figure", _in_run("361.2万元", "<w:br/>")),
    Edit("a tab in a sentence", _in_run("专款专用", "<w:tab/>")),
    Edit("a page break inside a sentence", _in_run("惠及下游农田", '<w:br w:type="page"/>'), "either"),
    Edit("a page break in a paragraph of its own", on(_break_paragraph), "either"),
    Edit("a section break", on(_section), "either"),
    Edit("a soft hyphen and a fixed one", _in_run("个别水库渗漏", "<w:noBreakHyphen/>"), "either"),
    Edit("a horizontal rule", on(_rule)),
    Edit("a footnote in a bundle", _note("footnote", "18.7公里"), dossier="bundle"),
    Edit("a comment in a bundle", _comment("按进度拨付"), dossier="bundle", kept=(f"{MINE}，批注",)),
    Edit("a footnote in a single", _note("footnote", "18.7公里"), dossier="singles"),
    Edit("a picture in a form alone", on(lambda page: page.cell("雨天改期两次").find(f"{W}p").append(inline(page))), dossier="form"),
)  # fmt: skip
