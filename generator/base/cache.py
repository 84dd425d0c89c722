"""What was worked out once, on disk: prepared templates, compiled expressions, what packs say.

What lies there is data and never code, in files that only the user can open, sealed with a key of
the user's but for what is too large to be read. A file that is damaged, foreign or old is not used: working it out again costs a fraction
of a second and nothing else. A name stands for the code of the program as well: two working copies
of one version use the same folder and never meet.
"""

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from generator.base.mapped import ENDING, Buffer, map_parts, write_parts
from generator.base.plain_data import plain_from, to_bytes, values_from
from generator.base.program_state import program_stamp
from generator.base.sealed import KEY_FILE, key_of, read_sealed, write_sealed

VARIABLE = "JIXIAO_CACHE"
_MOST_FILES = 200
_PATIENCE = 2.0  # seconds
KeptT = TypeVar("KeptT")


def cache_key(libraries: Iterable[str], *pieces: bytes) -> str:
    """Return the name for what this program made from some bytes with some libraries."""
    made_by = [f"{program_stamp()} {sys.version}", *map(_version, libraries)]
    digest = hashlib.sha256(repr(made_by).encode())
    for piece in pieces:
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return digest.hexdigest()


def load(key: str, read: Callable[[Any], KeptT]) -> KeptT | None:
    """Return plain data that was kept under a key as ``read`` takes it up, or ``None``.

    What cannot be taken up, for whatever reason, is as good as nothing.
    """
    return _load(key, lambda content: read(plain_from(content)))


def load_values(key: str) -> Any:
    """Return values of our own classes that were kept under a key, or ``None``."""
    return _load(key, values_from)


def keep(key: str, value: Any) -> None:
    """Keep a value for the next run, if there is a place for it."""
    folder = _folder()
    if folder is None:
        return
    # A cache that cannot be written is no reason to tell anybody.
    write_sealed(folder / key, to_bytes(value))
    _forget_old(folder)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Join what one has with what lies there while nobody else does: processes of a run end at once.

    Who waits too long goes on: then something is worked out again, and nothing else.
    """
    from generator.base.locking import LockedError, locked  # noqa: PLC0415 - few wait for anybody

    folder = _folder()
    with contextlib.ExitStack() as held:
        if folder is not None:
            with contextlib.suppress(LockedError):
                held.enter_context(locked(folder, _PATIENCE))
        yield


def load_parts(key: str) -> list[memoryview] | None:
    """Return large parts that were kept under a key, laid out and not read, or ``None``."""
    folder = _folder()
    path = None if folder is None else folder / f"{key}{ENDING}"
    parts = None if path is None else map_parts(path)
    if path is not None and parts is not None:
        _use(path)
    return parts


def keep_parts(key: str, parts: Iterable[Buffer]) -> None:
    """Keep large parts for the next run, if there is a place for them."""
    folder = _folder()
    if folder is not None:
        write_parts(folder / f"{key}{ENDING}", parts)
        _forget_old(folder)


def user_key() -> bytes | None:
    """Return the key of the user, by which we know what we wrote (``None``: there is no place for one)."""
    folder = _folder()
    return None if folder is None else key_of(folder, is_needed=True)


def _load(key: str, read: Callable[[memoryview], KeptT]) -> KeptT | None:
    folder = _folder()
    content = None if folder is None else read_sealed(folder / key)
    if folder is None or content is None:
        return None
    try:
        value = read(content)
    except Exception:  # no file of a cache may ever end a run
        return None
    _use(folder / key)
    return value


def _use(path: Path) -> None:
    with contextlib.suppress(OSError):
        os.utime(path)  # what is used stays longest


@cache
def _version(library: str) -> str:
    """Return name and version as the folder beside an installed library tells them.

    Asking the standard library for it loads the whole of its mail reader.
    """
    spec = find_spec(library)
    home = Path(spec.origin).parent.parent if spec is not None and spec.origin else None
    beside = _installed(home) if home else ()
    found = [name for name in beside if name.lower().startswith(f"{library}-")]
    if len(found) == 1:
        return found[0]
    from importlib.metadata import version  # noqa: PLC0415 - see above

    return version(library)


@cache
def _installed(home: Path) -> tuple[str, ...]:
    try:
        names = os.listdir(home)  # noqa: PTH208 - names are enough, and far faster
    except OSError:
        return ()
    return tuple(name for name in names if name.endswith(".dist-info"))


def _folder() -> Path | None:
    """Return the folder, made when it is not there; ``None`` when it is not safe to use."""
    wanted = os.environ.get(VARIABLE, "")
    if wanted == "off":
        return None
    folder = Path(wanted) if wanted else _usual_place()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name != "nt":
            state = folder.stat()
            if state.st_uid != os.getuid() or state.st_mode & 0o022:
                return None
    except (OSError, RuntimeError):
        return None
    return folder


def _usual_place() -> Path:
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "jixiao" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "jixiao"
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "jixiao"


def _forget_old(folder: Path) -> None:
    """Once there are too many, forget some more than that, so that not every new file is a reason to look."""
    with contextlib.suppress(OSError):
        if len(os.listdir(folder)) <= _MOST_FILES:  # noqa: PTH208 - names are enough, and far faster
            return
        files = sorted(folder.iterdir(), key=lambda f: f.stat().st_mtime, reverse=True)
        for file in files[_MOST_FILES - _MOST_FILES // 8 :]:
            if file.name == KEY_FILE:
                continue
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
