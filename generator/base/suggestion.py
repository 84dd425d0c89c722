"""What a person probably meant: the nearest known words."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], most: int = 2) -> list[str]:
    """Return the known words that look most like a word, best first."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed when something is wrong

    return get_close_matches(word, list(known), n=most, cutoff=0.6)


def suggest(word: str, known: Iterable[str]) -> str:
    """Write the nearest words as a question, or list a few that exist."""
    words = list(known)
    if near := nearest(word, words):
        return f"是不是想写：{'、'.join(near)}"
    if not words:
        return ""
    return f"这里可以用：{'、'.join(words[:12])}" + ("……" if len(words) > 12 else "")
