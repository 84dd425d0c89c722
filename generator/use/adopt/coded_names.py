"""Cells that say the name of a body with its code: 主管部门（代码） | 某局（321001）."""

from typing import NamedTuple

from generator.read.printed_values import one_line, without_code
from generator.tables.tag_keys import field_name, written

NAMES_OF_BODIES = frozenset((("project", "authority"), ("project", "implementer")))
_CODE, _AND = "代码", ("及", "和", "与", "、")
_USUAL = "（", "）"


class CodedName(NamedTuple):
    """A name and a code as a form prints them: the code behind the name, in brackets."""

    name: str
    code: str
    field: str  # what the code is called
    brackets: tuple[str, str] = _USUAL

    def printed(self, name: str, code: str) -> str:
        """Write the tags; where there is no code its brackets are not printed."""
        start, end = self.brackets
        return f"{written(name)}{{% if {code} %}}{start}{written(code)}{end}{{% endif %}}"


def coded_name(text: str, label: str) -> CodedName | None:
    """Part a cell into name and code; a blank one below a label that asks for both has neither."""
    line = one_line(text)
    name, code = without_code(line)
    is_asked = _CODE in label and not line.strip()
    behind = line.removeprefix(name).strip()
    if not is_asked and (not code or behind[1:-1] != code):
        return None
    plain = field_name(label).strip("：:").removesuffix(_CODE)
    for word in _AND:
        plain = plain.removesuffix(word)
    brackets = (behind[0], behind[-1]) if code else _USUAL
    return CodedName(name, code, f"{plain}{_CODE}", brackets) if plain else None
