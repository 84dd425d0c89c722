"""新建填报: the screen, and what its addresses answer."""

from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.base.html import Html, tag
from generator.base.json_shape import JsonObject
from generator.use.init.last_year import LastYear, read_last_year
from generator.web.answers import aside
from generator.web.beginning import begin_dossier, last_year_of_dropped
from generator.web.drops import Drops, last_name
from generator.web.frame import fill_address, page, top_ways
from generator.web.new_dossier import ask, home_of_new
from generator.web.request_body import BadRequestError, read_bytes, read_wishes
from generator.web.served import Served
from generator.web.tree import dossier_id
from generator.web.unit_name import name_at_once

_MOST_KEPT: Final = 8
KINDS = (".docx", ".xlsx", ".txt", ".toml")


def new_routes(served: Served) -> list[Route]:
    """Return the addresses of the screen."""
    own = _New(served)
    return [
        Route("/new", own.screen),
        Route("/api/new/questions", own.questions, methods=["POST"]),
        Route("/api/new/files", own.drop, methods=["POST"]),
        Route("/api/new", own.begin, methods=["POST"]),
    ]


def new_screen(known: dict[str, str]) -> Html:
    """Write the screen; ``known`` are the dossiers that a new year can be begun from."""
    choices = [tag("option", "（不用）", value="")]
    choices += [tag("option", name, value=id) for id, name in known.items()]
    return page(
        "新建填报",
        top_ways("总览"),
        tag(
            "form",
            tag("div", id="questions", class_="fields"),
            tag(
                "section",
                tag("h2", "由上年转入"),
                tag(
                    "p",
                    "单位、年度、方案照上年写在上面，可以改；名称、指标、指标值和分值转入新的一年，完成情况清去。",
                    class_="hint",
                ),
                tag("label", "这里已有的填报 ", tag("select", choices, id="from")),
                tag(
                    "label",
                    "或把上年的 Word、Excel、TOML 文件拖到这里，或选择文件 ",
                    tag("input", type="file", id="files", multiple=True, accept=",".join(KINDS)),
                    id="drop",
                    class_="drop",
                ),
                tag("ul", id="dropped", aria_label="拖来的文件"),
                tag("ul", id="not-taken", class_="wrong", role="alert", aria_label="没有用的文件"),
                tag("p", id="last", class_="hint", role="status"),
            ),
            tag("p", id="folder", class_="hint", role="status"),
            tag("button", "新建", type="submit", class_="main"),
            id="new",
        ),
        tag("div", id="told", aria_live="polite"),
        screen="new",
    )


class _New:
    def __init__(self, served: Served) -> None:
        self._served, self._drops = served, Drops()
        self._last: dict[tuple[str, ...], LastYear | None] = {}  # of the files dropped so far

    async def screen(self, request: Request) -> Response:
        del request
        return HTMLResponse(await aside(lambda: new_screen(self._known())))

    async def questions(self, request: Request) -> Response:
        """Give all questions, with what is wrong in the answers."""
        asked = await read_wishes(request)
        said, origin, batch = asked.words("said"), asked.text("from"), asked.text("batch")
        return JSONResponse(
            (await aside(lambda: ask(self._served, said, self._last_year(origin, batch)))).as_data()
        )

    async def drop(self, request: Request) -> Response:
        """Take a file of last year."""
        name = last_name(request.query_params.get("name", ""))
        if not name.lower().endswith(KINDS):
            return JSONResponse(
                {"message": f"“{name}”不是 {'、'.join(KINDS)} 文件"}, status_code=415
            )
        try:
            data = await read_bytes(request)
        except BadRequestError:
            return JSONResponse({"message": f"“{name}”太大"}, status_code=413)
        key = request.query_params.get("batch", "")
        put = await aside(lambda: self._drops.put(key, name, data))
        if put is None:
            return JSONResponse({"message": "文件太多或太大，请分开来做"}, status_code=413)
        return JSONResponse({"batch": put[0], "names": put[1]})

    async def begin(self, request: Request) -> Response:
        """Make the dossier."""
        asked = await read_wishes(request)
        said, origin, batch = asked.words("said"), asked.text("from"), asked.text("batch")
        return JSONResponse(await aside(lambda: self._begun(said, origin, batch)))

    def _begun(self, said: dict[str, str], origin: str, batch: str) -> JsonObject:
        asked = ask(self._served, said, self._last_year(origin, batch))
        if asked.wish is None:
            return {**asked.as_data(), "address": "", "remarks": [], "problems": []}
        dropped = self._drops.folder(batch) if batch else None
        if batch and dropped is None:
            message = "拖来的文件已经不在，请再拖一次"
            return {"message": message, "address": "", "remarks": [], "problems": []}
        old = dropped or (self._served.folder(origin) if origin else None)
        wish = asked.wish._replace(old=old)
        with self._served.lock:
            told, is_there = begin_dossier(wish, self._served.root, is_foreign=dropped is not None)
        if is_there:
            self._drops.drop(batch)
        self._served.folders()  # the new one is known at once
        id = dossier_id(self._served.root, wish.folder)
        return {"message": "", "address": fill_address(id) if is_there else "", **told}

    def _last_year(self, origin: str, batch: str) -> LastYear | None:
        """Read what last year's files say; those that were dropped once a drop."""
        parent = home_of_new(self._served.root) or self._served.root
        dropped = self._drops.folder(batch) if batch else None
        if dropped is not None:
            key = (batch, *self._drops.stamps(batch))
            if key not in self._last:
                self._last = {**dict([*self._last.items()][-_MOST_KEPT:])}
                self._last[key] = last_year_of_dropped(dropped, parent)
            return self._last[key]
        old = self._served.folder(origin) if origin else None
        return None if old is None else read_last_year(old, self._served.library(old))

    def _known(self) -> dict[str, str]:
        found = {}
        for id, folder in self._served.folders().items():
            summary = self._served.known_summary(folder)
            found[id] = (
                name_at_once(folder) if summary is None else f"{summary.unit} {summary.year}"
            )
        return found
