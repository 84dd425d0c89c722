"""文件: an input as text, for what no form of the page holds and for what no parser reads."""

import hashlib
import json
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.base.html import Html, tag
from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.base.problem_data import problems_as_data
from generator.base.regular_file import read_regular
from generator.base.strange_text import LARGEST_TEXT, decoded, shown_path
from generator.roundtrip.fix import Fixed, write_fixed
from generator.use.check.examine import Examined
from generator.web.answers import aside, not_found, of_dossier
from generator.web.frame import dossier_ways, page, toml_address
from generator.web.problem_list import ListOrder, problem_list
from generator.web.request_body import read_wishes
from generator.web.saving import COMMAND
from generator.web.served import Served
from generator.web.told import Told

_MARK: Final = b"\xef\xbb\xbf"
_CHANGED: Final = "别处刚改过这个文件，没有保存；请把改动抄下，刷新后再改"


def toml_routes(served: Served) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Toml(served)
    return [
        Route("/d/{id}/toml/{name}", of_dossier(served, own.screen)),
        Route("/api/d/{id}/toml/{name}", of_dossier(served, own.save), methods=["POST"]),
    ]


def toml_screen(id: str, examined: Examined, names: list[str], name: str, text: str) -> Html:
    """Write the screen of one file."""
    dossier = examined.dossier
    unit = dossier.unit.unit.name if dossier is not None else examined.path.name
    shown = shown_path(examined.path / f"{name}.toml")
    own = [p for p in examined.problems if p.place.file == shown and not p.accepted]
    others = [
        tag(
            "li",
            tag(
                "a",
                f"{other}.toml",
                href=toml_address(id, other),
                aria_current="page" if other == name else None,
            ),
        )
        for other in names
    ]
    return page(
        f"文件 {shown}",
        dossier_ways(id, unit, "文件"),
        tag("nav", tag("ul", others), aria_label="输入文件", class_="subjects"),
        tag(
            "form",
            tag(
                "textarea",
                f"\n{text}",  # a browser leaves out the first line end
                id="text",
                rows="26",
                spellcheck="false",
                aria_label=f"{name}.toml 的文字",
                data_digest=_digest(text),
                data_problems=json.dumps(problems_as_data(own)["problems"], ensure_ascii=False),
            ),
            tag("p", tag("button", "保存", type="submit", class_="main"), class_="tools"),
            id="toml",
        ),
        problem_list(own, ListOrder(Told("", dossier, as_written=True)))
        if own
        else tag("p", "没有问题。"),
        screen="toml",
        scripts=("editor",),
        dossier=id,
        name=name,
    )


class _Toml:
    def __init__(self, served: Served) -> None:
        self._served = served

    async def screen(self, request: Request, id: str, folder: Path) -> Response:
        name = request.path_params["name"]
        found = await aside(lambda: self._screen(id, folder, name))
        return await not_found(request, KeyError(name)) if found is None else HTMLResponse(found)

    async def save(self, request: Request, id: str, folder: Path) -> Response:
        del id
        asked = await read_wishes(request)
        was, now, name = asked.text("was"), asked.text("now"), request.path_params["name"]
        told = await aside(lambda: save_text(self._served, folder, name, was, now))
        return await not_found(request, KeyError(name)) if told is None else JSONResponse(told)

    def _screen(self, id: str, folder: Path, name: str) -> Html | None:
        known = files_of(folder)
        text = _read(known[name]) if name in known else None
        if text is None:
            return None
        return toml_screen(id, self._served.examined(folder), [*known], name, text)


def files_of(folder: Path) -> dict[str, Path]:
    """Return the inputs of a dossier by their names; a name is looked up and never taken for a path."""
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def save_text(served: Served, folder: Path, name: str, was: str, now: str) -> JsonObject | None:
    """Save the text of a file, unless it changed since it was shown (``None``: no such file)."""
    with served.lock:
        path = files_of(folder).get(name)
        before = None if path is None else _read(path)
        if path is None or before is None:
            return None
        if _digest(before) != was:
            return _told(_CHANGED, ())
        after = now.replace("\r\n", "\n")
        if after == before:
            return _told("没有改动", ())
        faults = write_fixed([Fixed(path, shown_path(path), before, after, 1)], COMMAND)
    if faults:
        return _told("没有保存", faults)
    return _told("已保存", (), is_saved=True)


def _told(message: str, faults: tuple[Problem, ...], *, is_saved: bool = False) -> JsonObject:
    problems = problems_as_data(faults)["problems"]
    return {"message": message, "problems": problems, "is_saved": is_saved}


def _read(path: Path) -> str | None:
    try:
        read = decoded(read_regular(path, LARGEST_TEXT).removeprefix(_MARK))
    except OSError:
        return None
    return None if read is None else read.text.replace("\r\n", "\n")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
