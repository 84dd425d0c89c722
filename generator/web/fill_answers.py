"""填报: what the addresses of the screen answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.model.dossier import Subject
from generator.use.check.examine import Examined
from generator.web.answers import aside, not_found, of_dossier
from generator.web.fill_screen import closed_screen, fill_screen, is_unread
from generator.web.filled_sheet import mended_rows, sheet_data
from generator.web.frame import fill_address
from generator.web.lacking import fill_in
from generator.web.new_project import begin_projects
from generator.web.problem_acts import opening_mends
from generator.web.problem_sources import Findings
from generator.web.request_body import Wishes, keys_in, read_wishes
from generator.web.saving import Saved, Wish, save
from generator.web.saving_rows import add_row, remove_row
from generator.web.served import Served
from generator.web.snippets import sentences, snippets
from generator.web.subjects import subject_in, subject_of
from generator.web.target import UNIT
from generator.web.told import NOBODY, Told
from generator.web.trying import try_out
from generator.web.unit_sheet import unit_data

_MOST_WISHES: Final = 5_000
_UNREADABLE: Final = "这个项目的文件现在读不了或不在了，请先把文件改好"


def fill_routes(served: Served, findings: Findings) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Fill(served, findings)
    subject = "/api/d/{id}/s/{subject}"
    return [
        Route("/d/{id}/fill", of_dossier(served, own.screen)),
        Route("/d/{id}/fill/{subject}", of_dossier(served, own.screen)),
        Route("/api/d/{id}/lacking", of_dossier(served, own.lacking), methods=["POST"]),
        Route("/api/d/{id}/project", of_dossier(served, own.project), methods=["POST"]),
        Route(subject, of_dossier(served, own.sheet)),
        Route(f"{subject}/wording", of_dossier(served, own.wording)),
        Route(f"{subject}/snippets", of_dossier(served, own.snippets)),
        Route(f"{subject}/sentences", of_dossier(served, own.sentences)),
        Route(f"{subject}/try", of_dossier(served, own.attempt), methods=["POST"]),
        Route(f"{subject}/save", of_dossier(served, own.save), methods=["POST"]),
        Route(f"{subject}/add", of_dossier(served, own.add), methods=["POST"]),
        Route(f"{subject}/remove", of_dossier(served, own.remove), methods=["POST"]),
    ]


class _Fill:
    def __init__(self, served: Served, findings: Findings) -> None:
        self._served, self._findings = served, findings

    async def screen(self, request: Request, id: str, folder: Path) -> Response:
        examined: Examined = await aside(lambda: self._served.examined(folder))
        wanted = request.path_params.get("subject")
        if wanted is None and examined.dossier is not None and examined.dossier.subjects:
            first = examined.dossier.subjects[0].id
            return RedirectResponse(fill_address(id, first), status_code=303)
        subject = subject_of(examined, wanted or "")
        is_there = subject is not None or wanted in (None, UNIT)
        is_closed = is_unread(examined, wanted or "")
        if not is_there and not is_closed:
            return await not_found(request, KeyError(wanted))
        if is_closed:
            opening = await aside(lambda: opening_mends(self._served, folder))
            return HTMLResponse(closed_screen(id, examined, opening))
        return HTMLResponse(fill_screen(id, examined, wanted or ""))

    async def sheet(self, request: Request, id: str, folder: Path) -> Response:
        found = await aside(lambda: self._laid_out(id, folder, request.path_params["subject"]))
        return _unreadable() if found is None else JSONResponse(found)

    async def project(self, request: Request, id: str, folder: Path) -> Response:
        """Begin one more project, or several."""
        name = (await read_wishes(request)).text("name")
        begun = await aside(lambda: begin_projects(self._served, folder, name))
        if isinstance(begun, Problem):
            return JSONResponse({"message": f"{begun.message}。{begun.hint}"}, status_code=422)
        return JSONResponse({"address": fill_address(id, begun[0]), "done": len(begun)})

    async def lacking(self, request: Request, id: str, folder: Path) -> Response:
        """Write what the file of the unit lacks."""
        said = (await read_wishes(request)).words("said")
        fault = await aside(lambda: fill_in(self._served, folder, said))
        if fault is not None:
            return JSONResponse({"message": f"{fault.message}。{fault.hint}"}, status_code=422)
        return JSONResponse({"address": fill_address(id)})

    async def wording(self, request: Request, id: str, folder: Path) -> Response:
        """Give what lint finds in the file of a subject, as far as it is sure how to mend it."""
        name = request.path_params["subject"]
        return JSONResponse({"problems": await aside(lambda: self._reworded(id, folder, name))})

    async def snippets(self, request: Request, id: str, folder: Path) -> Response:
        """Give what other subjects say in a field."""
        del id
        keys = keys_in(request.query_params.get("keys", ""))
        name = request.path_params["subject"]
        found = await aside(lambda: snippets(self._served, folder, name, keys))
        return JSONResponse({"snippets": [own._asdict() for own in found]})

    async def sentences(self, request: Request, id: str, folder: Path) -> Response:
        """Give what can be quoted by name."""
        del id
        name = request.path_params["subject"]
        found = await aside(lambda: sentences(self._served, folder, name))
        return JSONResponse({"sentences": found})

    async def attempt(self, request: Request, id: str, folder: Path) -> Response:
        """Answer while somebody types; nothing is saved."""
        del id
        wishes = _wishes(await read_wishes(request))
        if (excess := _too_many(wishes)) is not None:
            return excess
        name = request.path_params["subject"]
        found = await aside(lambda: try_out(self._served, folder, name, wishes))
        return _unreadable() if found is None else JSONResponse(found)

    async def save(self, request: Request, id: str, folder: Path) -> Response:
        asked = await read_wishes(request)
        wishes, kept = _wishes(asked), asked.text("kept")
        if (excess := _too_many(wishes)) is not None:
            return excess
        return await self._saved(
            request, id, folder, lambda name: save(self._served, folder, name, wishes, kept)
        )

    async def add(self, request: Request, id: str, folder: Path) -> Response:
        asked = await read_wishes(request)
        row, kept, unit = asked.words("row"), asked.text("kept"), asked.text("unit")
        keys = asked.keys("list") if "list" in asked.data else ("indicator",)
        return await self._saved(
            request,
            id,
            folder,
            lambda name: add_row(self._served, folder, name, keys, row, kept, unit),
        )

    async def remove(self, request: Request, id: str, folder: Path) -> Response:
        asked = await read_wishes(request)
        keys, label, kept = asked.keys("keys"), asked.text("row"), asked.text("kept")
        return await self._saved(
            request,
            id,
            folder,
            lambda name: remove_row(self._served, folder, name, keys, label, kept),
        )

    def _reworded(self, id: str, folder: Path, name: str) -> list[JsonObject]:
        found = self._findings.of(folder, "lint")
        told = Told(id, self._served.examined(folder).dossier)
        files = {file for file, owner in told.owners.items() if owner.id == name}
        own = [one for one in found.problems if one.place.file in files and found.mends.of(one)]
        return mended_rows(own, found.mends, told)

    def _laid_out(self, id: str, folder: Path, name: str) -> JsonObject | None:
        examined = self._served.examined(folder)
        if name == UNIT and examined.dossier is not None:
            told, library = Told(id, examined.dossier), self._served.library(folder)
            return unit_data(examined, examined.dossier, library, told)
        subject = subject_of(examined, name)
        return None if subject is None else self._sheet(id, folder, examined, subject)

    def _sheet(self, id: str, folder: Path, examined: Examined, subject: Subject) -> JsonObject:
        library = self._served.library(folder)
        shape = self._served.shapes.of(examined, subject, library)
        return sheet_data(examined, subject, library, shape, Told(id, examined.dossier))

    async def _saved(
        self, request: Request, id: str, folder: Path, act: Callable[[str], Saved]
    ) -> Response:
        name = request.path_params["subject"]
        saved: Saved = await aside(lambda: act(name))
        if saved.waits:
            return JSONResponse({"message": saved.waits}, status_code=423)  # it is asked again
        return JSONResponse(
            {
                "done": saved.done,
                "refused": [own._asdict() for own in saved.refused],
                "problems": NOBODY.rows(saved.problems),
                "kept": saved.kept,
                "followed": saved.followed,
                "sheet": await aside(lambda: self._now(id, folder, name)),
            }
        )

    def _now(self, id: str, folder: Path, name: str) -> JsonObject | None:
        """Lay a subject out as it is now, with the problems that were found last."""
        if name == UNIT:
            return self._laid_out(id, folder, name)
        loaded = self._served.loaded(folder)
        subject = subject_in(loaded.dossier, name)
        if subject is None:
            return None
        examined = self._served.scored(folder, subject, loaded)
        scored = subject_of(examined, name)
        return None if scored is None else self._sheet(id, folder, examined, scored)


def _wishes(asked: Wishes) -> list[Wish]:
    return [
        Wish(own.keys("keys"), *(own.text(name) for name in ("was", "now", "row", "unit")))
        for own in asked.tables("wishes")
    ]


def _too_many(wishes: list[Wish]) -> Response | None:
    if len(wishes) <= _MOST_WISHES:
        return None
    message = (
        f"一次最多保存 {_MOST_WISHES} 格，这次有 {len(wishes)} 格，一格也没有保存；请分几次粘贴"
    )
    return JSONResponse({"message": message}, status_code=413)


def _unreadable() -> Response:
    return JSONResponse({"message": _UNREADABLE}, status_code=404)
