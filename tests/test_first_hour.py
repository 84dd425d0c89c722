"""The first hour, from nothing to documents without a problem: once as files of text, once as a workbook."""

import tomli

from generator.load.workspace_folder import find_workspace
from generator.scaffold.new_files import write_new
from generator.use.check.examine import examine
from generator.use.fill.fill import fill, write_filling
from generator.use.init.begin import begin
from generator.use.init.wish import Wish
from generator.use.library import Library
from tests.conftest import ROOT
from tests.excel.form.workbooks import form_of, read, typed

SAMPLE = ROOT / "docs" / "first-hour" / "inputs" / "yunbian-2024"
PROJECTS = ("archives", "hall")
FLAT = ("project", "funds", "goal", "result")
ROW = ("name", "target", "actual", "weight", "reason")


def data_of(path):
    return tomli.loads(path.read_text("utf-8"), parse_float=str)


def typed_values(form, subject, sample):
    """Give what a clerk types into the page of a project; an indicator goes into a row of its class."""
    for table in FLAT:
        for key, value in sample[table].items():
            if not isinstance(value, list):
                yield (subject, (table, key)), value
    for number, row in enumerate(sample["problem"]):
        yield from (((subject, ("problem", number, key)), value) for key, value in row.items())
    (source,) = sample["funds"]["sources"]
    for key in ("initial", "budget", "spent"):
        yield (subject, ("funds", "sources", 0, key)), source[key]
    free: dict[str, list[int]] = {}
    for slot in form.slots.values():
        if slot.subject == subject and slot.keys[0] == "indicator" and slot.keys[-1] == "class":
            free.setdefault(slot.base, []).append(slot.keys[1])
    for row in sample["indicator"]:
        at = free[row["class"]].pop(0)
        yield from (((subject, ("indicator", at, key)), row[key]) for key in ROW if key in row)


def problems_of(folder, library):
    return [
        (p.place.file, p.place.line, p.code, p.message) for p in examine(folder, library).problems
    ]


def test_what_the_readme_fills_in_as_text_has_no_problem():
    assert problems_of(SAMPLE, Library(find_workspace(SAMPLE)[0])) == []


def test_the_same_filled_into_a_workbook_comes_to_the_same_scores(tmp_path):
    library = Library(find_workspace(tmp_path)[0])
    samples = [data_of(SAMPLE / f"{name}.toml") for name in PROJECTS]
    names = tuple(sample["project"]["name"] for sample in samples)
    folder = tmp_path / "inputs" / "云边县档案馆-2024"
    wish = Wish(folder, 2024, unit="云边县档案馆", projects=names)
    written, faults = write_new(folder, begin(wish, library).files)
    assert written
    assert not faults
    blank = form_of(folder)
    form = read(blank).form
    values = {("", ("unit", "date")): "2025-03-14"}
    for number, sample in enumerate(samples, 1):
        values |= dict(typed_values(form, f"project-{number}", sample))
    path = tmp_path / "填报.xlsx"
    path.write_bytes(typed(blank, values))
    filling = fill([path], folder)
    assert [e.reason for e in filling.files[0].entries if e.answer.value != "taken"] == []
    gone = {e.was for e in filling.files[0].entries if e.title == "删去一行"}
    assert gone == {"效益/经济效益", "效益/生态效益", "效益/可持续影响"}
    assert write_filling(filling) == ()
    assert problems_of(folder, library) == []
    assert (
        fill([path], folder).files[0].entries == ()
    )  # classes of which the unit has nothing are gone
    ours, theirs = examine(folder, library).sheets, examine(SAMPLE, library).sheets
    totals = [(sheet.total.value, sheet.grade) for sheet in ours.values()]
    assert totals == [(theirs[name].total.value, theirs[name].grade) for name in PROJECTS]
