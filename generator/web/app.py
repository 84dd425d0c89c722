"""The page as a program that answers requests: which address shows which screen."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio.to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from generator.base.html import Html, tag
from generator.base.problem_data import problems_as_data
from generator.model.dossier import Subject
from generator.use.check.examine import Examined
from generator.web.address import Address
from generator.web.body import BadRequestError, read_wishes
from generator.web.building import build_now
from generator.web.changes.answers import changes_routes
from generator.web.fill_screen import fill_screen
from generator.web.foreign.answers import foreign_routes
from generator.web.frame import fill_address, page, top_ways
from generator.web.guard import Guard
from generator.web.overview import overview, row_of
from generator.web.pages.answers import pages_routes
from generator.web.problem_list import problems_screen
from generator.web.saving import Saved, Wish, add_row, remove_row, save
from generator.web.schemes.answers import scheme_routes
from generator.web.served import Served, subject_of
from generator.web.sheet import sheet_data
from generator.web.summed.answers import summary_routes
from generator.web.wording.answers import wording_routes
from generator.word.preview.preview import Previews as Views

STATIC = Path(__file__).parent / "static"
_MOST_WISHES = 5_000


def make_app(served: Served, address: Address, office: Views) -> Guard:
    """Return what answers requests about a folder; everything goes past the guard."""
    screens = _Screens(served)
    routes = [
        Route("/", screens.overview),
        Route("/api/overview", screens.overview_rows),
        Route("/d/{id}/fill", screens.fill),
        Route("/d/{id}/fill/{subject}", screens.fill),
        *pages_routes(served, office),
        Route("/d/{id}/problems", screens.problems),
        *changes_routes(served),
        Route("/api/d/{id}/s/{subject}", screens.sheet),
        Route("/api/d/{id}/s/{subject}/save", screens.save, methods=["POST"]),
        Route("/api/d/{id}/s/{subject}/add", screens.add, methods=["POST"]),
        Route("/api/d/{id}/s/{subject}/remove", screens.remove, methods=["POST"]),
        Route("/api/d/{id}/build", screens.build, methods=["POST"]),
        *foreign_routes(served),
        *wording_routes(served),
        *scheme_routes(served),
        *summary_routes(served),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]
    handlers: dict[Any, Any] = {404: _not_found, 405: _not_found, BadRequestError: _bad}
    app = Starlette(routes=routes, exception_handlers=handlers)
    return Guard(app, address, str(served.root))


async def _not_found(request: Request, error: Exception) -> Response:
    del error
    if request.url.path.startswith("/api/"):
        return JSONResponse({"message": "没有这一项，请刷新"}, status_code=404)
    body = tag("p", "没有这一页。", tag("a", "回总览", href="/"))
    return HTMLResponse(page("没有这一页", top_ways(), body), status_code=404)


async def _bad(request: Request, error: Exception) -> Response:
    del request, error
    return JSONResponse({"message": "这个请求不是本页面发出的"}, status_code=400)


async def _aside(task: Callable[[], Any]) -> Any:
    """Run what takes its time beside the loop that answers."""
    return await anyio.to_thread.run_sync(task)


def _html(content: Html | None) -> Response | None:
    return None if content is None else HTMLResponse(content)


class _Screens:
    """The answers; each looks its dossier up by id and hands on to the file of its screen."""

    def __init__(self, served: Served) -> None:
        self._served = served

    async def overview(self, request: Request) -> Response:
        del request
        return HTMLResponse(await _aside(lambda: overview(self._served)))

    async def overview_rows(self, request: Request) -> Response:
        """Give the row of a dossier that the overview could not show at once."""
        id, folder = self._folder(request.query_params.get("id", ""))
        if folder is None:
            return await _not_found(request, KeyError(id))
        summary = await _aside(lambda: self._served.summary(id, folder))
        cells = [str(tag("td", cell)) for cell in row_of(summary)]
        return JSONResponse({"id": id, "cells": cells})

    async def fill(self, request: Request) -> Response:
        id, folder = self._folder(request.path_params["id"])
        if folder is None:
            return await _not_found(request, KeyError(id))
        examined: Examined = await _aside(lambda: self._served.examined(folder))
        wanted = request.path_params.get("subject")
        if wanted is None and examined.dossier is not None and examined.dossier.subjects:
            first = examined.dossier.subjects[0].id
            return RedirectResponse(fill_address(id, first), status_code=303)
        subject = subject_of(examined, wanted or "")
        if wanted is not None and subject is None and examined.dossier is not None:
            return await _not_found(request, KeyError(wanted))
        return HTMLResponse(fill_screen(id, examined, subject))

    async def problems(self, request: Request) -> Response:
        return await self._screen(request, problems_screen)

    async def sheet(self, request: Request) -> Response:
        found = await self._subject(request)
        if found is None:
            message = "这个项目的文件现在读不了或不在了，请先把文件改好"
            return JSONResponse({"message": message}, status_code=404)
        return JSONResponse(sheet_data(*found))

    async def save(self, request: Request) -> Response:
        asked = await read_wishes(request)
        wishes = [
            Wish(own.keys("keys"), own.text("was"), own.text("now"), own.text("row"))
            for own in asked.tables("wishes")
        ]
        if len(wishes) > _MOST_WISHES:
            message = f"一次最多保存 {_MOST_WISHES} 格，这次有 {len(wishes)} 格，一格也没有保存；请分几次粘贴"
            return JSONResponse({"message": message}, status_code=413)
        return await self._saved(
            request, lambda folder, name: save(self._served, folder, name, wishes)
        )

    async def add(self, request: Request) -> Response:
        asked = await read_wishes(request)
        row, kept = asked.words("row"), asked.text("kept")
        return await self._saved(
            request, lambda folder, name: add_row(self._served, folder, name, row, kept)
        )

    async def remove(self, request: Request) -> Response:
        asked = await read_wishes(request)
        keys, name = asked.keys("keys"), asked.text("row")
        return await self._saved(
            request, lambda folder, own: remove_row(self._served, folder, own, keys, name)
        )

    async def build(self, request: Request) -> Response:
        id, folder = self._folder(request.path_params["id"])
        if folder is None:
            return await _not_found(request, KeyError(id))
        wishes = await read_wishes(request)
        return JSONResponse(await _aside(lambda: build_now(self._served, folder, wishes.data)))

    def _folder(self, id: str) -> tuple[str, Path | None]:
        return id, self._served.folder(id)

    async def _screen(self, request: Request, write: Callable[[str, Examined], Html]) -> Response:
        id, folder = self._folder(request.path_params["id"])
        if folder is None:
            return await _not_found(request, KeyError(id))
        examined = await _aside(lambda: self._served.examined(folder))
        return HTMLResponse(write(id, examined))

    async def _subject(
        self, request: Request, look: Callable[[Path], Examined] | None = None
    ) -> tuple[Examined, Subject] | None:
        _, folder = self._folder(request.path_params["id"])
        if folder is None:
            return None
        examined: Examined = await _aside(lambda: (look or self._served.examined)(folder))
        subject = subject_of(examined, request.path_params["subject"])
        return None if subject is None else (examined, subject)

    async def _saved(self, request: Request, act: Callable[[Path, str], Saved]) -> Response:
        id, folder = self._folder(request.path_params["id"])
        if folder is None:
            return await _not_found(request, KeyError(id))
        saved: Saved = await _aside(functools.partial(act, folder, request.path_params["subject"]))
        found = await self._subject(request, self._served.scored)
        return JSONResponse(
            {
                "done": saved.done,
                "refused": [own._asdict() for own in saved.refused],
                "problems": problems_as_data(saved.problems)["problems"],
                "kept": saved.kept,
                "sheet": None if found is None else sheet_data(*found),
            }
        )
