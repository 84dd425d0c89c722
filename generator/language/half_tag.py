"""What is left of a tag that was not written to its end, or not in half-width signs: ``}}``, ``｛｛``, ``{ {``."""

from generator.base.pattern import Pattern
from generator.language.examples import A_TAG
from generator.language.quoting_fault import LanguageError

# Braces set apart are words, as in what was imported, unless a name of ours stands in them.
_HALF = Pattern(r"[{｛][ \u3000]+[{｛](?=[ \u3000]*[a-z_]+[.(])|[{｛][{｛%％#]|[%％｝}][}｝]")
_RIGHT = frozenset(("{{", "{%", "{#"))
_HINT = f'引用写作 {A_TAG}；要印花括号写作 {{{{ "{{{{" }}}}'


def half_tag(words: str) -> LanguageError | None:
    """Find the first half of a tag among words that stand outside of tags."""
    if "{" not in words and "}" not in words and "｛" not in words and "｝" not in words:
        return None
    found = _HALF.search(words)
    if found is None:
        return None
    sign = found[0]
    if not sign.isascii():
        message = f"花括号“{sign}”是全角的"
    elif " " in sign:
        message = f"花括号“{sign}”中间不能空格"
    elif sign in _RIGHT:
        message = f"标签没有写完整：多出“{sign}”"
    else:
        message = f"标签没有写完整：“{sign}”前面没有它的开头"
    return LanguageError(message, found.start(), sign, _HINT)
