"""Forms that miss a page by little: set tighter, or told where nobody may touch their letters."""

import json

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.conftest import PROJECT, ROOT, UNIT

ALONE = UNIT.replace("[unit]", 'documents = ["form"]\n[unit]')
FIRST = "\n[[indicator]]"
ROW = f"""{FIRST}
class = "产出/数量"
name = "购书册数{{n}}"
target = "≥20册"
actual = "20册"
weight = 1
"""


def with_rows(number):
    return PROJECT.replace(FIRST, "".join(ROW.format(n=n) for n in range(number)) + FIRST, 1)


@pytest.mark.parametrize(
    ("number", "is_own", "says"),
    [
        (20, True, []),  # one page
        (22, True, ["表有 2 页，末页只有 92 磅（13%）"]),
        (22, False, []),  # set tighter
        (32, True, []),  # three tenths of the second page
    ],
)
def test_a_form_that_misses_a_page_is_told(number, is_own, says, dossier, run, workspace):
    if is_own:
        own = workspace / "templates" / "docx"
        own.mkdir(parents=True)
        document = Document(str(ROOT / "templates" / "docx" / "project-form.docx"))
        columns = document.tables[0]._tbl.tblGrid.gridCol_lst
        columns[-1].w, columns[-2].w = columns[-1].w - 635, columns[-2].w + 635  # a twip
        document.save(str(own / "project-form.docx"))
    _, out, _ = run("build", dossier(ALONE, with_rows(number)), "--draft", "--format", "json")
    told = [problem for problem in json.loads(out)["problems"] if problem["code"] == "O27"]
    assert [problem["message"] for problem in told] == says
    assert {problem["severity"] for problem in told} <= {"note"}


def test_a_form_over_several_pages_is_imported_as_one_on_a_single_page_would_be(
    dossier, run, workspace
):
    folder = dossier(ALONE, with_rows(60))
    found = []
    for layout in ("fitted", "fixed"):
        (workspace / "jixiao.toml").write_text(f'layout = "{layout}"\n', encoding="utf-8")
        out, taken = workspace / layout, workspace / f"{layout}-imported"
        run("build", folder, "--draft", "-o", out)
        (own,) = out.rglob("*.docx")
        labels = ["".join(cell.itertext()) for cell in Document(str(own)).element.iter(qn("w:tc"))]
        assert any("（续）" in label for label in labels) is (layout == "fitted")
        run("import", own, "-o", taken)
        found.append({p.name: p.read_text(encoding="utf-8") for p in taken.rglob("*.toml")})
    assert found[0] == found[1]
    assert any("购书册数59" in text for text in found[0].values())
