"""Render a Word template with a document's blocks into the bytes of a .docx file."""

import datetime
import io
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import XMLSyntaxError

from generator.base.problem import Place, Problem, Severity
from generator.model.blocks import DocumentBlocks
from generator.word.canonical import canonical_bytes, find_broken_part
from generator.word.context import template_names
from generator.word.merges import merge, prepare_merges, vmerge

LARGEST_TEMPLATE = 50 * 1024 * 1024  # unpacked: a small file can hold a very large part


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """The file, or why there is none."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()


class RawNumberError(TypeError):
    """A number without a source was about to reach the page: a fault of the program."""


def _finalize(value: Any) -> Any:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        message = f"a raw number reached the page: {value!r}"
        raise RawNumberError(message)
    return "" if value is None else value


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_finalize
    )
    environment.globals.clear()
    environment.filters.update(merge=merge, vmerge=vmerge)
    return environment


def render_document(
    template: Path,
    shown: str,
    blocks: DocumentBlocks,
    author: str,
    day: datetime.date,
    *,
    is_draft: bool = False,
) -> RenderedDocument:
    """Fill a template; whatever is wrong with it is a problem of the template file."""
    try:
        if _unpacked_size(template) > LARGEST_TEMPLATE:
            return _fail(shown, "模板文件太大", "请删去模板里的图片")
        document = DocxTemplate(str(template))
        document.init_docx()
        prepare_merges(document.docx)
        document.render(
            {**template_names(blocks), "draft": is_draft}, jinja_env=_environment(), autoescape=True
        )
        _set_properties(document, blocks, author, day)
        buffer = io.BytesIO()
        document.save(buffer)
    except RawNumberError:
        raise
    except UndefinedError as error:
        return _fail(shown, f"模板引用了没有的字段：{error.message}", "请改正模板里花括号中的名称")
    except TemplateError as error:
        return _fail(shown, f"模板的标签写法不对：{error.message}", "请检查模板里的 {{ }} 和 {% %}")
    except (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError, OSError):
        return _fail(
            shown,
            "不能作为 Word 模板读取，文件不是 .docx 或已损坏",
            "请用 Word 或 WPS 另存为 .docx",
        )
    data = canonical_bytes(buffer.getvalue())
    if broken := find_broken_part(data):
        return _fail(shown, f"写出的文件部件 {broken} 不完整", "请检查模板")
    return RenderedDocument(data)


def _unpacked_size(template: Path) -> int:
    """Add up the parts as the package declares them; no more than that is ever unpacked."""
    with ZipFile(template) as package:
        return sum(info.file_size for info in package.infolist())


def _set_properties(
    document: DocxTemplate, blocks: DocumentBlocks, author: str, day: datetime.date
) -> None:
    """Name title, unit and date, so that nothing of the template's own history goes out."""
    moment = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    properties = document.docx.core_properties
    properties.title = template_names(blocks)["title"][:250]
    properties.author = properties.last_modified_by = author[:250]
    properties.created = properties.modified = moment
    properties.revision = 1


def _fail(shown: str, message: str, hint: str) -> RenderedDocument:
    return RenderedDocument(None, (Problem("T02", Severity.ERROR, message, Place(shown), hint),))
