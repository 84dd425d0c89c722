"""The state that a build rests on, as one fingerprint: by content, never by time."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from generator.base.known_program import known_program_state
from generator.base.program_state import add_files
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
    digest = hashlib.sha256()
    for root in roots:
        for pattern in _PACK_FILES:
            add_files(digest, root, sorted(path for path in root.glob(pattern) if path.is_file()))
    return digest.hexdigest()
