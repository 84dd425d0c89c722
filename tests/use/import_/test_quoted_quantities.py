"""Quotations in imported reports print what stood there, whatever numbers a report holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.problem import Place
from generator.figures.dossier_figures import make_figures
from generator.load.workspace_folder import find_workspace
from generator.prose.figure_names import dossier_names
from generator.prose.prose_render import render
from generator.score.score_terms import Rules
from generator.score.scorer import score_dossier
from generator.use.audit.drafted import drafted_dossier
from generator.use.foreign_documents import Recogniser
from generator.use.import_.quoted_quantities import quote_figures
from generator.use.library import Library
from tests.conftest import ROOT
from tests.foreign import NATIONAL, book, read_word

BOOK = book()
LIBRARY = Library(find_workspace(ROOT / "inputs")[0])
TITLE = "某县图书馆2023年图书购置项目支出绩效自评报告"
CLAUSES = st.sampled_from(
    [
        "全年支出95万元", "支出950,000元", "预算1,000,000元", "预算100万元", "执行率95%", "执行率0.95",
        "其中：当年财政拨款80万元", "购书20500册", "购书2万册", "读者满意度93%", "新书占比58%", "得分94.17分",
        "约95万元", "结转20万元", "上年结转资金20万元", "1000000元", "支出95.00万元", "{{ 支出95万元", "得分 94.2 分",
    ]
)  # fmt: skip


def quoted(*lines: str):
    """Return the texts of a report beside a form, quoted, and the names that they speak with."""
    recogniser = Recogniser(LIBRARY, BOOK, "mof-2020", 2023, keeps_outline=True)
    draft = recogniser.recognise(read_word(TITLE, "一、总的情况", *lines, "自评表", NATIONAL))
    recogniser.settle(draft)
    loaded, _ = LIBRARY.scheme("mof-2020", Place)
    scheme, units = loaded.scheme, LIBRARY.units
    (subject,) = draft.subjects
    before = dict(subject.values["text"])
    quote_figures(draft, scheme, units, BOOK)
    dossier = drafted_dossier(draft, scheme.id, "").dossier
    sheets = score_dossier(dossier, Rules(scheme, units, 2023))
    names = dossier_names(dossier, make_figures(dossier, sheets, units))
    return before, subject, names["project-1"]


@settings(max_examples=40, deadline=None)
@given(st.lists(CLAUSES, min_size=1, max_size=8))
def test_what_is_quoted_prints_the_words_that_stood_there(clauses):
    before, subject, names = quoted("，".join(clauses) + "。")
    for id, text in subject.values["text"].items():
        said = "".join(span.text for span in render(text, names, LIBRARY.units))
        assert said == before[id]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("全年支出95万元。", "全年支出{{ funds.spent }}。"),
        ("支出95.00万元。", "支出95.00万元。"),  # the same, printed otherwise
        ("约95万元。", "约95万元。"),
        ("得94.17分。", "得94.17分。"),  # points of what, nobody says
        ("自评总分94.17分。", "自评总分{{ score.total }}。"),
        ("当年财政拨款支出80万元。", '当年财政拨款支出{{ funds.source("当年财政拨款").spent }}。'),
        ("读者满意度93%。", '读者满意度{{ indicator("读者满意度").actual }}。'),
        ("检查20500次。", "检查20500次。"),  # another unit
    ],
)
def test_a_quantity_is_quoted_only_where_it_is_surely_the_same(words, expected):
    _, subject, _ = quoted(words)
    assert list(subject.values["text"].values()) == [expected]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("全年支出94万元。", 1),
        ("全年支出95万元。", 0),
        ("全年支出0.0095亿元。", 0),
        ("基本支出94万元。", 0),  # a part
        ("执行率94.9%。", 1),
        ("执行率95%。", 0),
        ("约94万元。", 0),
    ],
)
def test_what_differs_is_told(words, told):
    _, subject, _ = quoted(words)
    assert sum("正文写作" in remark for remark in subject.remarks) == told
