"""问题: what the addresses of the screen answer."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.base.html import Html, joined, tag
from generator.use.undo.undo import can_undo
from generator.web.answers import aside, not_found, of_dossier
from generator.web.problem_acts import accept, mend, mend_wording, sure_mends
from generator.web.problem_sources import SOURCES, Findings, written_documents
from generator.web.problems_screen import Wanted, of_source, problems_screen, wanted_of
from generator.web.request_body import read_wishes
from generator.web.served import Served


def problem_routes(served: Served, findings: Findings) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Problems(served, findings)
    return [
        Route("/d/{id}/problems", of_dossier(served, own.screen)),
        Route("/api/d/{id}/problems/{source}", of_dossier(served, own.part)),
        Route("/api/d/{id}/mend", of_dossier(served, own.mend), methods=["POST"]),
        Route("/api/d/{id}/accept", of_dossier(served, own.accept), methods=["POST"]),
    ]


class _Problems:
    def __init__(self, served: Served, findings: Findings) -> None:
        self._served, self._findings = served, findings

    async def screen(self, request: Request, id: str, folder: Path) -> Response:
        wanted = wanted_of(request.query_params)
        return HTMLResponse(await aside(lambda: self._screen(id, folder, wanted)))

    async def part(self, request: Request, id: str, folder: Path) -> Response:
        """Give what one source found, as a piece of the page."""
        source = request.path_params["source"]
        if source not in SOURCES:
            return await not_found(request, KeyError(source))
        wanted = wanted_of(request.query_params)
        return JSONResponse({"html": await aside(lambda: self._part(id, folder, source, wanted))})

    async def mend(self, request: Request, id: str, folder: Path) -> Response:
        del id
        asked = await read_wishes(request)
        if asked.text("source") == "lint":
            subject = asked.text("subject")
            return JSONResponse(await aside(lambda: mend_wording(self._served, folder, subject)))
        return JSONResponse(await aside(lambda: mend(self._served, folder)))

    async def accept(self, request: Request, id: str, folder: Path) -> Response:
        del id
        asked = await read_wishes(request)
        subject, code, reason = (asked.text(name) for name in ("subject", "code", "reason"))
        return JSONResponse(
            await aside(lambda: accept(self._served, folder, subject, code, reason))
        )

    def _screen(self, id: str, folder: Path, wanted: Wanted) -> Html:
        served = self._served
        mends = sure_mends(served, folder)
        examined, library = served.examined(folder), served.library(folder)
        return problems_screen(id, examined, library, wanted, mends, is_undoable=can_undo(folder))

    def _part(self, id: str, folder: Path, source: str, wanted: Wanted) -> Html:
        served = self._served
        if source == "audit" and not written_documents(served, folder):
            head = tag("h2", SOURCES[source].title)
            return joined((head, tag("p", "还没有生成过，没有可查的文件。", class_="hint")))
        found = self._findings.of(folder, source)
        examined, library = served.examined(folder), served.library(folder)
        return joined(of_source(id, source, found, examined, library, wanted))
