"""Words of two versions compared: white space and the last mark do not count."""

import re

MARKS = "。，、；：！？"


def are_same(person: str, ours: str) -> bool:
    """Compare words; white space and a last mark, which stands outside of the anchor, do not count."""
    return _bare(person) == _bare(ours)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text).rstrip(MARKS)


def with_mark(person: str, ours: str) -> str:
    """Give words the last mark of ours back, which stands outside of the anchor."""
    mark = ours[-1:] if ours[-1:] in MARKS else ""
    return person if not mark or person.endswith(tuple(MARKS)) else person + mark


def short(text: str) -> str:
    """Return the beginning of a text on one line."""
    bare = re.sub(r"\s+", " ", text).strip()
    return bare if len(bare) <= 40 else f"{bare[:40]}……"
