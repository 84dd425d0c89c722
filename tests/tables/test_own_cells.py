"""Amounts that a form declares stand in its own unit of money, whatever unit the inputs have."""

import pytest

from generator.load.workspace_folder import find_workspace
from generator.model.blocks import Cell
from generator.model.spans import plain_text
from generator.tables.own_cells import OwnCells
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.conftest import PROJECT, UNIT
from tests.own_form import FORM, VALUES, own_workspace

FIXED = '[[field]]\nkey = "补助"\nkind = "amount"\nunit = "元"\n'
GIVEN = VALUES.replace("[fields]", '[fields]\n"补助" = 5000', 1)


@pytest.mark.parametrize(
    ("unit", "money", "share", "bought", "total"),
    [
        (None, "80.00", "15.50", "9.5", "13.25"),
        ("万元", "80.00", "15.50", "9.5", "13.25"),
        ("元", "800000.00", "155000.00", "95000", "132500"),
    ],
)
def test_an_amount_is_printed_in_the_unit_of_the_form(
    dossier, workspace, unit, money, share, bought, total
):
    own_workspace(workspace, FORM + FIXED)
    project = PROJECT.replace("\n[funds]", f"{GIVEN}\n[funds]", 1)
    folder = dossier(UNIT.replace("mof-2020", "county-2020"), project)
    library = Library(find_workspace(folder)[0])
    own = examine(folder, library)
    (subject,) = own.dossier.subjects
    cells = OwnCells(subject, own.book, library.units, Cell(), unit)
    fields, rows = cells.fields({}), cells.rows()
    said = {name: plain_text(cell.spans) for name, cell in fields.items()}
    assert said["field[财政资金]"] == money
    assert said["field[自筹资金]"] == share
    assert said["field[补助]"] == "5000"
    assert said["field[受益人数]"] == "1200"
    spent = [plain_text(row.cells["cell[支出]"].spans) for row in rows["table[三公经费]"]]
    assert bought in spent
    (sums,) = rows["table[三公经费].total"]
    assert plain_text(sums.cells["cell[支出]"].spans) == total
