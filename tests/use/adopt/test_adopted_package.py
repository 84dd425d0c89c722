"""What an adopted form does where its pages end."""

import pytest

from generator.use.adopt.adopted_package import of_pages
from tests.foreign import picture, word_bytes


@pytest.mark.parametrize(
    ("below", "settings"),
    [
        ("产出指标（续） | 巡护面积", {}),
        ("^ | 巡护面积", {"repeated-labels": False}),
        ("续表 | 巡护面积", {"repeated-labels": False}),
    ],
)
def test_a_form_without_labels_said_again_prints_none(below, settings):
    form = word_bytes("自评表（续）表", picture(f"产出指标 | 巡护里程\n{below}"))
    assert of_pages(form) == settings
