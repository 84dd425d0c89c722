"""Copies of sentences that are taken by name: told with what differs, put back where figures agree."""

import pytest

from generator.figures.figure import Figure
from generator.language.quoting_fault import LanguageError
from generator.load.dossier_inputs import load_dossier
from generator.load.packaged import packaged_templates
from generator.load.packs import Packs, load_wording
from generator.model.snippet import Snippet
from generator.prose.snippet_names import with_snippets
from generator.rules.tree.home import known_names
from generator.rules.wording.drifted_snippets import DriftedSnippets
from tests.rules.forms import BOOK

SPENT = "全年预算安排{{ funds.budget }}，实际支出{{ funds.spent }}，执行进度与计划基本一致。"
KEPT = "项目资金单独核算，审批手续完整，未发现截留挪用的情况。"
ROW = "年初设定的指标值为{{ this.target }}，实际完成{{ this.actual }}，超过年初目标。"
TWO = "财务室逐笔审核支付申请。资产室逐件登记购置的设备。"
KNOWN = {
    name: Snippet.from_data({"name": name, "text": text})
    for name, text in {"支出": SPENT, "核算": KEPT, "超额": ROW, "两句": TWO}.items()
}
WORDING, _ = load_wording(Packs((packaged_templates(),)))
UNITS = WORDING.units


def figure(id, shown):
    return Figure(id, shown, shown)


ROWS = {"购书册数": {"target": figure("t", "≥20000册"), "actual": figure("a", "20500册")}}


def indicator(name):
    if name not in ROWS:
        raise LanguageError(f"没有指标“{name}”")
    return ROWS[name]


FIGURES = {
    "funds": {
        "budget": figure("b", "100万元"),
        "spent": figure("s", "95万元"),
    },
    "indicator": indicator,
}
NAMES = with_snippets({"books": FIGURES}, lambda: KNOWN, UNITS)["books"]
GOOD = "全年预算共安排100万元，实际支出95万元，执行进度与计划基本一致。"


@pytest.fixture
def look(dossier):
    """Look at a text that stands as the project's overview, written so in its file."""

    def call(written: str):
        folder = dossier(change={'"为全县读者购置图书。"': written})
        own = load_dossier(folder).dossier
        drifted = DriftedSnippets(KNOWN, UNITS, WORDING.apart)
        found = drifted.find(own, known_names([own]), lambda _: NAMES, BOOK.problem)
        return [(one.problem, one.edit.change.text if one.edit else "") for one in found]

    return call


@pytest.mark.parametrize(
    ("text", "put"),
    [
        (GOOD, "支出"),
        (GOOD.replace("95万元", "{{ funds.spent }}"), "支出"),
        ("项目资金单独核算，审批的手续完整，未发现截留挪用的情况。", "核算"),
        ("年初设定指标值为≥20000册，实际完成20500册，超过年初目标。", "超额/购书册数"),
        ("财务室逐笔审核支付申请。资产室逐件登记购置设备。", "两句"),
        (GOOD.replace("95万元", "90万元"), ""),  # another figure
        (GOOD.replace("。", "；"), ""),  # goes on
        (GOOD.replace("95万元", "{{ funds.spend }}"), ""),  # prints nothing
        ("年初设定指标值为≥20000册，实际完成20600册，超过年初目标。", ""),
    ],
)
def test_a_copy_is_told_and_put_back_only_where_it_says_the_same_figures(look, text, put):
    ((problem, edit),) = look(f'"""甲说明在前。{text}乙说明在后。"""')
    assert problem.code == "W06"
    assert edit == (f'{{{{ snippet("{put}") }}}}' if put else "")


@pytest.mark.parametrize(
    "text",
    [
        KEPT,
        GOOD.replace("共", ""),
        KEPT.replace("未发现", "发现"),  # says the contrary
        "图书馆全年开放三百天，接待读者人数比上年有所增加。",
        '{{ snippet("支出") }}',
    ],
)
def test_the_same_the_contrary_and_the_unlike_are_left_alone(look, text):
    assert look(f'"""{text}"""') == []


def test_a_name_that_there_is_not_is_told_as_a_check_tells_it(look):
    ((problem, edit),) = look('"""{{ snippet("支初") }}"""')
    assert (problem.code, problem.message, edit) == ("I20", "没有常用句“支初”", "")


def test_what_differs_is_shown_of_both(look):
    ((problem, _),) = look(f'"""{GOOD}"""')
    assert "全年预算共安排100万元" in problem.message
    assert "全年预算安排100万元" in problem.message


def test_in_a_string_of_one_line_the_quotation_has_the_other_marks(look):
    ((_, edit),) = look(f'"{GOOD}"')
    assert edit == "{{ snippet('支出') }}"


def test_of_two_that_are_equally_near_none_is_put_back(look, monkeypatch):
    twin = Snippet.from_data({"name": "双", "text": KEPT.replace("完整", "完备")})
    monkeypatch.setitem(KNOWN, "双", twin)
    ((_, edit),) = look(f'"""{KEPT.replace("完整", "完善")}"""')
    assert edit == ""
