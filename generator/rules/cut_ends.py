"""Last words of a text that ask for more: verbs without what they act on, words that lead on."""

from generator.base.pattern import Pattern
from generator.rules.vocabulary import Vocabulary

_DONE = Pattern(r"[一-鿿]{2}了$")
_CLAUSE = Pattern("[，,。；;：:]")
_LONGEST_CLAUSE = 20


def is_cut(text: str, id: str, words: Vocabulary) -> bool:
    """Tell a text that ends with a word of a list; 查得到 ends well, 条件得到 does not."""
    return words.ends(id, text) and not words.ends("ends-well", text)


def wants_object(text: str, words: Vocabulary) -> bool:
    """Tell “有效改善了”: an adverb that leads a verb to what it acts on, and nothing behind."""
    found = _DONE.search(text)
    return found is not None and text[: found.start()].endswith(words.words("leads-to-object"))


def lacks_object(text: str, words: Vocabulary) -> bool:
    """Tell “确保项目发挥。”: a thing that is to have an effect, and no word of which."""
    clause = _CLAUSE.split(text.rstrip("。；"))[-1]
    verb = next((word for word in words.words("lacks-object") if clause.endswith(word)), "")
    head = clause.removesuffix(verb)
    for adverb in words.words("leads-to-object"):
        head = head.removesuffix(adverb)
    is_led = any(word in head for word in words.words("means-to"))
    is_whole = len(clause) <= _LONGEST_CLAUSE and words.ends("acting-thing", head)
    return bool(verb) and is_led and is_whole
