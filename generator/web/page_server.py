"""Start the page and keep it running until somebody ends it."""

import os
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import uvicorn

from generator.web.address import Address, forget, new_key, port_before, remember, running_at
from generator.web.app import make_app
from generator.web.kept_address import keep_address, kept_address
from generator.web.row_workers import RowWorkers
from generator.web.served import Served
from generator.word.preview.preview import Previews

LOCAL = "127.0.0.1"


class PortTakenError(OSError):
    """Another program uses the port."""


def serve(
    root: Path,
    host: str,
    port: int,
    tell: Callable[[Address], None],
    tell_known: Callable[[Address], None],
) -> None:
    """Serve a folder; ``tell`` is given the address, ``tell_known`` that of one that runs already."""
    known = running_at(root)
    if known is not None:
        tell_known(known)
        return
    before = kept_address(root, host)
    ports = [port_before(root), before.port if before is not None else 0, 0]
    with (
        _first_of(host, [port] if port else [*dict.fromkeys(ports)]) as listener,
        Previews() as office,
    ):
        key = new_key() if before is None else before.key
        address = Address(host, listener.getsockname()[1], key)
        remember(root, address)
        keep_address(root, address)
        served, workers = Served(root), RowWorkers(root)
        try:
            config = uvicorn.Config(
                make_app(served, address, office, workers),
                log_level="critical",  # what goes wrong is told on the page, in its words
                access_log=False,
                lifespan="off",
                server_header=False,
                timeout_graceful_shutdown=1,
            )
            server = uvicorn.Server(config)
            tell(address)
            server.run(sockets=[listener])
        finally:
            workers.close()
            served.last_look.keep()
            keep_address(root, address)
            forget(root, address)


def _first_of(host: str, ports: Sequence[int]) -> socket.socket:
    """Listen on the first port that nobody has."""
    *wished, last = ports
    for port in wished:
        try:
            return _listening(host, port)
        except PortTakenError:
            continue
    return _listening(host, last)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere two programs would then share the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise PortTakenError(str(error)) from error
    listener.listen(128)
    listener.settimeout(0)
    return listener
