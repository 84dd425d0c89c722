"""What was worked out once, on disk: prepared templates, compiled texts. It lies in a folder that only the user can write to.

What lies there is code of our own making. A file that is damaged, foreign or old is not used:
preparing again costs a fraction of a second and nothing else. A name stands for the code of the
program as well: two working copies of one version use the same folder and never meet.
"""

import contextlib
import hashlib
import marshal
import os
import sys
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from generator.base.program_state import program_stamp
from generator.base.writing import write_atomically

VARIABLE = "JIXIAO_CACHE"
_MOST_FILES = 200
_CHECK_SIZE = 4
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
    """Return what was kept under a key as ``read`` takes it up, or ``None``.

    What cannot be taken up, for whatever reason, is as good as nothing.
    """
    return load_bytes(key, lambda content: read(marshal.loads(content)))  # noqa: S302 - our own file in a folder of the user's own


def load_bytes(key: str, read: Callable[[memoryview], KeptT]) -> KeptT | None:
    """Do the same for plain bytes. They are looked at where they lie: of megabytes each copy takes
    milliseconds, and most runs are not much longer.
    """
    folder = _folder()
    if folder is None:
        return None
    try:
        data = (folder / key).read_bytes()
    except OSError:
        return None
    content = memoryview(data)[_CHECK_SIZE:]
    if data[:_CHECK_SIZE] != _check(content):
        return None
    try:
        return read(content)
    except Exception:  # no file of a cache may ever end a run
        return None


def keep(key: str, value: Any) -> None:
    """Keep a value for the next run, if there is a place for it."""
    keep_bytes(key, marshal.dumps(value))


def keep_bytes(key: str, content: bytes) -> None:
    """Keep bytes for the next run, if there is a place for them."""
    folder = _folder()
    if folder is None:
        return
    # A cache that cannot be written is no reason to tell anybody.
    write_atomically(folder / key, _check(content) + content, is_durable=False)
    _forget_old(folder)


def _check(content: bytes | memoryview) -> bytes:
    """Say of bytes what tells damage. Who may write here could write any check, so a short one will do."""
    return zlib.crc32(content).to_bytes(_CHECK_SIZE, "big")


@cache
def _version(library: str) -> str:
    """Return name and version as the folder beside an installed library tells them.

    Asking the standard library for it loads the whole of its mail reader.
    """
    spec = find_spec(library)
    home = Path(spec.origin).parent.parent if spec is not None and spec.origin else None
    beside = home.glob("*.dist-info") if home else ()
    found = [path.name for path in beside if path.name.lower().startswith(f"{library}-")]
    if len(found) == 1:
        return found[0]
    from importlib.metadata import version  # noqa: PLC0415 - see above

    return version(library)


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
    with contextlib.suppress(OSError):
        files = sorted(folder.iterdir(), key=lambda f: f.stat().st_mtime, reverse=True)
        for file in files[_MOST_FILES:]:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
