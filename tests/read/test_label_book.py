"""Labels: how long one may be that somebody knows."""

import pytest

from tests.foreign import book


@pytest.mark.parametrize(("length", "role"), [(40, "budget"), (41, "")])
def test_a_label_has_forty_signs(length, role):
    blanks = " " * (length - len("全年预算数"))
    assert book().role(f"全年预算数{blanks}") == role
    assert book().likely(f"全年预算数{blanks}", ("budget",)) == role
