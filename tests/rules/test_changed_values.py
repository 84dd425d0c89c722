"""Changes against the two values before them: how sure it is which value has changed."""

import pytest

from generator.rules.changed_values import changes
from generator.rules.finding import Strength
from tests.rules.forms import BOOK, form


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("事故从[count:事故从:12起]下降到[count:下降:9起]，下降[count:下降:35%]。", "12起 → 9起"),
        (
            "今年新增[count:新增:26家]，较上年末的[count:较上年末的:65家]增长[rate:增长:50%]。",
            "26家 ÷ 65家",
        ),
    ],
    ids=["from one to another", "an increase"],
)
def test_how_a_rate_of_change_follows_is_told_by_its_two_values(said, how):
    assert [f.how for f in changes(form(sentences=[said]), BOOK.words)] == [how]


@pytest.mark.parametrize(
    ("name", "strength"), [("经费", Strength.INFERRED), ("维修费", Strength.CERTAIN)]
)
def test_a_name_of_three_signs_says_what_has_changed(name, strength):
    said = f"安排资金[amount:资金:881万元]。{name}[amount:{name}:440万元]。"
    said += f"{name}比上年的[amount::792万元]增加[amount::80万元]。"
    found = [*changes(form(sentences=[said]), BOOK.words)]
    assert [(f.id, f.right, f.strength) for f in found] == [("change", "352万元", strength)]
