"""Who may speak to the page: a browser on this machine that was given the key, on our own pages."""

import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.web.address import ALIVE, Address

LARGEST_BODY: Final = 64 * 1024 * 1024
_LONGEST_NUMBER: Final = 20  # digits; more are never read as a number
_STARTED_ANEW: Final = (
    "这个页面重新启动过，原来的地址不能用了：请打开运行 jixiao serve 的窗口里给出的新地址；"
    "在同一个浏览器里打开以后，没有保存的会接着保存"
)
_TELLS: Final = "x-jixiao-refusals"  # a script that tells people of refusals says so
_STATUS: Final = b"x-jixiao-status"  # what the answer would have been called otherwise
_REFUSALS: Final = range(400, 500)
_STATIC: Final = "/static/"
_START: Final = "/start/"
_FOREIGN: Final = "不接受别的网页发来的请求"
_POLICY: Final = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    b"connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    b"frame-ancestors 'none'"
)
_HEADERS: Final = (
    (
        b"content-security-policy",
        _POLICY,
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


class Guard:
    """Stands before every request: host, origin, key; and puts its headers on every answer."""

    def __init__(self, app: ASGIApp, address: Address, root: str) -> None:
        self._app, self._address, self._root = app, address, root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        is_told = _headers(scope).get(_TELLS) == "told"

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [*_HEADERS]
                if is_told and message["status"] in _REFUSALS:
                    # The script tells it in words; browsers would complain of it a second time.
                    own.append((_STATUS, str(message["status"]).encode()))
                    message = {**message, "status": 200}
                if not scope["path"].startswith(_STATIC):
                    own.append((b"cache-control", b"no-store"))
                message = {**message, "headers": [*message.get("headers", ()), *own]}
            await send(message)

        answer = self._answer(scope)
        await (answer or self._app)(scope, receive, send_guarded)

    def _answer(self, scope: Scope) -> Response | None:
        """Answer what is not let through (``None``: it is)."""
        headers, path = _headers(scope), str(scope["path"])
        if refused := self._stranger(headers, path, scope["method"]):
            return refused
        if path == ALIVE:
            is_ours = self._is_key(headers.get("x-jixiao-key", ""))
            return PlainTextResponse(self._root) if is_ours else _refused("")
        if path.startswith(_START):
            return self._started(path.removeprefix(_START))
        if not self._is_key(_cookie(headers.get("cookie", ""), self._cookie_name)):
            return _refused(_STARTED_ANEW)
        if scope["method"] not in ("GET", "HEAD") and headers.get("x-jixiao") != "page":
            return _refused(_FOREIGN)
        if not _fits(headers.get("content-length", "0")):
            return PlainTextResponse("文件太大", status_code=413)
        return None

    def _stranger(self, headers: Mapping[str, str], path: str, method: str) -> Response | None:
        """Refuse what another page, or another name of this machine, sent."""
        hosts = self._hosts()
        if headers.get("host", "") not in hosts:
            return _refused("这个地址不对，请用 jixiao serve 给出的地址")
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            return _refused(_FOREIGN)
        is_own = headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
        is_start = path.startswith(_START) and method == "GET"
        return None if is_own or is_start else _refused(_FOREIGN)

    def _started(self, key: str) -> Response:
        if not self._is_key(key):
            return _refused("这个地址已经不能用，请重新运行 jixiao serve")
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self._cookie_name, key, httponly=True, samesite="strict", path="/")
        return answer

    @property
    def _cookie_name(self) -> str:
        return f"jixiao-{self._address.port}"

    def _hosts(self) -> frozenset[str]:
        port = self._address.port
        own = self._address.origin.removeprefix("http://")
        return frozenset({own, f"127.0.0.1:{port}", f"localhost:{port}"})

    def _is_key(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._address.key.encode())


def _headers(scope: Scope) -> Mapping[str, str]:
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def _cookie(header: str, name: str) -> str:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return found.value if found is not None else ""


def number_in(said: str) -> int | None:
    """Read a number of a request (``None``: it is none that a page of ours sends)."""
    is_number = said.isascii() and said.isdigit() and len(said) <= _LONGEST_NUMBER
    return int(said) if is_number else None


def _fits(length: str) -> bool:
    number = number_in(length)
    return number is not None and number <= LARGEST_BODY


def _refused(message: str) -> Response:
    return PlainTextResponse(message, status_code=403)
