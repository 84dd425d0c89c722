"""Classes that a form prints without an indicator: named in the inputs as far as those can hold them."""

from pathlib import Path

import pytest

from generator.load.packs import find_packs
from generator.load.workspace_folder import find_workspace
from generator.model.printed_words import PrintedCell, PrintedForm, PrintedRow
from generator.read.draft import SubjectDraft
from generator.use.import_.bare_classes import bare_classes, keep_bare_classes
from generator.use.library import Library
from generator.use.workspace_labels import make_label_book


@pytest.fixture(scope="module")
def book():
    return make_label_book(find_packs(None))[0]


def row(level2, name, number=-1, level1=""):
    said = {"level1": level1, "level2": level2, "name": name}
    return PrintedRow({column: PrintedCell(text) for column, text in said.items()}, number)


FULL = row("社会效益指标", "受益村民", 0)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([FULL, row("生态 效益\n指标", "")], ["生态效益指标"]),
        ([row("生态效益指标", ""), FULL], ["生态效益指标"]),
        ([row("生态效益指标", ""), row("", "岸坡绿化", 1)], []),  # its indicators stand below it
        ([FULL, row("小计", "合计")], []),
        ([FULL, row("", "")], []),
        ([row("生态效益指标", "", 1)], []),  # a row of the inputs
        ([FULL, row("生态效益指标", "无")], ["生态效益指标"]),
        ([FULL, row("生态效益指标", "—")], ["生态效益指标"]),
    ],
)
def test_a_class_with_no_indicator_in_its_row_or_below_is_bare(rows, names, book):
    assert [name for _, name in bare_classes(rows, book)] == names


BARE = (row("社会效益指标", "受益村民", 0, "效益指标（30分）"), row("生态效益指标", ""))
OTHER = (row("数量指标", "", level1="产出指标"), *BARE)


@pytest.mark.parametrize(
    ("rows", "used", "own_classes", "goals", "kept"),
    [
        (BARE, ["效益/社会效益"], True, 0, ["效益/生态效益"]),
        (OTHER, ["效益/社会效益"], True, 0, ["产出/数量", "效益/生态效益"]),
        (BARE, ["效益/生态效益"], True, 0, None),  # it has some in another table
        (BARE, ["效益/社会效益"], False, 0, None),  # the scheme leaves no class to the unit
        (BARE, ["效益/社会效益"], True, 1, ["效益/生态效益"]),
        (BARE, ["效益/社会效益"], True, 2, None),
    ],
)
def test_a_bare_class_is_kept_as_one_that_is_not_evaluated(
    rows, used, own_classes, goals, kept, book
):
    scheme = Library(find_workspace(Path())[0]).schemes["mof-2020"][0].scheme
    document = next(one for one in scheme.document if one.empty_classes == "drop")
    subject = SubjectDraft("project")
    subject.values["indicator"] = [{"class": path} for path in used]
    if goals:
        subject.values["goals"] = [{"name": f"目标{n}"} for n in range(goals)]
    subject.printed = PrintedForm(document=document.id, rows={"rows.indicators": rows})
    keep_bare_classes(subject, scheme.changed(own_classes=own_classes), book)
    told = "".join(subject.remarks)
    assert subject.values.get("not-evaluated") == kept
    assert ("照样印这一行" in told, "里不记" in told) == (bool(kept), not kept)
