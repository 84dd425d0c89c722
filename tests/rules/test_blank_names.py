"""Signs that stand for a name: those of a place or a body that nobody filled in, and names kept secret."""

import pytest

from tests.rules.forms import BOOK, form


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["整治青溪乡河岸6公里。"], []),
        (["整治XX乡镇河岸6公里。"], ["XX乡镇"]),
        (["为××村修路。", "由××局组织。"], ["××村", "××局"]),
        (["张XX负责，某XX单位协助。"], []),
        (["涉及XX村、XX镇。", "由XX公司实施。"], []),  # kept secret throughout
    ],
)
def test_a_name_is_blank_where_that_of_a_place_or_body_belongs(cells, told):
    entries = [f"9|{n}|used|goal.expected|{text}" for n, text in enumerate(cells, 2)]
    found = [f.left for f in BOOK.findings(form(entries=entries)) if f.id == "blank-name"]
    assert found == told
