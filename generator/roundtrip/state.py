"""The state that a build rests on, as one fingerprint: by content, never by time."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from generator import __version__

_PACKAGE = Path(__file__).resolve().parent.parent
_PACK_FILES = ("schemes/*.toml", "text/*/*", "wording/*.toml", "docx/*.docx")


def dossier_state(folder: Path, packs: str, settings: str) -> str:
    """Fingerprint everything that the documents of a dossier follow from."""
    digest = hashlib.sha256(f"{program_state()}\n{packs}\n{settings}\n".encode())
    _add(digest, folder, sorted(folder.glob("*.toml")))
    return digest.hexdigest()


def packs_state(roots: Sequence[Path]) -> str:
    """Fingerprint all packs that a workspace can use."""
    digest = hashlib.sha256()
    for root in roots:
        for pattern in _PACK_FILES:
            _add(digest, root, sorted(path for path in root.glob(pattern) if path.is_file()))
    return digest.hexdigest()


@cache
def program_state() -> str:
    """Fingerprint the program: its version, and its code, which may be somebody's working copy."""
    digest = hashlib.sha256(__version__.encode())
    _add(digest, _PACKAGE, sorted(_PACKAGE.rglob("*.py")))
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", root: Path, files: Iterable[Path]) -> None:
    for path in files:
        try:
            content = path.read_bytes()
        except OSError:
            content = b"unreadable"
        name = path.relative_to(root).as_posix().encode()
        digest.update(f"{len(name)} {len(content)}\n".encode())
        digest.update(name)
        digest.update(content)
