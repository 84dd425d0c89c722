"""What a form is to get, as it is written in its tags."""

import pytest

from generator.word.form_tags import chosen_by


@pytest.mark.parametrize(
    ("names", "said"),
    [(("产出",), 'rows|of("产出")'), (("产出", "效益"), 'rows|of("产出", "效益")')],
)
def test_rows_are_chosen_by_the_names_of_their_classes(names, said):
    assert chosen_by("rows", names) == said
