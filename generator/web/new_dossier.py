"""新建填报: the questions of ``init`` as fields, all at once, and the folder that they lead to.

A folder is never named by the page: it follows from the unit and the year.
"""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.filenames import safe_name
from generator.base.json_shape import JsonObject
from generator.base.strange_text import FORBIDDEN
from generator.load.workspace_folder import WORKSPACE_FILE
from generator.model.input_files import UNIT_FILE
from generator.use.init.answers import Reply, project_names
from generator.use.init.begin import schemes_for, told_unknown
from generator.use.init.folder_name import FolderName
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
from generator.web.served import Served

INPUTS: Final = "inputs"
_PROJECTS_NOTE: Final = "写项目名称，几个的用顿号隔开；由上年转入的不用写"
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

    def as_data(self) -> JsonObject:
        """Lay the fields out for the page."""
        return {
            "fields": [
                {
                    "id": own.question.id,
                    "title": own.question.words,
                    "note": own.question.note,
                    "value": own.said,
                    "fault": own.fault,
                    "choices": [choice._asdict() for choice in own.question.choices],
                    "is_flag": own.question.id == "department",
                }
                for own in self.fields
            ],
            "folder": self.folder.name if self.folder is not None else "",
            "message": "" if self.folder is not None else NOWHERE,
        }


def ask(served: Served, said: Mapping[str, str]) -> Asked:
    """Go through the questions with what was said; where that is no answer the default stands in."""
    parent = home_of_new(served.root)
    known = _known(served, parent)
    fields: list[Field] = []
    given: dict[QuestionId, str] = {}
    while (question := next_question(given, known)) is not None:
        if question.id == "projects":
            question = question._replace(note=_PROJECTS_NOTE)
        words = said.get(question.id, question.default)
        answer = _reply(question, words)
        fault = answer.fault or refusal(question, answer.value, given, known)
        fields.append(Field(question, words, fault))
        given[question.id] = question.default if fault else answer.value
    folder = None if parent is None else parent / _name(given)
    is_whole = folder is not None and not any(own.fault for own in fields)
    return Asked(tuple(fields), folder, _wish(given, known, folder) if is_whole else None)


def _known(served: Served, parent: Path | None) -> Known:
    library = served.library(parent or served.root)
    return Known(
        parent or served.root,  # known: it is not asked for
        FolderName(),
        datetime.datetime.now().astimezone().year,
        lambda place, year: schemes_for(place, year, library),
        library.workspace.entry.default_scheme,
        unknown=lambda place: told_unknown(place, library),
    )


def _reply(question: Question, words: str) -> Reply:
    """Understand an answer; what is said of projects is names and never a path."""
    if FORBIDDEN.search(words):
        return Reply(fault="有不能用的字符，请重新输入")
    if question.id == "projects":
        return Reply("、".join(project_names(words)))
    return reply(question, words)


def _wish(given: Given, known: Known, folder: Path | None) -> Wish | None:
    if folder is None:
        return None
    projects = given.get("projects", "")
    wish = wish_of({**given, "projects": ""}, known)
    return wish._replace(folder=folder, projects=project_names(projects))


def _name(given: Given) -> str:
    return safe_name(f"{given.get('unit') or '新单位'}-{given['year']}")


def home_of_new(root: Path) -> Path | None:
    """Return where new dossiers go (``None``: what is served is a dossier itself)."""
    if (root / UNIT_FILE).is_file():
        return None
    if root.name == INPUTS or not ((root / INPUTS).is_dir() or (root / WORKSPACE_FILE).is_file()):
        return root
    return root / INPUTS
