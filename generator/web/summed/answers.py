"""汇总: what the addresses of the screen answer."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.base.html import Html
from generator.base.strange_text import shown_path
from generator.summary.whole import summarise
from generator.use.summary.dossier_ties import ties_across
from generator.use.summary.summary import rows_of
from generator.web.answers import aside
from generator.web.late_answers import Kept
from generator.web.served import Served
from generator.web.summed.screen import summary_content, summary_screen
from generator.web.whole_tree import state_of_tree


def summary_routes(served: Served) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Summary(served)
    return [Route("/summary", own.screen), Route("/api/summary", own.content)]


class _Summary:
    def __init__(self, served: Served) -> None:
        self._served, self._kept = served, Kept()

    async def screen(self, request: Request) -> Response:
        del request
        return HTMLResponse(summary_screen())

    async def content(self, request: Request) -> Response:
        del request
        return JSONResponse({"html": await aside(self._content)})

    def _content(self) -> Html:
        served = self._served
        folders = served.folders()

        def made() -> Html:
            rows = [
                rows_of(served.examined(folder), served.library(folder), served.root)
                for folder in folders.values()
            ]
            summary = summarise(rows, ties_across(rows, served.library(served.root)))
            return summary_content(summary, {shown_path(own): id for id, own in folders.items()})

        return self._kept.of(state_of_tree(served, folders), made)
