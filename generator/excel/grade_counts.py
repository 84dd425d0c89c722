"""The sheet that counts the grades of projects, unit by unit."""

from generator.excel.formats import Look
from generator.excel.table_sheet import Column, Content, Formula, Sheet, letter_of
from generator.summary.digest_rows import DossierRows
from generator.summary.whole import UNGRADED, Summary, grade_count

GRADES = "等级分布"
_FIRST = 3  # columns before those of grades


def grade_sheet(summary: Summary, projects: Sheet) -> Sheet:
    """Count the grades."""
    titles = [*summary.grades, UNGRADED]
    columns = [
        Column("单位号", Look.COUNT),
        Column("单位"),
        Column("年度", Look.COUNT),
        *(Column(title, Look.COUNT, "sum") for title in titles),
        Column("合计", Look.COUNT, "sum"),
    ]
    rows = [
        _row(n, d, summary.grades, columns, projects) for n, d in enumerate(summary.dossiers, 1)
    ]
    every = [row for _, _, row in summary.projects]
    foot: list[Content] = [
        None,
        "合计",
        None,
        *(grade_count(every, grade) for grade in (*summary.grades, "")),
        len(every),
    ]
    return Sheet(GRADES, columns, rows, 3, foot=foot)


def _row(
    number: int,
    dossier: DossierRows,
    grades: tuple[str, ...],
    columns: list[Column],
    projects: Sheet,
) -> list[Content]:
    cells: list[Content] = []
    for grade in (*grades, ""):
        found = grade_count(dossier.projects, grade)
        if not projects.rows:
            cells.append(found)
            continue
        wanted = f"{letter_of(columns, grade)}$1" if grade else '""'
        ours = f"({projects.span('单位号')}=$A{{row}})"
        text = f"=SUMPRODUCT({ours}*({projects.span('等级')}={wanted}))"
        cells.append(Formula(text, found))
    first, last = letter_of(columns, columns[_FIRST].title), letter_of(columns, UNGRADED)
    whole = Formula(f"=SUM({first}{{row}}:{last}{{row}})", len(dossier.projects))
    return [number, dossier.name, dossier.year, *cells, whole]
