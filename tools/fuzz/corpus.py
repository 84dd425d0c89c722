"""The kept corpus: a few small files for each target, and what once made the program stumble."""

import hashlib
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "corpus"
LARGEST = 64 * 1024


def kept(target: str) -> list[bytes]:
    """Return what is kept for a target, in an order that never changes."""
    return [path.read_bytes() for path in sorted((CORPUS / target).iterdir())]


def keep(target: str, data: bytes) -> Path:
    """Keep what made the program stumble; after it is mended it stays as a test."""
    path = CORPUS / target / f"stumbled-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path
