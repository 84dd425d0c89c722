"""One sentence in several wordings: every place, and the form that most write."""

import pytest

from tests.rules.tree.trees import found, project, told, unit

USUAL = "项目资金由财务室逐笔审核后支付，专款专用，没有截留挪用。"
BODIES = tuple(f"{place}县文化局" for place in ("东山", "西河", "南湖", "北桥", "中街", "上庄"))


def tree(*texts):
    return [(unit(body), project(overview=text)) for body, text in zip(BODIES, texts, strict=False)]


def test_every_place_of_the_rarer_wording_is_told_with_the_usual_one(tmp_path):
    other = USUAL.replace("审核", "复核")
    findings = found(tmp_path, *tree(USUAL, USUAL, USUAL, other, other))
    assert [home for home, *_ in told(findings, "text-reworded")] == ["d3", "d4"]
    (first, _) = [f for f in findings if f.id == "text-reworded"]
    assert "复核" in first.left
    assert "审核" in first.right
    assert first.name == "3"


def test_of_many_wordings_that_hang_together_the_most_used_is_preferred(tmp_path):
    one, two = USUAL.replace("审核", "复核"), USUAL.replace("审核", "复查").replace("没有", "未有")
    findings = found(tmp_path, *tree(one, two, two, USUAL, USUAL, USUAL))
    shown = {home: right for home, _, right in told(findings, "text-reworded")}
    assert set(shown) == {"d0", "d1", "d2"}
    assert all("审核" in right for right in shown.values())


@pytest.mark.parametrize(
    "other",
    [
        USUAL,
        "项目资金由财务室上半年审核后支付，专款专用，没有截留挪用。",
        "本项目由绩效办公室牵头组织实施，年底前全部完成验收。",
    ],
)
def test_the_same_and_the_unlike_are_left_alone(tmp_path, other):
    usual = USUAL.replace("逐笔", "下半年") if "上半年" in other else USUAL
    assert told(found(tmp_path, *tree(usual, other)), "text-reworded") == []


def test_figures_make_no_other_wording(tmp_path):
    said = "全年共审核支付项目资金{}笔，涉及金额{}万元，没有截留挪用。"
    texts = (said.format(n * 7, n * 1.5) for n in range(1, 6))
    assert told(found(tmp_path, *tree(*texts)), "text-reworded") == []
