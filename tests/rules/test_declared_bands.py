"""Bands of grades that a text declares: where two of them touch, and that is told once for a scale."""

import pytest

from generator.rules.dossier.declared_bands import bands_in


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("92-100为优，82-92为良，60-82为中，60以下为差。", [("bands-touch-all", "92、82")]),
        ("92分以上为优，82-92分为良，60-82分为中，60分以下为差。", [("bands-touch-usual", "82")]),
        ("92-100为优，82-91为良，60-82为中，60以下为差。", [("bands-touch", "82")]),
        ("92-100为优，82-92（不含）为良，60-82（不含）为中，60以下为差。", []),
        (
            "92-100为优，82-90为良，60-82为中，60以下为差。",
            [("bands-apart", "92"), ("bands-touch", "82")],
        ),
    ],
)
def test_bands_that_touch_are_told_once(line, told):
    assert [(slip.id, slip.name) for slip in bands_in(line)] == told
