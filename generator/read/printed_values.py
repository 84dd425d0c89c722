"""Values as forms print them: amounts, points, rates, years; what is none stays text."""

from decimal import Decimal
from functools import lru_cache

from generator.base.chinese import NUMERALS, half_width
from generator.base.pattern import Pattern
from generator.base.strange_text import FORBIDDEN

NUMBER = (
    r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,10})?|-?[0-9]{1,15}(?:\.[0-9]{1,10})?|-?\.[0-9]{1,10}"
)
# Whoever looks at a cell asks first what it says without blanks and marks, and twenty readers do.
REMEMBERED = 10_000
_PLAIN = Pattern(rf"({NUMBER})(分|%)?")
_PERCENT = Pattern(rf"({NUMBER})%")
_DAYS = Pattern(
    r"[〔\[【（(][0-9]{4}[〕\]】）)][0-9]*号?"
    r"|[0-9]{4}\s*[年.\-/]\s*[0-9]{1,2}\s*[月.\-/]\s*[0-9]{1,2}\s*日?"
)
_YEAR = Pattern(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_TEMPLATE_MARKS = Pattern(r"\{(?=[{%#])|[%}](?=\})")
# Chinese is written without blanks; a form puts them in to fill a narrow cell.
_GAP = Pattern(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
_YEAR_ALONE = r"[（(]?(?:19|20)[0-9]{2}\s?年度?[）)]?(?=[\s\u3000]|$)"
# A label, or the year between two of them: 部门：某局　　2022年度　　单位：元. Behind a colon stands a value.
_BEHIND_TITLE = Pattern(r"[\n\t]+|[ 　]{2,}|(?<=[表）)])(?=[（(]?[一-鿿]{2,4}[:：])")
_BEFORE_LABEL = Pattern(
    rf"[\s\u3000]+(?=[^\s:：\u3000]{{2,10}}[:：])|(?<![:：\s\u3000至到—~-])[\s\u3000]+(?={_YEAR_ALONE})"
)
_ORDINAL = Pattern(rf"^指标\s*[0-9０-９{NUMERALS}]{{1,2}}\s*[:：.．、)）]\s*")
_PROJECT_CODE = Pattern(
    r"^\s*(?=[0-9A-Z]{12,24}[^0-9A-Z])[0-9]{6,}[A-Z]?[0-9]{4,}[-—–_\s]*(?=[一-鿿])"
)
_CODED = Pattern(
    r"(?P<name>[一-鿿].+?)\s*[（(\[【](?P<behind>[0-9]{2,12})[)）\]】]"
    r"|[（(\[【]?(?P<before>[0-9]{3,12})[)）\]】]?[-—\s]*(?P<named>[一-鿿].{2,40})"
)


@lru_cache(maxsize=REMEMBERED)
def squeezed(text: str) -> str:
    """Return a text without any blanks, signs in half width."""
    return "".join(half_width(text).split())


@lru_cache(maxsize=REMEMBERED)
def harmless(text: str) -> str:
    """Return a text as the inputs may hold it: no control characters, nothing that is a template."""
    plain = FORBIDDEN.sub("", text)
    if plain and max(plain) > "\uffff":
        plain = "".join(c for c in plain if ord(c) & 0xFFFE != 0xFFFE)  # noncharacters far away
    return _TEMPLATE_MARKS.sub(lambda mark: f"{mark[0]} ", plain)


def words(text: str) -> str:
    """Return a text with the breaks of its paragraphs, without blanks around its lines."""
    plain = harmless(text.replace("\u3000", " ").replace("\xa0", " "))
    lines = [line.strip(" \t") for line in plain.split("\n")]
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """Return a name or value on one line: breaks and gaps in a narrow cell are not of the words."""
    return _GAP.sub("", " ".join(words(text).split()))


def labelled_parts(text: str) -> list[str]:
    """Cut a line at the blanks before labels: 填报单位：某局　　填报日期：2024年3月."""
    return _BEFORE_LABEL.split(text.strip())


def title_pieces(text: str) -> list[str]:
    """Part a title from what else its line says: 自评表（2023年度）　　单位：万元."""
    return [piece for piece in _BEHIND_TITLE.split(text.strip()) if piece.strip()]


def indicator_name(text: str) -> str:
    """Return the name of an indicator without the number that an official form begins its cell with."""
    return _ORDINAL.sub("", one_line(text))


def without_code(text: str) -> tuple[str, str]:
    """Part the name of a body from the code that a form prints with it: 某局（088）, 088某局."""
    found = _CODED.fullmatch(text)
    if found is None:
        return text, ""
    return found["name"] or found["named"], found["behind"] or found["before"]


def without_project_code(name: str) -> str:
    """Return the name of a project without the code of the budget system: 51000023T000001234567-河道保洁."""
    return _PROJECT_CODE.sub("", name)


def number(text: str) -> Decimal | None:
    """Read points: 10, 10分, 10%."""
    found = _PLAIN.fullmatch(squeezed(text))
    return Decimal(found[1].replace(",", "")) if found else None


def percent(text: str) -> Decimal | None:
    """Read a rate that is written with its sign."""
    found = _PERCENT.fullmatch(squeezed(text))
    return Decimal(found[1].replace(",", "")) if found else None


def year_in(text: str) -> int | None:
    """Find the year that a title names."""
    found = _YEAR.search(squeezed(text))
    return int(found[1]) if found else None


def without_days(text: str) -> str:
    """Leave out days and numbers of documents: their years say when something was issued or signed."""
    return _DAYS.sub("", text)


def years_in(text: str) -> list[int]:
    """Find all years that a text names."""
    return [int(found) for found in _YEAR.findall(squeezed(text))]
