"""Fonts as data: the names one family goes by, and what stands in for it where it is missing."""

import unicodedata
from collections.abc import Collection

from generator.model.entry import Entry, Text, field


class Family(Entry):
    """One typeface with its Chinese and English names."""

    names: tuple[Text, ...] = field(title="名称", min_length=1)


class Style(Entry):
    """A kind of letter, such as 仿宋, with its families in the order of preference."""

    name: Text = field(title="类")
    words: tuple[Text, ...] = field(title="名称含有这些字的，归入这一类")
    otherwise: Text = field("", title="整类都没有时用哪一类")
    family: tuple[Family, ...] = field(title="字体")


class Fonts(Entry):
    """The pack of fonts."""

    source: Text = field(title="来源")
    chinese: Text = field("", title="认不出的中文字体归入哪一类")
    style: tuple[Style, ...] = field(title="类")

    def aliases(self, font: str) -> tuple[str, ...]:
        """Return all names of a font, its own first."""
        key = font_key(font)
        for family in self._families():
            if key in map(font_key, family.names):
                return (font, *(name for name in family.names if font_key(name) != key))
        return (font,)

    def style_of(self, font: str) -> Style | None:
        """Return the style of a font: of its family, or by the words in its name."""
        key = font_key(font)
        for style in self.style:
            if any(key in map(font_key, family.names) for family in style.family):
                return style
        by_word = next((s for s in self.style if any(font_key(w) in key for w in s.words)), None)
        return by_word or (self._style(self.chinese) if _is_chinese(key) else None)

    def stand_in(self, font: str, installed: Collection[str]) -> str | None:
        """Return the installed font that comes nearest to a missing one."""
        known = {font_key(name): name for name in sorted(installed, reverse=True)}
        style, seen = self.style_of(font), set[str]()
        while style is not None and style.name not in seen:
            for family in style.family:
                for name in family.names:
                    if font_key(name) in known:
                        return known[font_key(name)]
            seen.add(style.name)
            style = self._style(style.otherwise)
        return None

    def _style(self, name: str) -> Style | None:
        return next((style for style in self.style if style.name == name), None)

    def _families(self) -> tuple[Family, ...]:
        return tuple(family for style in self.style for family in style.family)


def font_key(name: str) -> str:
    """Return what is equal for two spellings of one name."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _is_chinese(key: str) -> bool:
    return any("一" <= sign <= "鿿" for sign in key)
