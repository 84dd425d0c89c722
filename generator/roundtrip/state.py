"""The state that a build rests on, as one fingerprint: by content, never by time."""

import hashlib
from collections.abc import Sequence
from functools import cache as once
from pathlib import Path

from generator.base import cache
from generator.base.known_program import known_program_state
from generator.base.program_state import add_files
from generator.load.packaged import packaged_stamp, packaged_templates
from generator.load.pictures import pictures_in

_PACK_FILES = (
    "schemes/*.toml",
    "forms/*.toml",
    "text/*/*",
    "wording/*.toml",
    "wording/lexicon/*",
    "docx/*.docx",
)


def dossier_state(folder: Path, packs: str, settings: str) -> str:
    """Fingerprint everything that the documents of a dossier follow from."""
    digest = hashlib.sha256(f"{known_program_state()}\n{packs}\n{settings}\n".encode())
    add_files(digest, folder, sorted(folder.glob("*.toml")))
    add_files(digest, folder, pictures_in(folder))
    return digest.hexdigest()


def packs_state(roots: Sequence[Path]) -> str:
    """Fingerprint all packs that a workspace can use."""
    packaged = packaged_templates()
    states = (_packaged_state() if root == packaged else _pack_state(root) for root in roots)
    return hashlib.sha256("\n".join(states).encode()).hexdigest()


@once
def _packaged_state() -> str:
    """Know it from another run where no file was touched since: hundreds of files are not read."""
    key = cache.cache_key((), b"packaged packs", packaged_stamp().encode())
    known = cache.load(key, str)
    if known is None:
        known = _pack_state(packaged_templates())
        cache.keep(key, known)
    return known


def _pack_state(root: Path) -> str:
    digest = hashlib.sha256()
    for pattern in _PACK_FILES:
        add_files(digest, root, sorted(path for path in root.glob(pattern) if path.is_file()))
    return digest.hexdigest()
