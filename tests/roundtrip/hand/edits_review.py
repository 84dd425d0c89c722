"""Edits under review: changes of others that are pending, comments, our own old comment."""

import copy

from tests.roundtrip.hand.edits_objects import add_comment
from tests.roundtrip.hand.edits_tables import _blank_row
from tests.roundtrip.hand.hands import (
    MINE,
    Edit,
    Page,
    W,
    bare,
    format_run,
    new_paragraph,
    new_run,
    on,
    props,
    set_text,
    xml,
)

WHO = 'w:author="某科长" w:date="2024-03-20T08:00:00Z"'


def track(page: Page, kind: str):
    return xml(f'<w:{kind} w:id="{page.next_number()}" {WHO}/>')


def wrap(page: Page, run, kind: str):
    made = track(page, kind)
    run.addprevious(made)
    made.append(run)
    if kind in {"del", "moveFrom"}:
        for node in run.iter(f"{W}t"):
            if kind == "del":
                node.tag = f"{W}delText"
    return made


def _insert(words, said):
    def change(page: Page):
        run = next(r for r in page.p(words).iter(f"{W}r") if words in "".join(r.itertext()))
        made = track(page, "ins")
        made.append(new_run(said))
        run.addnext(made)

    return on(change)


def _delete(words):
    return on(lambda page: wrap(page, page.run(words), "del"))


def _replace(words, said):
    def change(page: Page):
        gone = wrap(page, page.run(words), "del")
        made = track(page, "ins")
        made.append(new_run(said))
        gone.addnext(made)

    return on(change)


def _delete_figure(page: Page):
    p = page.p("惠及下游农田")
    run = next(r for r in p.iter(f"{W}r") if "361.2" in "".join(r.itertext()))
    gone = wrap(page, run, "del")
    made = track(page, "ins")
    made.append(new_run("361.9万元"))
    gone.addnext(made)


def _move(page: Page):
    run = page.run("培训管护人员")
    twin = copy.deepcopy(run)
    target = page.p("多数绩效指标")
    number = page.next_number()
    run.addprevious(xml(f'<w:moveFromRangeStart w:id="{number}" {WHO} w:name="move1"/>'))
    old = wrap(page, run, "moveFrom")
    old.addnext(xml(f'<w:moveFromRangeEnd w:id="{number}"/>'))
    number = page.next_number()
    target.append(xml(f'<w:moveToRangeStart w:id="{number}" {WHO} w:name="move1"/>'))
    made = track(page, "moveTo")
    made.append(twin)
    target.append(made)
    target.append(xml(f'<w:moveToRangeEnd w:id="{number}"/>'))


def _format(page: Page):
    run = page.run("专款专用")
    format_run(run, "<w:b/>")
    held = run.find(f"{W}rPr")
    change = track(page, "rPrChange")
    change.append(xml('<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'))
    held.append(change)


def _paragraph_format(page: Page):
    held = props(page.p("培训管护人员"), "pPr")
    held.append(xml('<w:jc w:val="center"/>'))
    change = track(page, "pPrChange")
    change.append(xml('<w:pPr><w:pStyle w:val="公文正文"/></w:pPr>'))
    held.append(change)


def _paragraph(page: Page):
    place = page.p("三、综合评价结论")
    made = new_paragraph(page.p("多数绩效指标"), "")
    for run in list(made.iter(f"{W}r")):
        made.remove(run)
    mark = props(props(made, "pPr"), "rPr")
    holder = made.find(f"{W}pPr")
    holder.remove(mark)
    holder.append(mark)
    mark.append(track(page, "ins"))
    words = track(page, "ins")
    words.append(new_run(f"{MINE}，修订整段。"))
    made.append(words)
    place.addprevious(made)


def _delete_paragraph(page: Page):
    p = page.p("评价对象为")
    for run in list(p.iter(f"{W}r")):
        wrap(page, run, "del")
    holder = p.find(f"{W}pPr")
    mark = xml("<w:rPr/>")
    holder.append(mark)
    mark.append(track(page, "del"))


def _row(page: Page):
    row = page.row("巡查次数")
    made = _blank_row(row, f"{MINE}，修订行")
    props(made, "trPr").append(track(page, "ins"))
    row.addnext(made)


def _delete_row(page: Page):
    props(page.row("群众满意度"), "trPr").append(track(page, "del"))


def _cell(page: Page):
    p = page.cell("324次").find(f"{W}p")
    made = track(page, "ins")
    made.append(new_run(f"（{MINE}）"))
    p.append(made)


def _resolved(page: Page):
    add_comment(page, "专款专用", f"{MINE}，已解决", reply="手写的答复，已办")
    name = "word/commentsExtended.xml"
    page.parts[name] = page.parts[name].replace(b'done="0"', b'done="1"')


def _own_comment(page: Page):
    """The comment that a merge left behind, still there."""
    add_comment(page, "专款专用", "输入的写法：资金拨付及时，账目清楚。", "绩效")
    add_comment(page, "培训管护人员", f"{MINE}，别人的批注", "某科员", "8")


def _old_insert_with_figure(page: Page):
    made = track(page, "ins")
    made.append(new_run("（其中361.2万元已结清）"))
    page.p("专款专用").append(made)


def _two_authors(page: Page):
    for words, author in (("专款专用", "某科长"), ("个别水库渗漏", "某主任")):
        made = track(page, "ins")
        made.set(f"{W}author", author)
        made.append(new_run(f"（{MINE}{author}）"))
        page.p(words).append(made)


def _copied_words(page: Page):
    """Paragraph copied with its pending changes."""
    run = page.run("群众")
    wrap(page, run, "del")
    first = page.p("个别水库渗漏")
    first.addnext(bare(first))


def _deleted_in_cell(page: Page):
    run = next(r for r in page.cell("两座水库验收推迟").iter(f"{W}r"))
    wrap(page, run, "del")
    node = next(page.row("验收合格率").iter(f"{W}delText"))
    set_text(node, node.text)


EDITS = (
    Edit("an insertion pending in a figure's paragraph", _insert("，惠及下游农田", f"（{MINE}）"), kept=(f"（{MINE}）",)),
    Edit("an insertion pending directly behind a figure", _insert("361.2万元", f"（{MINE}）"), kept=(f"（{MINE}）",)),
    Edit("an insertion pending in standard words", _insert("多数绩效指标", f"（{MINE}）"), kept=(f"（{MINE}）",)),
    Edit("a deletion pending", _delete("惠及下游农田")),
    Edit("a deletion pending of words that the inputs change", _delete("专款专用")),
    Edit("words replaced under review", _replace("下游农田", "下游三乡"), kept=("下游三乡",)),
    Edit("a figure replaced under review", on(_delete_figure), kept=("361.9万元",), typed=True),
    Edit("a move pending", on(_move)),
    Edit("a change of look pending", on(_format), "either"),
    Edit("a change of a paragraph's look pending", on(_paragraph_format), "either"),
    Edit("a whole paragraph inserted under review", on(_paragraph), kept=(f"{MINE}，修订整段",)),
    Edit("a whole paragraph deleted under review", on(_delete_paragraph)),
    Edit("a row inserted under review", on(_row), kept=(f"{MINE}，修订行",)),
    Edit("a row deleted under review", on(_delete_row)),
    Edit("an insertion pending in the cell of a figure", on(_cell), kept=(f"（{MINE}）",)),
    Edit("a deletion pending in a cell", on(_deleted_in_cell)),
    Edit("comments resolved", on(_resolved), kept=(f"{MINE}，已解决", "手写的答复，已办")),
    Edit("our own old comment beside another's", on(_own_comment), "either", kept=(f"{MINE}，别人的批注",)),
    Edit("the old figure in an insertion pending", on(_old_insert_with_figure), kept=("已结清",)),
    Edit("insertions by two people", on(_two_authors), kept=(f"（{MINE}某科长）", f"（{MINE}某主任）")),
    Edit("a deletion pending and a paragraph copied", on(_copied_words)),
)  # fmt: skip
