"""What an edit comes to in the inputs: one wish for each, or why there can be none."""

from typing import NamedTuple

from generator.base.toml_patch import FileChange
from generator.prose.origin_marks import Text
from generator.roundtrip.field_kinds import Field
from generator.roundtrip.requote import TextEdit
from generator.roundtrip.typed_in import Typed
from generator.use.pull.pulled_sections import SectionEdit

NUMBERED = "序号由程序排，标题由提纲或模板决定"
FIXED = "是表样上的字，请改模板"
EMPTY = "删去后这一节就空了；整节不要的，请改提纲"
NO_OWN_TEXT = "这份文书没有可以写自己文字的输入"
NO_PLACE = "输入里没有放这一段的地方，合并时会留在文件里"
NO_NEW_ROW = "这张表的行是表样上固定的"
NO_ROW = "输入里没有放这一行的地方"


class TextWish(NamedTuple):
    """Other words within a text of an input."""

    text: Text
    edit: TextEdit


class ValueWish(NamedTuple):
    """A value for a field."""

    typed: Typed


class FileWish(NamedTuple):
    """A change of a file as it is."""

    change: FileChange


class AfterWish(NamedTuple):
    """A line at the end of what the unit writes behind a section."""

    text: Text
    words: str


class LineWish(NamedTuple):
    """A line of a field that was blank."""

    field: Field
    words: str


class SectionWish(NamedTuple):
    """A section of standard wording becomes the unit's own text, with an edit."""

    document: str
    section: str
    edit: SectionEdit


Wish = TextWish | ValueWish | FileWish | AfterWish | LineWish | SectionWish


class RefusedError(Exception):
    """A change that no input can take; says why."""
