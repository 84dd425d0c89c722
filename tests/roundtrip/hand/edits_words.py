"""Edits of words: in sentences with figures, whole paragraphs, headings, numbers typed over."""

from tests.roundtrip.hand.hands import (
    MINE,
    Edit,
    Page,
    W,
    bare,
    new_paragraph,
    new_run,
    on,
    remove,
    replace,
    retype,
    set_text,
    text,
    then,
    with_docx,
)
from tests.roundtrip.hand.programs import as_word, as_wps, without_marks


def _append(words, said):
    """Type behind the last mark of a paragraph."""
    return on(lambda page: page.p(words).append(new_run(said)))


def _prepend(words, said):
    def change(page: Page):
        p = page.p(words)
        p.insert(1, new_run(said))

    return on(change)


def _behind(words, said):
    """Type behind some words within a paragraph."""

    def change(page: Page):
        run = next(r for r in page.p(words).iter(f"{W}r") if words in "".join(r.itertext()))
        run.addnext(new_run(said))

    return on(change)


def _retype(words, said, *, marks=False):
    return on(lambda page: retype(page.p(words), said, marks=marks))


def _add(before, said):
    def change(page: Page):
        place = page.p(before)
        place.addprevious(new_paragraph(place, said))

    return on(change)


def _add_behind(words, said):
    def change(page: Page):
        place = page.p(words)
        place.addnext(new_paragraph(place, said))

    return on(change)


def _delete(words):
    return on(lambda page: remove(page.p(words)))


def _move(words, before):
    return on(lambda page: page.p(before).addprevious(page.p(words)))


def _move_bare(words, before):
    def change(page: Page):
        old = page.p(words)
        page.p(before).addprevious(bare(old))
        remove(old)

    return on(change)


def _split(page: Page):
    first = page.p("惠及下游农田")
    second = bare(first)
    first.addnext(second)
    _keep(first, "，惠及下游农田。", before=True)
    _keep(second, "，惠及下游农田。", before=False)


def _keep(p, words, *, before):
    whole = text(p)
    left, _, right = whole.partition(words)
    want = left + words if before else right
    nodes = list(p.iter(f"{W}t"))
    at = 0 if before else len(left + words)
    left_over = len(want)
    place = 0
    for node in nodes:
        held = node.text or ""
        begin, end = max(at - place, 0), min(at + len(want) - place, len(held))
        place += len(held)
        piece = held[begin:end] if end > begin else ""
        left_over -= len(piece)
        if piece:
            set_text(node, piece)
        else:
            remove(node.getparent())
    assert left_over == 0


def _join(page: Page):
    first = page.p("惠及下游农田")
    second = page.p("维护分16批")
    for child in list(second):
        if child.tag != f"{W}pPr":
            first.append(child)
    remove(second)


def _header(page: Page):
    for name in ("word/header1.xml", "word/part2-header1.xml"):
        root = page.part(name)
        root.find(f"{W}p").append(new_run(f"{MINE}，页眉"))
        page.put(name, root)


def _footer(page: Page):
    root = page.part("word/footer1.xml")
    root.find(f".//{W}p").append(new_run(f"{MINE}，页脚"))
    page.put("word/footer1.xml", root)


def _everywhere(old, new):
    def change(page: Page):
        for node in page.body.iter(f"{W}t"):
            if old in (node.text or ""):
                set_text(node, node.text.replace(old, new))

    return on(change)


def _docx_text(document):
    """A paragraph set by python-docx: all runs and bookmarks fall away."""
    next(p for p in document.paragraphs if "专款专用" in p.text).text = f"经费专账管理，{MINE}。"


def _retype_with_figure(page: Page):
    retype(
        page.p("惠及下游农田"), f"{MINE}：全县水库43座，预算372.5万元，支出361.2万元，全部用完。"
    )


def _typed_figure(words, old, new):
    def change(page: Page):
        node = next(t for t in page.p(words).iter(f"{W}t") if old in (t.text or ""))
        set_text(node, node.text.replace(old, new))

    return on(change)


EDITS = (
    Edit("a word changed beside a figure", replace("，惠及下游农田", "，惠及下游三乡农田"), kept=("惠及下游三乡农田",)),
    Edit("a word changed as Word saves it", then(replace("，惠及下游农田", "，惠及下游三乡农田"), as_word), kept=("惠及下游三乡农田",)),
    Edit("a word changed as WPS saves it", then(replace("，惠及下游农田", "，惠及下游三乡农田"), as_wps), kept=("惠及下游三乡农田",)),
    Edit("words between two figures", replace("，支出", "，实际共支出"), kept=("实际共支出",)),
    Edit("words beside a figure in a sentence with an if", replace("资金使用进度较快", "资金使用进度总体较快"), kept=("进度总体较快",)),
    Edit("words beside a typed number that a figure is part of", replace("维护分16批进行", "维护共分16批进行"), kept=("共分16批",)),
    Edit("a sentence behind the last mark", _append("惠及下游农田", f"{MINE}，在句末。"), kept=(f"{MINE}，在句末。",)),
    Edit("a sentence behind the last mark of own text", _append("专款专用", f"{MINE}，在段末。"), kept=(f"{MINE}，在段末。",)),
    Edit("a sentence behind standard words", _append("多数绩效指标", f"{MINE}，在标准写法后。"), kept=(f"{MINE}，在标准写法后",)),
    Edit("a sentence behind an item of a list", _append("管护人员培训不足", f"{MINE}，接在一条后。"), kept=(f"{MINE}，接在一条后",)),
    Edit("a sentence before the first", _prepend("资金拨付及时", f"{MINE}，在段首。"), kept=(f"{MINE}，在段首",)),
    Edit("words between a figure and the mark", _behind("361.2万元", f"（{MINE}）"), kept=(f"（{MINE}）",)),
    Edit("words directly before a figure", _behind("惠及下游农田。全年预算", f"（{MINE}）"), kept=(f"（{MINE}）",)),
    Edit("a sentence with the old figure at the end", _append("专款专用", "其中361.2万元已经拨付到位。"), kept=("已经拨付到位",)),
    Edit("a sentence deleted", replace("，惠及下游农田", ""), gone=("惠及下游农田",)),
    Edit("a sentence deleted that the inputs change", replace("资金拨付及时，专款专用", "资金拨付及时"), gone=("专款专用",)),
    Edit("a sentence that both change", replace("资金拨付及时，专款专用", f"资金拨付及时，{MINE}"), kept=(f"资金拨付及时，{MINE}",)),
    Edit("a paragraph retyped", _retype("惠及下游农田", f"{MINE}，全段重写。"), kept=(f"{MINE}，全段重写",)),
    Edit("a paragraph retyped within its marks", _retype("惠及下游农田", f"{MINE}，标记还在。", marks=True), kept=(f"{MINE}，标记还在",)),
    Edit("a paragraph retyped with the same figures", on(_retype_with_figure), kept=(f"{MINE}：全县水库43座", "全部用完")),
    Edit("a paragraph set by python-docx", with_docx(_docx_text), kept=(f"经费专账管理，{MINE}",)),
    Edit("standard words retyped", _retype("本次自评围绕", f"{MINE}，评价目的重写。"), kept=(f"{MINE}，评价目的重写",)),
    Edit("two standard sections reworded", then(replace("的立项、实施和成效", "的立项和成效（手写甲）"), replace("由此取得的产出和效益", "由此取得的效益（手写乙）")), kept=("手写甲", "手写乙")),
    Edit("two items of one list changed", then(replace("1.客观公正", "1.客观真实"), replace("如实打分，不拔高", "如实打分、绝不拔高"), replace("逐项对照绩效指标", "逐条对照绩效指标")), kept=("客观真实", "绝不拔高", "逐条对照")),
    Edit("two problems changed", then(replace("个别水库渗漏监测设备老旧", "两座水库渗漏监测设备老旧"), replace("汛期物资储备偏少", "汛期防汛物资储备偏少")), kept=("两座水库渗漏", "防汛物资储备")),
    Edit("a paragraph added between two", _add("三、综合评价结论", f"{MINE}，另起一段。"), kept=(f"{MINE}，另起一段",)),
    Edit("a paragraph added behind a list", _add_behind("汛期物资储备偏少", f"{MINE}，再加一条。"), kept=(f"{MINE}，再加一条",)),
    Edit("a paragraph added with a figure copied by hand", _add_behind("汛期物资储备偏少", f"{MINE}，全年支出361.2万元。"), kept=(f"{MINE}，全年支出",)),
    Edit("a paragraph added in front of the title", _add("一、项目基本情况", f"{MINE}，卷首语。"), kept=(f"{MINE}，卷首语",)),
    Edit("a paragraph added behind the date", _add_behind("2024年3月12日", f"{MINE}，联系人。"), kept=(f"{MINE}，联系人",)),
    Edit("a paragraph deleted", _delete("评价对象为"), gone=("评价对象为",)),
    Edit("a paragraph with a moving figure deleted", _delete("资金使用进度较快"), gone=("资金使用进度较快",)),
    Edit("a whole section deleted", then(_delete("（二）评价对象及范围"), _delete("评价对象为")), gone=("评价对象为",)),
    Edit("a paragraph moved", _move("多数绩效指标", "三、综合评价结论")),
    Edit("a paragraph moved by cut and paste", _move_bare("惠及下游农田", "三、综合评价结论")),
    Edit("a section moved", then(_move("三、综合评价结论", "六、结果应用"), _move("对照2023年度", "六、结果应用"))),
    Edit("a paragraph split", on(_split)),
    Edit("two paragraphs joined", on(_join), kept=("。维护分16批",)),
    Edit("a heading reworded", _retype("四、绩效目标实现情况分析", "四、目标完成情况（手写）", marks=True), kept=("目标完成情况（手写）",)),
    Edit("a heading retyped without its mark", _retype("四、绩效目标实现情况分析", "四、目标完成情况（手写）"), kept=("目标完成情况（手写）",)),
    Edit("the title reworded", replace("小型水库维护绩效自评报告", "小型水库维护绩效自评报告（手写稿）"), kept=("（手写稿）",)),
    Edit("numbers of a list changed by hand", then(replace("2.目标导向", "3.目标导向"), replace("3.公开透明", "2.公开透明")), kept=("3.目标导向", "2.公开透明")),
    Edit("words in the headers", on(_header), kept=(f"{MINE}，页眉",)),
    Edit("words in a footer", on(_footer), kept=(f"{MINE}，页脚",)),
    Edit("a label of the form", replace("偏差原因分析及改进措施", "偏差原因（手写）"), kept=("偏差原因（手写）",)),
    Edit("another label of the form", replace("年度资金总额", "年度资金合计"), kept=("年度资金合计",)),
    Edit("an input figure typed over", _typed_figure("维护分16批", "5批", "6批"), kept=("6批延迟",), typed=True),
    Edit("a moving input figure typed over", _typed_figure("惠及下游农田", "361.2", "359.8"), kept=("359.8",), typed=True),
    Edit("an input figure of a cell typed over", _typed_figure("324次", "324次", "327次"), kept=("327次",), typed=True),
    Edit("a computed figure typed over", _typed_figure("自评总分为", "98.86", "99.5"), kept=("99.5",), typed=True),
    Edit("a computed figure of a cell typed over", _typed_figure("19.16", "19.16", "19.5"), kept=("19.5",), typed=True),
    Edit("the unit of a figure changed", _typed_figure("惠及下游农田", "361.2万元", "3612000元"), kept=("3612000元",), typed=True),
    Edit("a figure in full-width digits", _typed_figure("惠及下游农田", "361.2", "３６１．２"), "either", typed=True),
    Edit("a word replaced everywhere", _everywhere("水库", "水库大坝"), kept=("水库大坝",), typed=True),
    Edit("the date changed", replace("2024年3月12日", "2024年3月18日"), kept=("2024年3月18日",), typed=True),
    Edit("the signature changed", on(lambda page: retype(next(p for p in page.paragraphs() if text(p) == "云溪县水利站"), f"{MINE}落款", marks=True)), kept=(f"{MINE}落款",), typed=True),
    Edit("a paragraph of spaces and an empty line", _add("六、结果应用", ""), "either"),
    Edit("a word changed and all marks gone", then(replace("，惠及下游农田", "，惠及下游三乡农田"), without_marks), kept=("惠及下游三乡农田",)),
    Edit("a word changed in a bundle", replace("，打通断头路", "，打通多条断头路"), dossier="bundle", kept=("打通多条断头路",)),
    Edit("a paragraph added in a bundle", _add("三、部门整体支出绩效情况", f"{MINE}，合订加段。"), dossier="bundle", kept=(f"{MINE}，合订加段",)),
    Edit("a sentence behind one in a bundle", _append("按进度拨付", f"{MINE}，合订句末。"), dossier="bundle", kept=(f"{MINE}，合订句末",)),
    Edit("a word changed in a single", replace("，打通断头路", "，打通多条断头路"), dossier="singles", kept=("打通多条断头路",)),
    Edit("a paragraph added in a single", _add("三、部门整体支出绩效情况", f"{MINE}，单份加段。"), dossier="singles", kept=(f"{MINE}，单份加段",)),
)  # fmt: skip
