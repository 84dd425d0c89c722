"""What is tried, each with seeds and words of its own; a target raises where the program stumbles."""

import contextlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from starlette.testclient import TestClient

from generator.base.problem import Problem
from generator.load.packs import find_packs
from generator.load.workspace_folder import find_workspace
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.check.examine import examine
from generator.use.library import Library
from generator.use.templates.template_files import check_template
from generator.web.address import Address
from generator.web.app import make_app
from generator.web.served import Served
from generator.web.tree import dossier_id
from generator.word.preview.preview import Previews

_CHINESE = re.compile("[一-鿿]")
_ADDRESS = Address("127.0.0.1", 8800, "the-key")
_OWN = {"X-Jixiao": "page", "Content-Type": "application/json"}
Try = Callable[[bytes], None]


class Target(NamedTuple):
    """Something that reads what others wrote. ``opened`` gives the way to try data, in a folder of its own."""

    name: str
    words: tuple[bytes, ...]
    opened: Callable[[Path], contextlib.AbstractContextManager[Try]]


class StumbleError(AssertionError):
    """The program did not say what it has to say."""


@contextlib.contextmanager
def _loader(folder: Path) -> Iterator[Try]:
    unit, books = _dossier(folder)
    library = Library(find_workspace(folder)[0])
    sound = unit.read_bytes()

    def attempt(data: bytes) -> None:
        unit.write_bytes(sound)
        books.write_bytes(data)
        _told(examine(folder, library).problems)
        unit.write_bytes(data)
        _told(examine(folder, library).problems)

    yield attempt


@contextlib.contextmanager
def _prose(folder: Path) -> Iterator[Try]:
    _, books = _dossier(folder)
    library = Library(find_workspace(folder)[0])
    sound = books.read_text(encoding="utf-8")

    def attempt(data: bytes) -> None:
        said = json.dumps(data.decode("utf-8", "replace").replace("\x7f", ""), ensure_ascii=False)
        text = sound.replace('"丰富馆藏。"', re.sub(r"\\u00[0189][0-9a-f]", "", said))
        books.write_text(text, encoding="utf-8")
        _told(examine(folder, library, is_draft=True).problems)

    yield attempt


@contextlib.contextmanager
def _templates(folder: Path) -> Iterator[Try]:
    workspace = find_workspace(folder)[0]
    path = folder / "模板.docx"

    def attempt(data: bytes) -> None:
        path.write_bytes(data)
        _told(check_template(path, workspace))

    yield attempt


@contextlib.contextmanager
def _strangers(folder: Path) -> Iterator[Try]:
    library = Library(find_workspace(folder)[0])

    def attempt(data: bytes) -> None:
        for old in folder.iterdir():
            old.unlink()
        kind = ".xlsx" if b"xl/workbook" in data else ".docx" if data[:2] == b"PK" else ".txt"
        path = folder / f"自评表{kind}"
        path.write_bytes(data)
        _told(Auditor(library, AuditOrder((path,))).run().problems)

    yield attempt


@contextlib.contextmanager
def _requests(folder: Path) -> Iterator[Try]:
    unit, books = _dossier(folder / "inputs" / "library-2023")
    (folder / "jixiao.toml").write_text("", encoding="utf-8")
    root = folder.resolve()
    sound = books.read_bytes()
    with Previews() as office:
        served = Served(root)
        client = TestClient(make_app(served, _ADDRESS, office), base_url=_ADDRESS.origin)
        client.get(f"/start/{_ADDRESS.key}")
        at = f"/api/d/{dossier_id(root, unit.parent.resolve())}"

        def attempt(data: bytes) -> None:
            """The first line names the request, the others are its body."""
            way, _, body = data.partition(b"\n")
            books.write_bytes(sound)
            said = way.decode("utf-8", "replace").replace("{d}", at)
            path = "/" + "".join(c for c in said if c.isprintable()).lstrip("/")
            method = "POST" if body else "GET"
            answer = client.request(method, path, content=body, headers=_OWN)
            if answer.status_code >= 500:
                raise StumbleError(f"{method} {path}: {answer.status_code}")

        yield attempt


def _dossier(folder: Path) -> tuple[Path, Path]:
    """Write a sound dossier."""
    from tests.conftest import PROJECT, UNIT  # noqa: PLC0415 - the tests have one

    folder.mkdir(parents=True, exist_ok=True)
    unit, books = folder / "unit.toml", folder / "books.toml"
    unit.write_text(UNIT.lstrip(), encoding="utf-8")
    books.write_text(PROJECT.lstrip(), encoding="utf-8")
    return unit, books


def _told(problems: Sequence[Problem]) -> None:
    """Every problem has words for a clerk."""
    for problem in problems:
        if not _CHINESE.search(problem.message):
            raise StumbleError(f"{problem.code}: {problem.message!r}")


def _words(text: str) -> tuple[bytes, ...]:
    return tuple(word.encode() for word in text.split())


TARGETS = (
    Target(
        "loader",
        _words("""[ ] [[ ]] = " ''' \"\"\" # { } , . \\ \\u0000 [funds] [[indicator]] [indicator]
        target = weight = class = "产出" ≥ ≤ % 万元 2024-13-01 1979-05-27T07:32:00 true inf \x00 \ufeff"""),
        _loader,
    ),
    Target(
        "prose",
        _words("""{{ }} {% %} {# #} | ( ) indicator(" ").actual funds.spent if else endif for endfor
        in loop set | round 万元 亿元 % ≥ 第三 一、 （一） 1. — …… \ud7ff ① 〇 壹"""),
        _prose,
    ),
    Target(
        "templates",
        _words("""{{ }} {% %} {%tr for row in rows %} {%tr endfor %} {%p if draft %} {%p endif %} title
        row.name |merge <w:p> </w:p> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:gridSpan w:val="9"/>
        <w:vMerge/> <w:bookmarkStart w:id="1" w:name="x"/> <!DOCTYPE &#0; w:val="-1" """),
        _templates,
    ),
    Target(
        "strangers",
        _words("""项目名称 指标值 实际完成值 分值 得分 总分 ≥ % 万元 年初预算数 执行率 一级指标 <w:p> </w:p>
        <w:tc> </w:tc> <w:tr> <w:gridSpan w:val="99999"/> <w:vMerge/> <c r="ZZ9" <v>1e99</v> t="s" &#0;
        <mergeCell ref="A1:XFD1048576"/> s="-1" """),
        _strangers,
    ),
    Target(
        "requests",
        _words("""{ } [ ] : , " "keys" "was" "now" "row" "wishes" null true -1 1e999 "indicator" "funds"
        "target" ../ %2e%2e / /s/ save add remove undo build preview 0.png ? # \\ud800 \x00"""),
        _requests,
    ),
)
PACKAGED = find_packs(None)
