"""Forms that miss a page by little: set tighter, or told where nobody may touch their letters."""

import json
import shutil

import pytest

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
        shutil.copy(ROOT / "templates" / "docx" / "project-form.docx", own)
    _, out, _ = run("build", dossier(ALONE, with_rows(number)), "--draft", "--format", "json")
    told = [problem for problem in json.loads(out)["problems"] if problem["code"] == "O27"]
    assert [problem["message"] for problem in told] == says
    assert {problem["severity"] for problem in told} <= {"note"}
