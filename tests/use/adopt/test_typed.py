"""A blank form is adopted, its inputs are filled in by hand, printed, and read back: nothing is lost."""

import re
import textwrap
from decimal import Decimal

import pytest
import tomli

from generator.model.foreign_document import ReadTable
from generator.use.foreign_file import read_foreign
from tests.use.adopt.layouts import LAYOUTS
from tests.use.adopt.typed import TYPED


def parsed(text):
    return tomli.loads(text, parse_float=Decimal)


def read(path):
    return parsed(path.read_text(encoding="utf-8"))


def bare(value, unprinted):
    """Leave out what a form prints of its points, which nobody types, and what it has no place for."""
    if isinstance(value, dict):
        gone = ("stated", "stated-rate", "rate-places", *unprinted)
        kept = {k: bare(v, unprinted) for k, v in value.items() if k not in gone}
        return {k: v for k, v in kept.items() if v not in ("", {}, [])}
    return [bare(v, unprinted) for v in value] if isinstance(value, list) else value


@pytest.fixture(params=LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def begun(request, run, workspace):
    """Adopt the blank form of a layout and begin inputs for it."""
    form = workspace / "form.docx"
    form.write_bytes(request.param.blank)
    assert run("adopt", form, "-o", workspace)[0] == 0
    folder = workspace / "inputs" / "typed"
    assert run("init", folder, "--scheme", "form")[0] == 0
    return TYPED[request.param.name], folder


def declared(workspace, kind):
    path = workspace / "templates" / "forms" / "form.toml"
    return [item["key"] for item in read(path).get(kind, [])] if path.is_file() else []


def test_inputs_begin_with_everything_that_the_form_has(begun, workspace):
    typed, folder = begun
    assert {path.name for path in folder.glob("*.toml")} == {"unit.toml", typed.file}
    text = (folder / typed.file).read_text(encoding="utf-8")
    fields = declared(workspace, "field")
    said = re.findall(r'^(?:# )?"(.*?)" += .+$', text[text.index("[fields]") :], re.MULTILINE)
    assert said[: len(fields)] == fields
    columns = declared(workspace, "indicator-field")
    assert all(list(row.get("fields", {})) == columns for row in all_rows(parsed(text)))
    assert all(f'"{name}"' in text for name in (*fields, *columns))
    wanted = parsed(textwrap.dedent(typed.subject))
    asked = {row["class"] for row in all_rows(parsed(text))}
    assert asked == {row["class"] for row in all_rows(wanted)}


def all_rows(values):
    own = values.get("indicator", [])
    return [*own, *(row for goal in values.get("goals", []) for row in goal["indicator"])]


def test_a_form_in_yuan_prints_yuan_whatever_is_typed(run, workspace):
    (layout,) = (one for one in LAYOUTS if one.name == "classes-in-front")
    form = workspace / "form.docx"
    form.write_bytes(layout.blank)
    run("adopt", form, "-o", workspace)
    folder = workspace / "inputs" / "typed"
    folder.mkdir(parents=True)
    subject = '[project]\nname = "桥栏更换"\n[funds]\nunit = "万元"\nbudget = 9\nspent = 8.1\n'
    (folder / "project-1.toml").write_text(subject, encoding="utf-8")
    unit = 'year = 2023\nscheme = "form"\n[unit]\nname = "西川镇建设办"\n'
    (folder / "unit.toml").write_text(unit, encoding="utf-8")
    run("build", folder, "--draft")
    (made,) = (workspace / "outputs" / "typed").glob("*.docx")
    table = next(b for b in read_foreign(made)[0].blocks if isinstance(b, ReadTable))
    assert [table.at(3, column).text for column in (3, 4)] == ["90000", "81000"]


def test_what_is_typed_comes_back(begun, run, workspace):
    typed, folder = begun
    subject = textwrap.dedent(typed.subject)
    (folder / typed.file).write_text(subject, encoding="utf-8")
    unit = f'year = {typed.year}\nscheme = "form"\n[unit]\n{typed.unit}\n'
    (folder / "unit.toml").write_text(unit, encoding="utf-8")
    _, out, err = run("build", folder, "--draft")
    (made,) = (workspace / "outputs" / "typed").glob("*.docx")
    again = workspace / "inputs" / "again"
    assert run("import", made, "-o", again)[0] == 0
    found = read(again / typed.file)
    assert bare(found, typed.unprinted) == bare(parsed(subject), typed.unprinted), (out, err)
    assert read(again / "unit.toml")["year"] == typed.year
