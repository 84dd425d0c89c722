"""A day or month of a target or actual read by formulas: 2023年11月30日前, 11月底前, 2023年10月.

Other ways to write a day are left to the program. What is not read leaves both cells blank.
"""

from typing import NamedTuple

from generator.excel.form.workbook_page import FormLook, Live, PageRows

DAY_CELLS = 4
_BEFORE = ("完成", "之前", "以前", "前")
_OF_DAY, _ENDS = ("日", "号"), ("底", "末")


class Day(NamedTuple):
    """The cells with the last day that a text allows, and the first one that it can mean."""

    last: str
    first: str


def read_day(rows: PageRows, column: int, text: str, year: int) -> Day:
    """Put the cells that read one text; without a year that of the dossier is meant."""
    words, month, last, first = (rows.at(column + n) for n in range(DAY_CELLS))
    bare = f'SUBSTITUTE(SUBSTITUTE({text}&""," ",""),"　","")'
    for word in _BEFORE:
        bare = f'SUBSTITUTE({bare},"{word}","")'
    _put(rows, column, bare)
    behind_year = f'IFERROR(MID({words},FIND("年",{words})+1,9),{words})'
    number = f'LEFT({behind_year},FIND("月",{behind_year})-1)'
    _put(rows, column + 1, f'IFERROR(IF(LEN({number})<3,VALUE({number}),""),"")')
    named = f'LEFT({words},FIND("年",{words})-1)'
    of_year = f'IF(ISNUMBER(FIND("年",{words})),IF(LEN({named})=4,VALUE({named}),0),{year})'
    tail = f'MID({words},FIND("月",{words})+1,9)'
    day = f"VALUE(LEFT({tail},LEN({tail})-1))"
    is_day = f"AND(LEN({tail})<4,OR({_any(f'RIGHT({tail},1)', _OF_DAY)}))"
    had_before = f'ISNUMBER(FIND("前",{text}))'
    # 11月前 is left out: nobody can tell whether the month itself is allowed.
    is_end = f'OR({_any(tail, _ENDS)},AND({tail}="",NOT({had_before})))'
    end = f"DATE({of_year},{month}+1,0)"
    by_day = f'IF(AND({day}>0,{day}<=DAY({end})),DATE({of_year},{month},{day}),"")'
    known = f"{month}>0,{month}<13,{of_year}>999"
    whole = f'IF({is_day},{by_day},IF({is_end},{end},""))'
    _put(rows, column + 2, f'IFERROR(IF(AND({known}),{whole},""),"")')
    begin = f"DATE({of_year},{month},1)"
    meant = f'IF({had_before},"",IF({is_day},{last},{begin}))'
    _put(rows, column + 3, f'IFERROR(IF({last}="","",{meant}),"")')
    return Day(last, first)


def by_days(target: Day, actual: Day, met: str, otherwise: str) -> str:
    """Write the score of a row of two days: ``met`` when it was in time, 0 when it was late."""
    late = f'IF({actual.first}="",FALSE,{actual.first}>{target.last})'
    judged = f"IF({actual.last}<={target.last},{met},IF({late},0,{otherwise}))"
    return f'IF(OR({target.last}="",{actual.last}=""),{otherwise},{judged})'


def _any(cell: str, words: tuple[str, ...]) -> str:
    return ",".join(f'{cell}="{word}"' for word in words)


def _put(rows: PageRows, column: int, formula: str) -> None:
    rows.put(column, Live(f"={formula}"), FormLook.WORKING)
