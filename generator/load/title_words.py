"""The words between which titles break: those of the lists in ``wording/lexicon``, ours and the user's."""

from collections.abc import Mapping

from generator.base.strange_text import read_text, shown_path
from generator.base.toml import read_toml
from generator.load.kept import kept
from generator.load.packs import WORD_LISTS, Packs

_SHORTEST, _LONGEST = 2, 8


class TitleWords:
    """Tells words from others; of the lists it takes out only what a title asks for."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._lists = lists
        self._known: dict[str, frozenset[str]] = {}

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not word:
            return False
        known = self._known.get(word[0])
        if known is None:
            known = self._known[word[0]] = frozenset(self._lists.get(word[0], "").split("\n"))
        return word in known


def title_words(packs: Packs) -> TitleWords:
    """Return them; what is wrong with a list is told where texts are checked."""
    return TitleWords(_lists(packs))


@kept(*WORD_LISTS, placed=False)
def _lists(packs: Packs) -> dict[str, str]:
    words: set[str] = set()
    for root in packs.roots:
        folder = root / "wording" / "lexicon"
        for path in sorted(folder.glob("*.toml")):
            source, _ = read_toml(path, shown_path(path))
            groups = source.data.get("words", ()) if source is not None else ()
            for group in groups if isinstance(groups, list) else ():
                words.update(str(group.get("words", "")).split())
        for path in sorted(folder.glob("*.txt")):
            text, _ = read_text(path, shown_path(path))
            words.update((text or "").split())
    lists: dict[str, list[str]] = {}
    for word in sorted(words):
        if _SHORTEST <= len(word) <= _LONGEST:
            lists.setdefault(word[0], []).append(word)
    return {first: "\n".join(own) for first, own in lists.items()}
