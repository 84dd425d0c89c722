"""The page as a program that answers requests: which address shows which screen."""

from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from generator.web.address import Address
from generator.web.answers import not_found
from generator.web.changes.answers import changes_routes
from generator.web.fill_answers import fill_routes
from generator.web.foreign.answers import foreign_routes
from generator.web.guard import Guard
from generator.web.new_screen import new_routes
from generator.web.overview_answers import overview_routes
from generator.web.pages.answers import pages_routes
from generator.web.problem_answers import problem_routes
from generator.web.problem_sources import Findings
from generator.web.request_body import BadRequestError
from generator.web.row_workers import RowWorkers
from generator.web.schemes.answers import scheme_routes
from generator.web.served import Served
from generator.web.summed.answers import summary_routes
from generator.web.toml_screen import toml_routes
from generator.web.wording.answers import wording_routes
from generator.word.preview.preview import Previews

STATIC = Path(__file__).parent / "static"


def make_app(
    served: Served, address: Address, office: Previews, workers: RowWorkers | None = None
) -> Guard:
    """Return what answers requests about a folder; everything goes past the guard."""
    findings = Findings(served)
    routes = [
        *overview_routes(served, workers or RowWorkers(served.root)),
        *new_routes(served),
        *fill_routes(served, findings),
        *problem_routes(served, findings),
        *toml_routes(served),
        *pages_routes(served, office),
        *changes_routes(served),
        *foreign_routes(served),
        *wording_routes(served),
        *scheme_routes(served),
        *summary_routes(served),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]
    handlers: dict[Any, Any] = {404: not_found, 405: not_found, BadRequestError: _bad}
    app = Starlette(routes=routes, exception_handlers=handlers)
    return Guard(app, address, str(served.root))


async def _bad(request: Request, error: Exception) -> Response:
    del request, error
    return JSONResponse({"message": "这个请求不是本页面发出的"}, status_code=400)
