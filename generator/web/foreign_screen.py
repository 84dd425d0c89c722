"""审核: files of others, looked at by a process of its own that may take only so much."""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from generator.base.filenames import safe_name
from generator.base.html import Html, tag
from generator.base.regular_file import read_regular
from generator.web.body import BadRequestError, read_bytes
from generator.web.frame import page, top_ways
from generator.web.served import Served
from generator.word.program import output_of, run_program

KINDS: Final = (".docx", ".xlsx", ".xls", ".txt", ".md")
_AUDIT: Final = """
import os, sys
os.chdir(sys.argv[1])
from generator.cli import main
sys.argv[1:] = ["audit", sys.argv[2], "--format", "json"]
main()
"""
_SECONDS, _MEMORY = 120.0, 1024 * 1024 * 1024


def foreign_screen() -> Html:
    """Write the screen; the script sends what is dropped on it."""
    return page(
        "审核",
        top_ways("审核"),
        tag("p", "把别人写的自评表、报告（Word、Excel、文本）拖到这里，或选择文件。"),
        tag(
            "label",
            "选择文件 ",
            tag("input", type="file", id="files", multiple=True, accept=",".join(KINDS)),
            id="drop",
            class_="drop",
        ),
        tag("div", id="audited", aria_live="polite"),
        screen="audit",
    )


async def look_at(served: Served, request: Request) -> Response:
    """Audit what was sent."""
    name = _safe(request.query_params.get("name", ""))
    if Path(name).suffix.lower() not in KINDS:
        message = f"“{name}”不是 Word、Excel 或文本文件"
        return JSONResponse({"message": message, "problems": []}, status_code=415)
    try:
        data = await read_bytes(request)
    except BadRequestError:
        return JSONResponse({"message": "文件太大", "problems": []}, status_code=413)
    return JSONResponse(await anyio.to_thread.run_sync(lambda: _audited(served, name, data)))


def _audited(served: Served, name: str, data: bytes) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        folder = Path(place)
        file = folder / name
        file.write_bytes(data)
        # What it says lies in this folder, and never in that of the user, whose settings it reads.
        command = [sys.executable, "-c", _AUDIT, str(served.root), str(file)]
        environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
        finished = run_program(command, folder, environment, _SECONDS, memory=_MEMORY)
        if finished.is_late:
            return {"message": f"“{name}”看了 {_SECONDS:.0f} 秒还没有看完", "problems": []}
        try:
            found = json.loads(read_regular(output_of(folder)))
            return {"message": "", **found}
        except (OSError, ValueError):
            return {"message": f"“{name}”看不了", "problems": []}


def _safe(name: str) -> str:
    """Return the last part of a name, without what no file may be called."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, kind = last.rpartition(".")
    return f"{safe_name(stem)}.{safe_name(kind)}" if dot else safe_name(last)
