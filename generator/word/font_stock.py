"""Fonts: what a document asks for, what the machine has, what stands in for what is missing."""

from collections.abc import Collection, Iterable
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.toml import read_toml
from generator.model.font_families import Fonts, font_key
from generator.word.installed_fonts import installed_fonts, matched_by_fontconfig
from generator.word.used_fonts import used_fonts

__all__ = [
    "chosen_fonts", "installed_fonts", "packaged_fonts", "replacements", "same_fonts", "say_replaced",
    "used_fonts", "usual_fonts",
]  # fmt: skip

FONTS_FILE = "fonts.toml"
_PACKAGE = Path(__file__).resolve().parent.parent


def packaged_fonts() -> Fonts:
    """Read the packaged font pack: inside a wheel, or beside the code in a checkout."""
    inside = _PACKAGE / "templates" / FONTS_FILE
    path = inside if inside.is_file() else _PACKAGE.parent / "templates" / FONTS_FILE
    file, problems = read_toml(path, FONTS_FILE)
    if file is None:
        raise ValueError(problems)
    return Fonts.from_data(file.data)


def replacements(
    used: Iterable[str], installed: Collection[str] | None = None, fonts: Fonts | None = None
) -> dict[str, str | None]:
    """Return the fonts that are missing, each with what stands in for it (``None``: nothing known)."""
    pack = packaged_fonts() if fonts is None else fonts
    has = installed_fonts() if installed is None else installed
    keys = {font_key(name) for name in has}
    missing = [
        font
        for font in sorted(set(used))
        if font.strip() and keys.isdisjoint(map(font_key, pack.aliases(font)))
    ]
    return {
        font: pack.stand_in(font, has) or _matched(font, is_own=installed is None)
        for font in missing
    }


def same_fonts(used: Iterable[str], installed: Collection[str], fonts: Fonts) -> dict[str, str]:
    """Return the fonts that are there, but under another of their names only."""
    known = {font_key(name): name for name in installed}
    found: dict[str, str] = {}
    for font in sorted(set(used)):
        if font_key(font) not in known:
            names = (known[key] for a in fonts.aliases(font) if (key := font_key(a)) in known)
            if name := next(names, None):
                found[font] = name
    return found


def chosen_fonts(used: Iterable[str], installed: Collection[str]) -> dict[str, str]:
    """Return what stands in for fonts that are missing, or there under another name only."""
    pack, names = packaged_fonts(), tuple(used)
    missing = replacements(names, installed, pack)
    return same_fonts(names, installed, pack) | {f: o for f, o in missing.items() if o}


def usual_fonts() -> frozenset[str]:
    """Return the fonts that official papers use, under all their names."""
    families = (family for style in packaged_fonts().style for family in style.family)
    return frozenset(name for family in families for name in family.names)


def say_replaced(replaced: dict[str, str | None], shown: str = "") -> Problem | None:
    """Say which fonts were replaced by which; nothing where none was."""
    if not replaced:
        return None
    pairs = "、".join(f"{font}→{other or '系统自选'}" for font, other in replaced.items())
    return Problem(
        "O12",
        Severity.NOTE,
        f"这台电脑缺 {len(replaced)} 种字体，排版时用别的代替：{pairs}",
        Place(shown),
        "版面和页码可能与装有这些字体的电脑不同；装上字体后再生成一次，或用 jixiao doctor 查看",
    )


def _matched(font: str, *, is_own: bool) -> str | None:
    return matched_by_fontconfig(font) if is_own else None
