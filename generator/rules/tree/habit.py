"""A habit: something that a tree writes often, with its forms and who uses each."""

from typing import NamedTuple

from generator.rules.where import KeyPlace

FUNDS, TITLE, NUMBER, SHORT, SENTENCE = "资金", "文件", "文号", "简称", "固定句"
KINDS = ("单位", "项目", "指标", FUNDS, TITLE, NUMBER, SHORT, SENTENCE)


class Use(NamedTuple):
    """Who writes something, where, and in which words."""

    unit: str
    at: KeyPlace
    text: str = ""


class Form(NamedTuple):
    """One way of writing a thing; a sentence has gaps for names, years and figures."""

    text: str
    uses: tuple[Use, ...]

    @property
    def units(self) -> frozenset[str]:
        """Return who writes it so."""
        return frozenset(use.unit for use in self.uses)


class Habit(NamedTuple):
    """A thing with its forms; ``of`` is what short forms stand for, ``gaps`` what stood in gaps."""

    kind: str
    forms: tuple[Form, ...]
    of: str = ""
    gaps: tuple[str, ...] = ()

    @property
    def best(self) -> Form:
        """Return the form that most write."""
        return self.forms[0]

    @property
    def others(self) -> tuple[Form, ...]:
        """Return the other forms."""
        return self.forms[1:]
