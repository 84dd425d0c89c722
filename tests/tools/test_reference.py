"""Pages of the reference that follow from data say what the data says."""

import pytest

from tests.conftest import ROOT
from tools.reference import PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_follows_from_data_is_up_to_date(name):
    written = (ROOT / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "run: python -m tools.reference"
