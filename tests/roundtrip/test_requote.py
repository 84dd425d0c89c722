"""A person's words at places of a printed text: quotations stay, words change where they stood."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures.figure import Figure
from generator.model.spans import Span, plain_text
from generator.model.units import Units
from generator.prose.prose_render import render
from generator.roundtrip.requote import NotRequoted, TextEdit, requote

UNITS = Units(())
LATE = Figure("books/fact[延迟批次]", Decimal(5), "5批", "批")
SPENT = Figure("books/funds.spent", Decimal(95), "95万元", "万元")
NAMES = {
    "fact": {"延迟批次": LATE}.__getitem__,
    "funds": {"spent": SPENT},
    "yes": "是",
    "unit": {"name": "某县图书馆"},
    "rows": [{"name": "购书"}, {"name": "编目"}, {"name": "购书"}],
}
BATCHES = '分16批到货，其中{{ fact("延迟批次") }}延迟'


def quote(span: Span) -> str:
    return {"books/funds.spent": "{{ funds.spent }}"}.get(span.figure, "")


def changed(raw: str, *edits: tuple[int, int, object]) -> str | NotRequoted:
    made = [
        TextEdit(a, b, (Span(new),) if isinstance(new, str) else tuple(new))  # type: ignore[arg-type]
        for a, b, new in edits
    ]
    return requote(raw, NAMES, UNITS, made, quote)


def shown(raw: str) -> str:
    return plain_text(render(raw, NAMES, UNITS))


@pytest.mark.parametrize(
    ("raw", "edit", "wanted"),
    [
        (BATCHES, (1, 3, "17"), BATCHES.replace("16", "17")),
        (
            BATCHES,
            (11, 13, "迟到"),
            BATCHES.replace("延迟", "迟到", 2).replace("迟到批次", "延迟批次"),
        ),
        (BATCHES, (7, 13, ["有", LATE, "晚到"]), '分16批到货，有{{ fact("延迟批次") }}晚到'),
        (BATCHES, (9, 11, "若干批"), "分16批到货，其中若干批延迟"),
        (BATCHES, (13, 13, "。"), f"{BATCHES}。"),
        (BATCHES, (13, 13, ["，共", SPENT]), f"{BATCHES}，共{{{{ funds.spent }}}}"),
        ("{{ unit.name }}", (0, 0, "由"), "由{{ unit.name }}"),
        ("{{ unit.name }}{{ year }}", (5, 5, "的"), None),
        ("{{ unit.name }}{{ funds.spent }}", (5, 5, "的"), "{{ unit.name }}的{{ funds.spent }}"),
        ("没有引用", (2, 4, "标签"), "没有标签"),
        ("", (0, 0, "新写的"), "新写的"),
        (
            "{% if yes %}全部{{ funds.spent }}完成{% else %}未{% endif %}。",
            (6, 8, "支出"),
            "{% if yes %}全部{{ funds.spent }}支出{% else %}未{% endif %}。",
        ),
        (
            "{% if no is defined %}有{% else %}没有{% endif %}。",
            (0, 2, "从未有"),
            "{% if no is defined %}有{% else %}从未有{% endif %}。",
        ),
        (
            "甲\n{% if yes %}\n  乙\n{% endif %}\n丙",
            (4, 5, "丁"),
            "甲\n{% if yes %}\n  丁\n{% endif %}\n丙",
        ),
    ],
)
def test_an_edit_changes_the_words_that_it_is_about(raw, edit, wanted):
    start, end, new = edit
    pieces = new
    if not isinstance(new, str):
        pieces = [Span(p.shown, p.id) if isinstance(p, Figure) else Span(p) for p in new]
    said = changed(raw, (start, end, pieces))
    assert said == wanted if wanted is not None else isinstance(said, NotRequoted)


@pytest.mark.parametrize("edit", [(9, 10, "6"), (10, 13, "晚"), (3, 10, "")])
def test_a_quotation_is_not_cut(edit):
    assert changed(BATCHES, edit) == NotRequoted("只改了引用的“5批”的一部分")


def test_what_is_repeated_changes_only_when_it_changes_alike_everywhere():
    raw = "{% for r in rows %}第{{ r.name }}、{% endfor %}完"
    assert shown(raw) == "第购书、第编目、第购书、完"
    assert changed(raw, (0, 1, "项"), (4, 5, "项"), (8, 9, "项")) == raw.replace("第", "项")
    assert changed(raw, (0, 1, "项")) == NotRequoted("这段文字重复印出，各处改得不一样")


def test_words_typed_before_a_repeated_stretch_go_into_words_that_stand_once():
    raw = "有：{% for r in rows %}{{ r.name }}{% endfor %}"
    assert changed(raw, (2, 2, "共三项：")) == raw.replace("有：", "有：共三项：")


@pytest.mark.parametrize("typed", ["{{ funds.spent }}", "{% if %}", "{# 无 #}", "{", "{{", "}}"])
def test_what_a_person_types_is_never_taken_for_a_tag(typed):
    said = changed(BATCHES, (7, 9, typed))
    assert isinstance(said, str)
    assert shown(said) == f"分16批到货，{typed}5批延迟"


@pytest.mark.parametrize("typed", ["\ufdd0", "\ufddc", "\x00", "a\rb"])
def test_marks_and_control_characters_never_get_in(typed):
    assert changed(BATCHES, (0, 1, typed)) == NotRequoted("文字里有不能用的字符")


def test_edits_that_overlap_or_lie_outside_are_refused():
    for edits in (((0, 3, "x"), (2, 4, "y")), ((0, 99, "x"),), ((-1, 2, "x"),)):
        assert isinstance(changed(BATCHES, *edits), NotRequoted)


def test_a_figure_that_cannot_be_quoted_is_refused():
    said = changed(BATCHES, (13, 13, [Span("1册", "books/other")]))
    assert said == NotRequoted("“1册”不能写成引用，抄成数字就不会跟着改")


WORDS = st.text(alphabet='甲乙丙，。 \n{}%#"', max_size=5)
TAGS = st.sampled_from(
    [
        "{{ funds.spent }}",
        '{{ fact("延迟批次") }}',
        "{{ unit.name }}",
        "{% if yes %}",
        "{% if no is defined %}",
        "{% else %}",
        "{% endif %}",
        "{% for r in rows %}",
        "{{ r.name }}",
        "{% endfor %}",
        "{# 注 #}",
        "{%- if yes -%}",
    ]
)
BLOCKS = st.recursive(
    WORDS | TAGS,
    lambda inner: (
        st.builds("{}{}{}".format, inner, inner, inner)
        | st.builds("{{% if yes %}}{}{{% else %}}{}{{% endif %}}".format, inner, inner)
        | st.builds("{{% for r in rows %}}{}{{{{ r.name }}}}{}{{% endfor %}}".format, inner, inner)
    ),
    max_leaves=8,
)


@st.composite
def cases(draw):
    raw = draw(BLOCKS)
    try:
        spans = render(raw, NAMES, UNITS)
    except Exception:
        raw = BATCHES
        spans = render(raw, NAMES, UNITS)
    length = len(plain_text(spans))
    places = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
    edits = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        edits.append((start, end, draw(WORDS)))
    return raw, edits


@settings(max_examples=400, deadline=None)
@given(cases())
def test_the_new_text_prints_the_wanted_words_or_is_refused(case):
    raw, edits = case
    said = changed(raw, *edits)
    if isinstance(said, NotRequoted):
        return
    before = shown(raw)
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += (before[at:start], new)
        at = end
    assert shown(said) == "".join(pieces) + before[at:]
    if not edits:
        assert said == raw


@settings(max_examples=300, deadline=None)
@given(cases())
def test_no_quotation_changes_that_no_edit_covers(case):
    raw, edits = case
    said = changed(raw, *edits)
    if isinstance(said, NotRequoted):
        return
    kept, at = [], 0
    for span in render(raw, NAMES, UNITS):
        begin, at = at, at + len(span.text)
        if span.figure and not any(begin < end and at > start for start, end, _ in edits):
            kept.append(span.figure)
    assert [s.figure for s in render(said, NAMES, UNITS) if s.figure] == kept
