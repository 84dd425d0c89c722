"""Compare and swap: a file takes the place of another only if that one is what was read."""

import contextlib
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Collection
from pathlib import Path

from generator.base.exchange import exchange
from generator.base.regular_file import LARGEST_KEPT, NotRegularError, read_regular

ABSENT = ""  # instead of a digest: nothing lies there
NO_FILE = "?"  # something lies there that is no file: nothing can be swapped for it
SWAP = ".swap"
_MOST_TURNS = 8

Step = Callable[[str], None]


class SavedInBetweenError(Exception):
    """What lies there is not what was read: somebody saved it meanwhile. It is there as they saved it."""


def no_step(_name: str) -> None:
    """Do nothing between the steps; a test saves the file here."""


def digest_of(path: Path) -> str:
    """Return the digest of what lies there now; ``ABSENT`` when nothing does, ``NO_FILE`` for a pipe."""
    try:
        return hashlib.sha256(read_regular(path, LARGEST_KEPT)).hexdigest()
    except FileNotFoundError:
        return ABSENT
    except NotRegularError:
        return NO_FILE


def put_in_place(temporary: Path, path: Path, expected: str, step: Step = no_step) -> None:
    """Give a finished file its name, or raise ``SavedInBetweenError``; it does not stay behind."""
    ours = digest_of(temporary)
    step("begin")
    held = temporary.with_name(f"{temporary.stem}-{expected[:16]}-{ours[:16]}{SWAP}")
    done = {ours, expected}
    try:
        if expected == ABSENT:
            _claim(temporary, path)
        else:
            if digest_of(path) != expected:
                raise SavedInBetweenError
            step("compared")
            temporary.rename(held)
            _exchange(held, path, expected)
            step("exchanged")
            if digest_of(held) != expected:
                done |= _give_back(held, path, ours)
                raise SavedInBetweenError
        step("in place")
        if digest_of(path) != ours:
            raise SavedInBetweenError  # saved over ours at once: theirs stays
    finally:
        for left in (temporary, held):
            _drop(left, done)
    step("done")


def remove_unchanged(
    path: Path, expected: str, step: Step = no_step, *, aside: Path | None = None
) -> bool:
    """Remove a file if it is what was read; ``False`` when it is not, and then it stays."""
    if digest_of(path) != expected:
        return False
    step("compared")
    name = f".jixiao-{os.getpid()}-{expected[:16]}-{expected[:16]}{SWAP}"
    held = (path.parent if aside is None else aside) / name
    try:
        path.rename(held)
    except FileNotFoundError:
        return True
    step("moved")
    if digest_of(held) == expected:
        held.unlink()
        return True
    with contextlib.suppress(SavedInBetweenError):  # saved once more: the later one stands there
        _claim(held, path)
    return False


def clear_swaps(folder: Path, age: float = 0) -> None:
    """Remove what a killed program left while exchanging; a save that it had in hand stays."""
    for held in folder.glob(f".jixiao-*{SWAP}"):
        known = held.stem.split("-")[-2:]
        with contextlib.suppress(OSError):
            if age and time.time() - held.stat().st_mtime < age:
                continue
            if digest_of(held)[:16] in known:
                held.unlink()


def _claim(held: Path, path: Path) -> None:
    """Take a name that nobody has."""
    try:
        os.link(held, path)
    except FileExistsError:
        raise SavedInBetweenError from None
    except OSError:  # a drive without hard links
        if path.exists():
            raise SavedInBetweenError from None
        held.rename(path)
    else:
        held.unlink()


def _exchange(held: Path, path: Path, expected: str) -> None:
    """Let two files change names; where that takes two steps, look once more right before them."""
    try:
        if exchange(held, path):
            return
        back = held.with_suffix(".back")
        _link_or_copy(path, back)
        try:
            if digest_of(back) != expected or digest_of(path) != expected:
                raise SavedInBetweenError
            held.replace(path)
            back.rename(held)
        finally:
            back.unlink(missing_ok=True)
    except FileNotFoundError:
        raise SavedInBetweenError from None  # moved away: a program is just saving it


def _link_or_copy(path: Path, back: Path) -> None:
    try:
        os.link(path, back)
    except FileNotFoundError:
        raise
    except OSError:  # a drive without hard links
        shutil.copy2(path, back)


def _give_back(held: Path, path: Path, ours: str) -> set[str]:
    """Put back what was saved; should yet another save fall in between, the latest one stands there."""
    known = {ours}
    for _ in range(_MOST_TURNS):
        there = digest_of(held)
        if there in known:
            return known
        known.add(there)
        try:
            if not exchange(held, path):
                held.replace(path)
        except FileNotFoundError:
            with contextlib.suppress(SavedInBetweenError):
                _claim(held, path)
    return {ours}


def _drop(path: Path, known: Collection[str]) -> None:
    """Remove a file whose contents are known; what is not known may be somebody's words."""
    with contextlib.suppress(OSError):
        if digest_of(path) in known:
            path.unlink(missing_ok=True)
