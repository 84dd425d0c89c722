"""The same bytes from any current folder, and however a dossier is named there."""

import contextlib
import hashlib

import pytest

from tests.deeds import LIBRARY, call, change_inputs, plain

WAYS = [
    ("inputs", "."),
    (LIBRARY, "."),
    (LIBRARY, "books.toml"),
    ("..", "{root}/inputs"),
    ("inputs", "library-2023"),
]


def tree(root):
    files = [path for path in root.rglob("*") if path.is_file()]
    digests = {p: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    named = {path.relative_to(root).as_posix(): digest for path, digest in digests.items()}
    return {name: digest for name, digest in named.items() if name.startswith("outputs/")}


def built(root, current, path):
    """Build what has something to say, and build again after a change: both is remembered."""
    plain(root)
    change_inputs(root, 'reason = "新馆推迟开放。"\n', "")
    with contextlib.chdir(root / current):
        for spent in ("95", "96"):
            change_inputs(root, "spent = 95", f"spent = {spent}")
            assert call("build", path.format(root=root)).code == 0
    return tree(root)


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    return built(tmp_path_factory.mktemp("one") / "w", ".", "inputs")


@pytest.mark.parametrize(("current", "path"), WAYS)
def test_the_same_is_written(current, path, usual, tmp_path):
    assert built(tmp_path / "w", current, path) == usual
