"""The address of the page: which port, with which key; and where the one that runs already is."""

import json
import os
import secrets
from ipaddress import ip_address
from pathlib import Path
from typing import Final, NamedTuple
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

from generator.base.regular_file import read_private
from generator.base.writing import Lasting, write_atomically

HOME: Final = ".jixiao"
FILE: Final = "serve.json"
ALIVE: Final = "/alive"
_LARGEST = 4096
_PATIENCE = 2.0  # seconds
_FIRST_FREE, _LAST = 1024, 65535  # ports that need no rights


class Address(NamedTuple):
    """Where the page is, and the key that opens it."""

    host: str
    port: int
    key: str

    @property
    def origin(self) -> str:
        """Return what all its pages begin with."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def start(self) -> str:
        """Return the address that opens it."""
        return f"{self.origin}/start/{self.key}"


def new_key() -> str:
    """Return a key that nobody can guess."""
    return secrets.token_urlsafe(24)


def running_at(root: Path) -> Address | None:
    """Return the address of the page of a folder, if one answers there."""
    try:
        data = json.loads(read_private(root / HOME / FILE, _LARGEST) or b"")
        address = Address(str(data["host"]), int(data["port"]), str(data["key"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return address if is_here(address.host) and _answers(address, root) else None


def port_before(root: Path) -> int:
    """Return the port of a page that did not come to its end (0: none): there browsers kept what was typed."""
    try:
        port = int(json.loads(read_private(root / HOME / FILE, _LARGEST) or b"")["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0
    return usual_port(port)


def usual_port(port: int) -> int:
    """Return a port that needs no rights (0: this one does, or is none)."""
    return port if _FIRST_FREE <= port <= _LAST else 0


def remember(root: Path, address: Address) -> None:
    """Write down where the page of a folder is; only the user can read it."""
    data = json.dumps(address._asdict()).encode()
    write_atomically(root / HOME / FILE, data, lasting=Lasting.NOT, is_private=True)


def forget(root: Path, address: Address) -> None:
    """Take away what was written down, if it is still about this page."""
    file = root / HOME / FILE
    try:
        if json.loads(read_private(file, _LARGEST) or b"").get("key") == address.key:
            file.unlink()
    except (OSError, ValueError, AttributeError):
        return


def is_here(host: str) -> bool:
    """Tell whether a host is this machine: a file that came with the folder must not lead elsewhere."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _answers(address: Address, root: Path) -> bool:
    asked = Request(f"{address.origin}{ALIVE}", headers={"X-Jixiao-Key": address.key})  # noqa: S310 - http, and of this machine
    try:
        with build_opener(ProxyHandler({})).open(asked, timeout=_PATIENCE) as answer:
            said = answer.read(4096).decode("utf-8", errors="replace")
    except (OSError, URLError, ValueError):
        return False
    return bool(said == os.fspath(root))
