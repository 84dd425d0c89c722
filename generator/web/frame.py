"""What every screen has: its head, the ways to the other screens, and where one is."""

from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import quote

from generator.base.html import Html, tag

TITLE: Final = "绩效自评"
_SKIPS: Final[Mapping[str, str]] = {"跳到正文": "#main"}


class Way(NamedTuple):
    """A link of the navigation."""

    title: str
    address: str
    is_here: bool = False


def page(
    title: str,
    ways: list[Way],
    *content: object,
    screen: str = "",
    scripts: tuple[str, ...] = (),
    skips: Mapping[str, str] = _SKIPS,
    **data: str,
) -> Html:
    """Write a whole page; ``data`` is handed to the script of the screen, ``scripts`` are further ones.

    ``skips`` lead past what stands above: places by what they are called.
    """
    attributes = {f"data_{name}": value for name, value in data.items()}
    return Html(
        "<!doctype html>"
        + tag(
            "html",
            tag(
                "head",
                tag("meta", charset="utf-8"),
                tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
                tag("title", f"{title} · {TITLE}"),
                tag("link", rel="icon", type="image/svg+xml", href="/static/icon.svg"),
                tag("link", rel="stylesheet", href="/static/app.css"),
                [tag("script", src=f"/static/{own}.js", defer=True) for own in ("app", *scripts)],
            ),
            tag(
                "body",
                [tag("a", words, class_="skip", href=place) for words, place in skips.items()],
                tag(
                    "header",
                    tag("a", TITLE, class_="home", href="/"),
                    tag("nav", _list(ways), aria_label="页面"),
                ),
                tag("main", tag("h1", title), content, id="main", tabindex="-1"),
                tag("div", id="said", role="log", aria_live="polite", class_="said"),
                data_screen=screen,
                **attributes,
            ),
            lang="zh-CN",
        )
    )


def fill_address(id: str, subject: str = "", key: str = "") -> str:
    """Return where a subject is filled in, and which cell is gone to; any name may be in either."""
    address = f"/d/{id}/fill" + (f"/{quote(subject, safe='')}" if subject else "")
    return f"{address}?at={quote(key, safe='')}" if key else address


def toml_address(id: str, name: str) -> str:
    """Return where the text of an input is edited."""
    return f"/d/{id}/toml/{quote(name, safe='')}"


def top_ways(here: str = "") -> list[Way]:
    """Return the screens that belong to the whole folder."""
    known = (
        ("总览", "/"),
        ("汇总", "/summary"),
        ("审核", "/audit"),
        ("用语", "/wording"),
        ("依据", "/schemes"),
    )
    return [Way(title, address, title == here) for title, address in known]


def dossier_ways(id: str, unit: str, here: str = "") -> list[Way]:
    """Return the screens of a dossier, behind those of the folder."""
    known = (
        ("填报", f"/d/{id}/fill"),
        ("文稿", f"/d/{id}/pages"),
        ("问题", f"/d/{id}/problems"),
        ("改动", f"/d/{id}/changes"),
        ("文件", toml_address(id, "unit")),
    )
    own = [Way(title, address, title == here) for title, address in known]
    return [*top_ways(), Way(unit, f"/d/{id}/fill"), *own]


def table(caption: str, heads: list[str], rows: list[list[object]], **attributes: str) -> Html:
    """Write a table with a head."""
    head = tag("tr", [tag("th", own, scope="col") for own in heads])
    body = [tag("tr", [tag("td", cell) for cell in row]) for row in rows]
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", head),
        tag("tbody", body),
        **attributes,
    )


def _list(ways: list[Way]) -> Html:
    links = [
        tag(
            "li",
            tag("a", own.title, href=own.address, aria_current="page" if own.is_here else None),
        )
        for own in ways
    ]
    return tag("ul", links)


def undo_button(words: str, *, is_undoable: bool) -> Html:
    """Let the last command be taken back, where there is one."""
    button = tag(
        "button",
        words,
        type="button",
        id="undo-command",
        disabled=not is_undoable,
        title=None if is_undoable else "没有可以撤销的",
    )
    return tag("p", button)
