"""A11: “《甲办法》《乙办法》《丙办法》等三项制度”: a count behind a list of titles, against the titles."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS, to_number
from generator.base.pattern import Pattern
from generator.rules.dossier.slip import Slip

_TITLE = Pattern("《[^《》]{2,80}》")
_COUNTED = Pattern(
    r"(?P<titles>(?:《[^《》]{2,80}》(?:[、，,和及与]|以及)?)+)(?P<open>等)?"
    rf"(?P<count>[0-9]{{1,2}}|[两{NUMERALS[1:]}]{{1,2}})(?P<unit>[项个部份种件])"
    "(?:(?:管理|工作|内部|配套|规章|政策|业务|财务|相关)*"
    "(?:制度|办法|文件|方案|规定|细则|规范|标准|规程|通知|意见|预案|政策))"
)
_STOPS = ("，", ",")
_FEWEST = 2


def titles_in(line: str) -> Iterator[Slip]:
    """Titles may be more of them than are counted never, and fewer only behind 等."""
    for found in _COUNTED.finditer(line):
        if found["titles"].endswith(_STOPS):
            continue  # 依据《甲办法》，制定三项制度: another thing is counted
        said, listed = found["count"], len(_TITLE.findall(found["titles"]))
        count = int(said) if said.isdigit() else to_number(said)
        is_open = found["open"] is not None and count is not None and listed < count
        if count is None or listed < _FEWEST or listed == count or is_open:
            continue
        left, right = f"{said}{found['unit']}", f"{listed} {found['unit']}"
        yield Slip("items-before", found.start(), found[0][:40], left, right)
