"""A target and an actual read by formulas: sign, number and unit, where a text is just that.

Days are read by ``day_formulas``; what is more than that (ranges, 约) is left to the program.
"""

from typing import NamedTuple

from generator.excel.form.workbook_page import FormLook, Live, PageRows

_FAR = 999
_PLACES = ",".join(str(n) for n in range(1, 18))
_DIGITS = ",".join(str(n) for n in range(10))
_LOOSE = (
    (",", ""),
    ("，", ""),
    (" ", ""),
    ("　", ""),
    ("％", "%"),
    ("＞", ">"),
    ("＜", "<"),
    ("＝", "="),
)


class Read(NamedTuple):
    """The cells in which a text was read: whether it is a number, which, of what unit, which sign."""

    is_number: str
    number: str
    unit: str
    sign: str


READ_CELLS = 8


def read_measure(rows: PageRows, column: int, text: str) -> Read:
    """Put the cells that read one text, from a column on."""
    clean = f'{text}&""'
    for loose, tight in _LOOSE:
        clean = f'SUBSTITUTE({clean},"{loose}","{tight}")'
    at = [rows.at(column + n) for n in range(READ_CELLS)]
    words, lead, tail, core, length, number, unit, sign = at
    before, behind = f"LEFT({words},LEN(jx_before))=jx_before", _behind(words, lead)
    _put(rows, column, clean)
    _put(rows, column + 1, f"IFERROR(LOOKUP(2,1/({before}),LEN(jx_before)),0)", is_array=True)
    _put(rows, column + 2, f"IFERROR(LOOKUP(2,1/({behind}),LEN(jx_behind)),0)", is_array=True)
    _put(rows, column + 3, f"MID({words},{lead}+1,LEN({words})-{lead}-{tail})")
    digits = f'FIND(MID({core}&"|",{{{_PLACES}}},1),"0123456789.")'
    _put(rows, column + 4, f"IFERROR(MATCH(TRUE,ISERROR({digits}),0)-1,0)", is_array=True)
    is_one = f'LEN(SUBSTITUTE(LEFT({core},{length}),".",""))>={length}-1'
    _put(
        rows,
        column + 5,
        f'IF(AND({length}>0,{is_one}),IFERROR(VALUE(LEFT({core},{length})),""),"")',
    )
    _put(rows, column + 6, f"MID({core},{length}+1,40)")
    first = f'IF({lead}=0,"",LOOKUP(2,1/({before}),jx_before_sign))'
    last = f'IF({tail}=0,"",LOOKUP(2,1/({behind}),jx_behind_sign))'
    both = f'IF({last}="",{first},IF(OR({first}="",{first}="-",{first}={last}),{last},"?"))'
    _put(rows, column + 7, both, is_array=True)
    plain = f"SUMPRODUCT(--ISNUMBER(FIND({{{_DIGITS}}},{unit})))=0,SUMPRODUCT(--(jx_none={unit}))=0"
    is_number = f'AND({number}<>"",{sign}<>"?",{sign}<>"-",{plain})'
    return Read(is_number, number, unit, sign)


def _behind(words: str, lead: str) -> str:
    return f"RIGHT(MID({words},{lead}+1,99),LEN(jx_behind))=jx_behind"


class Held(NamedTuple):
    """The cells in which target and actual are held against each other."""

    is_number: str
    actual: str
    sign: str
    is_met: str
    method: str


HELD_CELLS = 6


class Row(NamedTuple):
    """The cells of an indicator that decide how it is judged."""

    class_path: str
    name: str
    direction: str


def hold(rows: PageRows, column: int, target: Read, actual: Read, row: Row) -> Held:
    """Put the cells that convert the unit, find the direction and the method, and compare."""
    at = [rows.at(column + n) for n in range(HELD_CELLS)]
    is_number, converted, default, sign, is_met, method = at
    t, a = target.unit, actual.unit
    same = f'OR({t}={a},{t}="",{a}="")'
    known = f"SUMPRODUCT(--(jx_unit={t}))*SUMPRODUCT(--(jx_unit={a}))>0"
    of = f"LOOKUP(2,1/(jx_unit={t}),jx_unit_of)=LOOKUP(2,1/(jx_unit={a}),jx_unit_of)"
    comparable = f"IF({same},TRUE,IF({known},IFERROR({of},FALSE),FALSE))"
    both = f"IF(AND({target.is_number},{actual.is_number}),{comparable},FALSE)"
    _put(rows, column, both, is_array=True)
    factor = f"LOOKUP(2,1/(jx_unit={a}),jx_unit_factor)/LOOKUP(2,1/(jx_unit={t}),jx_unit_factor)"
    number = f"IF({same},{actual.number},{actual.number}*{factor})"
    _put(rows, column + 1, f'IF({is_number},{number},"")', is_array=True)
    by_class = f"IFERROR(LOOKUP(2,1/(jx_class={row.class_path}),jx_class_default),{_FAR})"
    by_name = f"MIN(IF(ISNUMBER(FIND(jx_word,{row.name})),jx_word_number,{_FAR}))"
    _put(rows, column + 2, f"MIN({by_class},{by_name})", is_array=True)
    usual = f'IFERROR(LOOKUP(2,1/(jx_default={default}),jx_default_sign),"≥")'
    stated = f'IF({row.direction}<>"",{row.direction},{target.sign})'
    _put(rows, column + 3, f'IF({stated}<>"",{stated},{usual})', is_array=True)
    met = _is_met(target.number, converted, sign, stated)
    _put(rows, column + 4, f"IF({is_number},{met},FALSE)")
    chain = "jx_method_5"
    for n, operator in reversed(tuple(enumerate(("≥", "≤", ">", "<"), 1))):
        chain = f'IF({sign}="{operator}",jx_method_{n},{chain})'
    _put(
        rows,
        column + 5,
        f"IFERROR(LOOKUP(2,1/(jx_class={row.class_path}),{chain}),0)",
        is_array=True,
    )
    return Held(is_number, converted, sign, is_met, method)


def _is_met(target: str, actual: str, sign: str, stated: str) -> str:
    usual = f"{actual}>={target}"
    for operator, formula in (("≤", "<="), ("<", "<"), (">", ">")):
        usual = f'IF({sign}="{operator}",{actual}{formula}{target},{usual})'
    bare_nought = f'AND({target}=0,OR({stated}="",{sign}="="))'
    return f"IF({bare_nought},{actual}=0,{usual})"


def _put(rows: PageRows, column: int, formula: str, *, is_array: bool = False) -> None:
    rows.put(column, Live(f"={formula}", "", is_array), FormLook.WORKING)
