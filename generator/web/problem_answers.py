"""问题: what the addresses of the screen answer."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from generator.web.answers import aside, of_dossier
from generator.web.problem_list import problems_screen
from generator.web.served import Served


def problem_routes(served: Served) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Problems(served)
    return [Route("/d/{id}/problems", of_dossier(served, own.screen))]


class _Problems:
    def __init__(self, served: Served) -> None:
        self._served = served

    async def screen(self, request: Request, id: str, folder: Path) -> Response:
        del request
        examined = await aside(lambda: self._served.examined(folder))
        return HTMLResponse(problems_screen(id, examined))
