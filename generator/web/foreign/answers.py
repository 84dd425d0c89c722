"""审核: what the addresses of the screen answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.base.regular_file import read_regular
from generator.web.answers import aside
from generator.web.drops import Drops
from generator.web.foreign.bounded import Sent, named
from generator.web.foreign.bounded_look import COPIES, audited, copied
from generator.web.foreign.screen import KINDS, foreign_screen
from generator.web.foreign.taken_folders import TakenFolders
from generator.web.foreign.taking import adopted, imported, taken_back
from generator.web.request_body import BadRequestError, read_bytes, read_wishes
from generator.web.served import Served

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def foreign_routes(served: Served) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Foreign(served)
    return [
        Route("/audit", own.screen),
        Route("/api/audit", own.look, methods=["POST"]),
        Route("/api/audit/files", own.drop, methods=["POST"]),
        Route("/api/audit/together", own.together, methods=["POST"]),
        Route("/api/audit/copy", own.copy, methods=["POST"]),
        Route("/api/audit/import", own.take, methods=["POST"]),
        Route("/api/audit/undo", own.take_back, methods=["POST"]),
        Route("/api/audit/adopt", own.adopt, methods=["POST"]),
    ]


class _Foreign:
    def __init__(self, served: Served) -> None:
        self._served, self._drops = served, Drops()
        self._taken = TakenFolders()

    async def screen(self, request: Request) -> Response:
        del request
        return HTMLResponse(foreign_screen())

    async def look(self, request: Request) -> Response:
        return await _over(request, lambda sent: audited(self._served.root, [sent]))

    async def drop(self, request: Request) -> Response:
        """Keep a file of several, which are looked at together once all are there."""
        sent = await _sent(request)
        if isinstance(sent, Response):
            return sent
        key = request.query_params.get("batch", "")
        put = await aside(lambda: self._drops.put(key, sent.name, sent.data))
        if put is None:
            return JSONResponse({"message": "文件太多或太大，请分开来审"}, status_code=413)
        return JSONResponse({"batch": put[0], "names": put[1]})

    async def together(self, request: Request) -> Response:
        """Audit all files of a batch, each by itself and all against each other."""
        files = await self._batch(request)
        if isinstance(files, Response):
            return files
        return JSONResponse(await aside(lambda: audited(self._served.root, files)))

    async def _batch(self, request: Request) -> list[Sent] | Response:
        files = await aside(lambda: self._files(request.query_params.get("batch", "")))
        if not files:
            message = "拖来的文件已经不在，请再拖一次"
            return JSONResponse({"message": message, "problems": []}, status_code=409)
        return [*files]

    def _files(self, key: str) -> list[Sent]:
        folder = self._drops.folder(key)
        found = [] if folder is None else sorted(folder.iterdir())
        return [Sent(own.name, read_regular(own)) for own in found]

    async def take(self, request: Request) -> Response:
        name = request.query_params.get("folder", "")
        year = request.query_params.get("year", "")
        return await _over(
            request, lambda sent: imported(self._served, self._taken, sent, name, year)
        )

    async def take_back(self, request: Request) -> Response:
        """Take an import back."""
        name = (await read_wishes(request)).text("folder")
        found = await aside(lambda: taken_back(self._served, self._taken, name))
        return JSONResponse(found, status_code=200 if found["is_done"] else 409)

    async def adopt(self, request: Request) -> Response:
        id = request.query_params.get("id", "")
        return await _over(request, lambda sent: adopted(self._served, sent, id))

    async def copy(self, request: Request) -> Response:
        kind = request.query_params.get("kind", "")
        if kind not in COPIES:
            raise BadRequestError("kind")
        sent = await (self._batch if request.query_params.get("batch") else _one)(request)
        if isinstance(sent, Response):
            return sent
        found = await aside(lambda: copied(self._served.root, sent, kind))
        if isinstance(found, str):
            return JSONResponse({"message": found}, status_code=409)
        return download(found)


def download(file: Sent) -> Response:
    """Hand a Word file out under its name."""
    name = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(file.data, media_type=_WORD, headers={"content-disposition": name})


async def _one(request: Request) -> list[Sent] | Response:
    sent = await _sent(request)
    return sent if isinstance(sent, Response) else [sent]


async def _over(request: Request, work: Callable[[Sent], dict[str, Any]]) -> Response:
    sent = await _sent(request)
    return sent if isinstance(sent, Response) else JSONResponse(await aside(lambda: work(sent)))


async def _sent(request: Request) -> Sent | Response:
    """Read what was sent, or answer why it is not looked at."""
    name = named(request.query_params.get("name", ""))
    if Path(name).suffix.lower() not in KINDS:
        message = f"“{name}”不是 Word、Excel 或文本文件"
        return JSONResponse({"message": message, "problems": []}, status_code=415)
    try:
        return Sent(name, await read_bytes(request))
    except BadRequestError:
        return JSONResponse({"message": "文件太大", "problems": []}, status_code=413)
