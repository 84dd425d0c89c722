"""Cells that say the name of a body with its code: 主管部门（代码） | 某局（321001）, or 321001-某局."""

from typing import NamedTuple

from generator.read.printed_values import one_line, without_code
from generator.tables.tag_keys import field_name, written

NAMES_OF_BODIES = frozenset((("project", "authority"), ("project", "implementer")))
_CODE, _AND = "代码", ("及", "和", "与", "、")
_USUAL = "（", "）"


class CodedName(NamedTuple):
    """A name and a code as a form prints them: behind the name in brackets, or ahead with a sign."""

    name: str
    code: str
    field: str  # what the code is called
    brackets: tuple[str, str] = _USUAL
    is_ahead: bool = False

    def printed(self, name: str, code: str) -> str:
        """Write the tags; where there is no code its brackets, or its sign, are not printed."""
        start, end = self.brackets
        coded = f"{{% if {code} %}}{start}{written(code)}{end}{{% endif %}}"
        return f"{coded}{written(name)}" if self.is_ahead else f"{written(name)}{coded}"


def coded_name(text: str, label: str) -> CodedName | None:
    """Part a cell into name and code; a blank one below a label that asks for both has neither."""
    line = one_line(text)
    name, code = without_code(line)
    is_asked = _CODE in label and not line.strip()
    around = _around(line, name, code)
    if not is_asked and around is None:
        return None
    plain = field_name(label).strip("：:").removesuffix(_CODE)
    for word in _AND:
        plain = plain.removesuffix(word)
    brackets, is_ahead = around or (_USUAL, False)
    return CodedName(name, code, f"{plain}{_CODE}", brackets, is_ahead) if plain else None


def _around(line: str, name: str, code: str) -> tuple[tuple[str, str], bool] | None:
    """Return what stands around a code, and whether it goes first; nothing where both touch."""
    behind = line.removeprefix(name).strip()
    if not code:
        return None
    if behind[1:-1] == code:
        return (behind[0], behind[-1]), False
    sign = line.removesuffix(name).removeprefix(code).strip()
    is_sign = bool(sign) and f"{code}{sign}{name}" == "".join(line.split())
    return (("", sign), True) if is_sign else None
