"""Changes against the two values before them: how sure it is which value has changed."""

import pytest

from generator.rules.changed_values import changes
from generator.rules.finding import Strength
from tests.rules.forms import BOOK, form


@pytest.mark.parametrize(
    ("name", "strength"), [("经费", Strength.INFERRED), ("维修费", Strength.CERTAIN)]
)
def test_a_name_of_three_signs_says_what_has_changed(name, strength):
    said = f"安排资金[amount:资金:881万元]。{name}[amount:{name}:440万元]。"
    said += f"{name}比上年的[amount::792万元]增加[amount::80万元]。"
    found = [*changes(form(sentences=[said]), BOOK.words)]
    assert [(f.id, f.right, f.strength) for f in found] == [("change", "352万元", strength)]
