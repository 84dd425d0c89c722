"""Keys that nobody knows, and the one that is meant: wieght, Weight, 分值."""

from collections.abc import Collection, Mapping

from generator.base.chinese import half_width
from generator.base.suggestion import nearest


def meant_key(word: str, known: Mapping[str, str], there: Collection[str]) -> str:
    """Return the key that is surely meant (empty: none, or it is there already).

    ``known``: keys with their titles. A key is meant that is called so, that differs in its writing
    only, or that two neighbours swapped or one letter make of it, and no other key.
    """
    plain = _plain(word)
    same = [key for key, title in known.items() if plain in (_plain(key), _plain(title))]
    if not same and word.isascii():
        near = nearest(word.replace("_", "-").lower(), known)
        same = [key for key in near if _is_one_slip(word.lower(), key)]
    return same[0] if len(same) == 1 and same[0] not in there else ""


def _plain(word: str) -> str:
    return half_width(word).lower().replace("-", "").replace("_", "").replace(" ", "")


def _is_one_slip(word: str, key: str) -> bool:
    """Tell one letter too many, too few or another, or two neighbours swapped."""
    if word == key:
        return True
    at = next((n for n, (a, b) in enumerate(zip(word, key, strict=False)) if a != b), None)
    if at is None:
        return abs(len(word) - len(key)) == 1
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    return key in (swapped, word[:at] + word[at + 1 :], word[:at] + key[at] + word[at + 1 :]) or (
        word == key[:at] + key[at + 1 :]
    )
