"""Keep a LibreOffice running and print one document after the other: ``driver.py FOLDER SOFFICE FLAG…``.

Run by the Python that has UNO, which knows nothing of the rest of the program. Every line of its
input names a document and a PDF, as JSON; every line of its output says how that went, the first
one that LibreOffice is there. When the input ends, so does everything.
"""

import contextlib
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

FILTER = "writer_pdf_Export"
START = 60.0
GRACE = 2.0
_PAUSE = 0.05
_NO_MACROS, _NO_UPDATES = 0, 0


def main() -> None:
    """Start LibreOffice and do what is asked for."""
    folder, soffice, *flags = sys.argv[1:]
    pipe = f"jixiao{os.getpid()}"
    office = subprocess.Popen(  # noqa: S603 - the program that the user installed
        [soffice, *flags, f"--accept=pipe,name={pipe};urp"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
    )
    asked: queue.Queue[str] = queue.Queue()
    ending = threading.Event()
    threading.Thread(target=_listen, args=(asked, ending), daemon=True).start()
    threading.Thread(target=_watch, args=(ending, office), daemon=True).start()
    desktop = _desktop(pipe, office)
    _answer("")
    while line := asked.get():
        asking = json.loads(line)
        _answer(_printed(desktop, Path(asking["source"]), Path(asking["target"])))
    with contextlib.suppress(Exception):  # it may be gone already
        desktop.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        office.wait(GRACE)
        shutil.rmtree(folder, ignore_errors=True)  # whoever asked may have been killed
    _end(office)


def _listen(asked: "queue.Queue[str]", ending: threading.Event) -> None:
    """Take requests while there are any."""
    for line in sys.stdin:
        asked.put(line)
    asked.put("")
    ending.set()


def _watch(ending: threading.Event, office: "subprocess.Popen[bytes]") -> None:
    """See that it ends, also when a document hangs."""
    ending.wait()
    time.sleep(GRACE)
    _end(office)


def _end(office: "subprocess.Popen[bytes]") -> None:
    """End LibreOffice with what it started, and this program."""
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        subprocess.run(  # noqa: S603 - a program of the system, by its full path
            [str(taskkill), "/T", "/F", "/PID", str(office.pid)],
            check=False,
            capture_output=True,
            timeout=10,
        )
    else:
        import signal  # noqa: PLC0415 - the group is one elsewhere only

        os.killpg(os.getpgid(0), signal.SIGKILL)
    os._exit(0)


def _desktop(pipe: str, office: "subprocess.Popen[bytes]") -> Any:
    """Wait for LibreOffice."""
    import uno  # noqa: PLC0415 - found by the Python of LibreOffice only

    here = uno.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = here.ServiceManager.createInstanceWithContext(name, here)
    until = time.monotonic() + START
    while time.monotonic() < until and office.poll() in (None, 0):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # its own kinds: not there yet
            time.sleep(_PAUSE)
            continue
        desk = "com.sun.star.frame.Desktop"
        return there.ServiceManager.createInstanceWithContext(desk, there)
    _end(office)
    return None


def _printed(desktop: Any, source: Path, target: Path) -> str:
    """Print a document; returns what went wrong."""
    loading: dict[str, Any] = {"Hidden": True, "ReadOnly": True}
    loading |= {"MacroExecutionMode": _NO_MACROS, "UpdateDocMode": _NO_UPDATES}
    document = None
    try:
        document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, _named(loading))
        if document is None:
            return "not loaded"
        document.storeToURL(target.as_uri(), _named({"FilterName": FILTER}))
    except Exception as error:  # whatever LibreOffice stumbles over
        return repr(error)
    finally:
        if document is not None:
            document.close(True)  # noqa: FBT003 - an interface of LibreOffice
    return ""


def _named(values: "dict[str, Any]") -> "tuple[Any, ...]":
    from com.sun.star.beans import PropertyValue  # noqa: PLC0415 - made by uno

    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def _answer(fault: str) -> None:
    os.write(1, (json.dumps({"fault": fault}) + "\n").encode())


if __name__ == "__main__":
    main()
