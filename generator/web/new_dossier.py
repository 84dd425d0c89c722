"""新建填报: the questions of ``init`` as fields, all at once, and the folder that they lead to.

A folder is never named by the page: it follows from the unit and the year.
"""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.filenames import safe_name
from generator.base.json_shape import JsonObject
from generator.base.strange_text import FORBIDDEN
from generator.load.scheme_files import own_schemes
from generator.load.workspace_folder import WORKSPACE_FILE
from generator.model.input_files import UNIT_FILE
from generator.model.scheme import Scheme
from generator.use.init.answers import Reply, project_names
from generator.use.init.begin import schemes_for, told_unknown
from generator.use.init.folder_name import FolderName
from generator.use.init.last_year import LastYear, place_of, scheme_of
from generator.use.init.questions import (
    Given,
    Known,
    Question,
    QuestionId,
    next_question,
    refusal,
    reply,
    wish_of,
)
from generator.use.init.wish import Wish
from generator.use.library import Library
from generator.web.served import Served
from generator.web.spoken import Spoken

INPUTS: Final = "inputs"
_PROJECTS_NOTE: Final = "写项目名称，几个的一行一个，或用顿号隔开；由上年转入的不用写"
NOWHERE: Final = (
    "这里只打开了一份填报；要新建，请在放各份填报的文件夹里运行 jixiao serve（如 inputs）"
)


class Field(NamedTuple):
    """A question with what was said to it."""

    question: Question
    said: str
    fault: str


class Asked(NamedTuple):
    """All questions with their answers, and the folder that is to be made."""

    fields: tuple[Field, ...]
    folder: Path | None
    wish: Wish | None  # once everything is answered
    last: str = ""  # what is known of last year

    def as_data(self) -> JsonObject:
        """Lay the fields out for the page."""
        return {
            "fields": [
                {
                    "id": own.question.id,
                    "title": own.question.words,
                    "note": Spoken(None).words(own.question.note),
                    "value": own.said,
                    "fault": own.fault,
                    "choices": [choice._asdict() for choice in own.question.choices],
                    "is_flag": own.question.id == "department",
                }
                for own in self.fields
            ],
            "folder": self.folder.name if self.folder is not None else "",
            "message": "" if self.folder is not None else NOWHERE,
            "last": self.last,
        }


def ask(served: Served, said: Mapping[str, str], last: LastYear | None = None) -> Asked:
    """Go through the questions with what was said; where that is no answer the default stands in.

    What ``last`` year says is what stands there by default.
    """
    parent = home_of_new(served.root)
    library = served.library(parent or served.root)
    known = _known(served, parent, library, last)
    fields: list[Field] = []
    given: dict[QuestionId, str] = {}
    while (question := next_question(given, known)) is not None:
        if question.id == "projects":
            question = question._replace(note=_PROJECTS_NOTE)
        words = said.get(question.id, question.default)
        answer = _reply(question, words)
        fault = answer.fault or refusal(question, answer.value, given, known)
        given[question.id] = question.default if fault else answer.value
        if question.id == "scheme" and last is not None:
            changed = _changed(last, given["scheme"], int(given["year"]), library)
            question = question._replace(note="；".join(filter(None, (changed, question.note))))
        fields.append(Field(question, words, fault))
    folder = None if parent is None else parent / _name(given)
    is_whole = folder is not None and not any(own.fault for own in fields)
    wish = _wish(given, known, folder) if is_whole else None
    return Asked(tuple(fields), folder, wish, "" if last is None else _told(last, library))


def _known(served: Served, parent: Path | None, library: Library, last: LastYear | None) -> Known:
    own = last or LastYear()
    mine = own_schemes(library.packs)

    def schemes(place: str, year: int) -> Sequence[Scheme]:
        near = schemes_for(place, year, library)
        # The form that the workspace made its own is the one that is meant, for the year's end.
        found = sorted(near, key=lambda one: one.id not in mine or one.stage == "goals")
        kept = scheme_of(own, library)
        return found if kept is None or kept in found else [kept, *found]

    return Known(
        parent or served.root,  # known: it is not asked for
        FolderName(own.unit, None if own.year is None else own.year + 1),
        datetime.datetime.now().astimezone().year,
        schemes,
        own.scheme or library.workspace.entry.default_scheme,
        unknown=lambda place: told_unknown(place, library),
        place=place_of(own, library),
        had_department=None if last is None else last.has_department,
    )


def _told(last: LastYear, library: Library) -> str:
    """Say what last year's material says."""
    scheme = scheme_of(last, library)
    said = (
        f"{last.year} 年度" if last.year is not None else "",
        f"方案《{scheme.title}》（{scheme.id}）" if scheme is not None else "",
        f"金额单位{last.money_unit}（照转，可以在“填报”里改）" if last.money_unit else "",
    )
    return "，".join(filter(None, (f"上年：{last.unit or '没有写单位'}", *said)))


def _changed(last: LastYear, chosen: str, year: int, library: Library) -> str:
    """Say that the scheme is another one than last year's, or was not issued for the new one."""
    was = scheme_of(last, library)
    title = last.scheme if was is None else was.title
    if last.scheme not in ("", chosen):
        return f"上年用的是《{title}》，这里换了方案：指标的分类、分值请对照新的方案核对"
    if was is not None and not was.force.holds(year):
        return f"沿用上年的方案，它适用于 {was.force} 年度：{year} 年度有没有新的方案，请核对"
    return ""


def _reply(question: Question, words: str) -> Reply:
    """Understand an answer; what is said of projects is names and never a path."""
    if FORBIDDEN.search(words):
        return Reply(fault="有不能用的字符，请重新输入")
    if question.id == "projects":
        return Reply("\n".join(project_names(words, is_list=True)))
    return reply(question, words)


def _wish(given: Given, known: Known, folder: Path | None) -> Wish | None:
    if folder is None:
        return None
    projects = given.get("projects", "")
    wish = wish_of({**given, "projects": ""}, known)
    return wish._replace(folder=folder, projects=project_names(projects, is_list=True))


def _name(given: Given) -> str:
    return safe_name(f"{given.get('unit') or '新单位'}-{given['year']}")


def home_of_new(root: Path) -> Path | None:
    """Return where new dossiers go (``None``: what is served is a dossier itself)."""
    if (root / UNIT_FILE).is_file():
        return None
    if root.name == INPUTS or not ((root / INPUTS).is_dir() or (root / WORKSPACE_FILE).is_file()):
        return root
    return root / INPUTS
