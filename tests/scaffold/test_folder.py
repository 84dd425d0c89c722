"""A new dossier: complete, explained, ready to fill in, and never over what is there."""

import re
from pathlib import Path

import pytest
import tomli

from generator.base.problem import Place, Severity
from generator.base.toml import parse_toml
from generator.load.packs import Packs
from generator.load.scheme_files import load_scheme
from generator.load.validation import validate
from generator.model.entry import Entry
from generator.model.scheme import Scheme
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.model.workspace import WorkspaceEntry
from generator.scaffold.folder import new_dossier
from generator.scaffold.key_titles import keys_of
from generator.scaffold.new_files import write_new
from tests.conftest import ROOT

SCHEMES = sorted(p.stem for p in (ROOT / "templates" / "schemes").glob("*.toml"))
WORKSPACE = "../../jixiao.toml"
# A line that is asleep: a table, a key, or a row or bracket of an array — never an explanation.
ASLEEP = re.compile(r'^( *)# ((?:  )?(?:\[|\]|\{|[a-zA-Z][\w-]* *= |"[^"]+" = ).*)$', re.MULTILINE)
CHINESE = re.compile("[\u4e00-\u9fff]")


def scheme_of(name: str) -> Scheme | None:
    if not name:
        return None
    loaded, problems = load_scheme(Packs((ROOT / "templates",)), name, Place, 2024)
    assert loaded is not None, problems
    return loaded.scheme


def dossier(tmp_path: Path, scheme: str = "") -> dict[str, str]:
    return new_dossier(tmp_path / "inputs" / "jia-2024", scheme_of(scheme), 2024, "甲局")


def model_of(name: str) -> type[Entry]:
    known: dict[str, type[Entry]] = {
        "unit.toml": UnitEntry,
        "department.toml": DepartmentEntry,
        WORKSPACE: WorkspaceEntry,
    }
    return known.get(name, ProjectEntry)


def awake(text: str) -> str:
    return ASLEEP.sub(r"\1\2", text)


def faults(name: str, text: str) -> list[str]:
    """Return what is wrong besides the blanks that are there to be filled in."""
    file, problems = parse_toml(text, Path(name), name)
    assert file is not None, problems
    _, more = validate(model_of(name), file)
    return [p.message for p in more if not p.message.endswith("不能为空")]


def aliases(model: type[Entry], seen: frozenset[type[Entry]] = frozenset()) -> set[str]:
    found: set[str] = set()
    for key in keys_of(model):
        found.add(key.name)
        if key.model is not None and key.model not in seen:
            found |= aliases(key.model, seen | {key.model})
    return found


@pytest.mark.parametrize("scheme", ["", *SCHEMES])
def test_every_file_parses_and_lacks_only_what_is_to_be_filled_in(tmp_path, scheme):
    for name, text in dossier(tmp_path, scheme).items():
        if name.endswith(".toml"):
            assert faults(name, text) == [], name


@pytest.mark.parametrize("scheme", ["", *SCHEMES])
def test_with_every_line_awake_a_file_still_parses_and_validates(tmp_path, scheme):
    for name, text in dossier(tmp_path, scheme).items():
        if name.endswith(".toml"):
            woken = awake(text)
            assert woken != text
            assert faults(name, woken) == [], name


@pytest.mark.parametrize("scheme", ["", *SCHEMES])
def test_every_key_of_every_model_is_there_with_its_title(tmp_path, scheme):
    for name, text in dossier(tmp_path, scheme).items():
        if not name.endswith(".toml"):
            continue
        for alias in aliases(model_of(name)):
            assert re.search(rf"(?<![\w-]){re.escape(alias)}(?:[\]. ]|$)", text, re.MULTILINE), (
                name,
                alias,
            )
        for key in keys_of(model_of(name)):
            assert key.title in text
            for inner in keys_of(key.model) if key.model else ():
                assert inner.title in text, (name, key.name, inner.name)
                assert inner.note in text, (name, key.name, inner.name)


def test_every_key_carries_its_value_or_its_example_when_awake(tmp_path):
    """What stands there is what the model knows: no key is only mentioned."""
    data = tomli.loads(awake(dossier(tmp_path, "hubei-2020")["project-1.toml"]))
    assert set(data) == {key.name for key in keys_of(ProjectEntry)}
    assert set(data["indicator"][0]) == {
        k.name for m in keys_of(ProjectEntry) if m.name == "indicator" for k in keys_of(m.model)
    }


def test_an_explanation_begins_in_chinese_so_that_nobody_takes_it_for_a_key(tmp_path):
    for name, text in dossier(tmp_path, "mof-2021").items():
        if not name.endswith(".toml"):
            continue
        asleep = {found.group(0) for found in ASLEEP.finditer(text)}
        for line in text.splitlines():
            if line.startswith("# ") and line not in asleep:
                assert CHINESE.search(line), line
                assert not re.match(r"# [a-z\[{]", line), line


def test_a_live_line_never_holds_an_invented_value(tmp_path):
    """Only the year, the unit, the scheme and its classes and sources are filled in."""
    scheme = scheme_of("hunan-2023")
    text = dossier(tmp_path, "hunan-2023")["project-1.toml"]
    filled = set(re.findall(r'= (?:\{ name = )?"([^"]+)"', re.sub(r"#.*", "", text)))
    classes = {f"{c.name}/{child}" for c in scheme.classes for child in c.children}
    assert filled == classes | set(scheme.fund_rows)


def test_a_scheme_gives_one_row_for_each_of_its_classes(tmp_path):
    data = tomli.loads(dossier(tmp_path, "hubei-hongshan-2020")["project-1.toml"])
    scheme = scheme_of("hubei-hongshan-2020")
    assert [row["class"] for row in data["indicator"]] == [
        f"{c.name}/{child}" for c in scheme.classes for child in c.children
    ]
    assert all("weight" not in row for row in data["indicator"])


def test_a_class_that_changes_the_parts_of_the_score_sleeps(tmp_path):
    text = dossier(tmp_path, "mof-2021")["project-1.toml"]
    classes = [row["class"] for row in tomli.loads(text)["indicator"]]
    assert "成本" not in classes
    assert '# class  = "成本"' in text
    assert "有“成本”指标时才填这一段" in text


def test_shared_scores_are_suggested_only_where_the_unit_weighs_the_classes(tmp_path):
    shared = "# [[shared-score]]"
    assert dossier(tmp_path, "hubei-hongshan-2020")["project-1.toml"].count(shared) == 7
    assert dossier(tmp_path, "hunan-2023")["project-1.toml"].count(shared) == 1


def test_a_department_with_several_goals_has_its_rows_below_a_goal(tmp_path):
    data = tomli.loads(dossier(tmp_path, "hubei-hongshan-2020")["department.toml"])
    assert data["goals"][0]["indicator"][0]["class"] == "产出/数量"
    assert "indicator" not in data


def test_there_is_a_department_file_only_where_the_scheme_has_a_form_for_it(tmp_path):
    assert "department.toml" in dossier(tmp_path, "hunan-2023")
    assert "department.toml" not in dossier(tmp_path, "mof-2020")
    assert "department.toml" not in dossier(tmp_path)


def test_the_unit_knows_year_scheme_and_name(tmp_path):
    data = tomli.loads(dossier(tmp_path, "hunan-2023")["unit.toml"])
    assert data == {"year": 2024, "scheme": "hunan-2023", "unit": {"name": "甲局"}}


def test_a_name_with_quotes_is_written_as_toml_wants_it(tmp_path):
    files = new_dossier(tmp_path / "jia-2024", None, 2024, 'a"\\b')
    assert tomli.loads(files["unit.toml"])["unit"]["name"] == 'a"\\b'


def test_the_files_name_schemas_that_are_written_with_them(tmp_path):
    files = dossier(tmp_path, "hunan-2023")
    for name in ("unit.toml", "project-1.toml", "department.toml"):
        schema = files[name].splitlines()[0].removeprefix("#:schema ")
        assert schema in files


def test_a_workspace_gets_its_mark_once_and_never_inside_the_dossier(tmp_path):
    assert WORKSPACE in dossier(tmp_path)
    assert "../jixiao.toml" in new_dossier(tmp_path / "jia-2024", None, 2024, "甲局")
    (tmp_path / "jixiao.toml").write_text("", encoding="utf-8")
    assert not [name for name in dossier(tmp_path) if name.endswith("jixiao.toml")]


def test_new_files_are_written_where_they_belong(tmp_path):
    folder = tmp_path / "inputs" / "jia-2024"
    files = dossier(tmp_path, "hunan-2023")
    written, problems = write_new(folder, files)
    assert problems == ()
    assert len(written) == len(files)
    assert (tmp_path / "jixiao.toml").is_file()
    assert all((folder / name).read_text(encoding="utf-8") == text for name, text in files.items())


def test_a_file_that_exists_is_left_as_it_is(tmp_path):
    (tmp_path / "unit.toml").write_text("year = 2020\n", encoding="utf-8")
    written, problems = write_new(tmp_path, {"unit.toml": "year = 2024\n", "a.toml": "b = 1\n"})
    assert (tmp_path / "unit.toml").read_text(encoding="utf-8") == "year = 2020\n"
    assert [path.name for path in written] == ["a.toml"]
    assert [(p.code, p.severity) for p in problems] == [("O02", Severity.ERROR)]
    assert problems[0].place.file.endswith("unit.toml")


def test_writing_the_same_again_is_no_problem(tmp_path):
    files = {"unit.toml": "year = 2024\n"}
    write_new(tmp_path, files)
    assert write_new(tmp_path, files) == ((), ())
