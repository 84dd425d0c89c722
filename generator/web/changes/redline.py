"""修订稿: the documents as they are now with tracked changes against what lies there, or an older file."""

import shutil
import tempfile
from pathlib import Path
from typing import Final

from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.model.order import Order
from generator.roundtrip.files_record import MANIFEST_FILE, read_record
from generator.roundtrip.version_beside import REDLINE
from generator.use.build.build import build
from generator.web.foreign.bounded import Sent, run_bounded, said_of
from generator.web.served import Served

_MARK: Final = REDLINE.format("")
_NOTHING: Final = "没有差别，没有写修订稿"


def redline_with_last(served: Served, folder: Path, name: str) -> Sent | str:
    """Compare with the file of the last build; the causes of its changes are written beside them."""
    target = served.outputs(folder)
    if name not in {own.file for own in read_record(target).usual_files}:
        return "没有这份文件"
    with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        home = Path(place)
        shutil.copyfile(target / MANIFEST_FILE, home / MANIFEST_FILE)
        order = Order(home, wants_redline=True, redline_from=target / name, accepts_rules=True)
        with served.lock:
            library = served.library(folder)
            is_fit = served.examined(folder).is_fit
            build(folder, library, order._replace(is_draft=not is_fit))
        return _redlined(home) or _NOTHING


def redline_with_old(served: Served, folder: Path, old: Sent) -> Sent | str:
    """Compare with a file that somebody sends; it is read by a process with bounds."""
    is_fit = served.examined(folder).is_fit
    line = ["build", str(folder), "-o", "{made}", "--redline={file}", "--accept-rules", "--quiet"]
    ran = run_bounded(
        served.root, [old], *line, *([] if is_fit else ["--draft"]), "--format", "json"
    )
    found = [own for own in ran.made if _MARK in own.name]
    if found:
        return found[0]
    if ran.said is None:
        return said_of([old], ran)
    told = [p for p in ran.said.get("problems", ()) if p.get("code") == "O18"]
    return str(told[0]["message"]) if told else _NOTHING


def _redlined(home: Path) -> Sent | None:
    found = sorted(home.glob(f"*{_MARK}*.docx"))
    return Sent(found[0].name, read_regular(found[0], LARGEST_KEPT)) if found else None
