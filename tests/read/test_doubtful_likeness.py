"""A heading that is a little like one of points is believed to be one."""

from types import SimpleNamespace

import pytest

from generator.read.doubtful_points import without_doubtful_points


@pytest.mark.parametrize(("likeness", "role"), [(0.45, "score"), (0.449, "")])
def test_a_heading_is_like_points(likeness, role):
    columns = SimpleNamespace(likeness=lambda _: {"score": likeness})
    seen = SimpleNamespace(column_role=lambda _: "", book=SimpleNamespace(columns=columns))
    strip = SimpleNamespace(heading="打钩", cells=[SimpleNamespace(text="好")])

    class Choice(SimpleNamespace):
        def _replace(self, **said):
            return Choice(**{**vars(self), **said})

    (found,) = without_doubtful_points([Choice(role="score", strip=strip)], seen)
    assert found.role == role
