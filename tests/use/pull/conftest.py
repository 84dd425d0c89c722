"""Examples that are built once for all the edits that are tried on them."""

import pytest

from tests.use.pull.folders import built, example


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """Every example, built once."""
    known = {}

    def place(name):
        if name not in known:
            known[name] = tmp_path_factory.mktemp("places") / name
            example(name, known[name])
            built(name, known[name])
        return known[name]

    return place
