"""The shipped schemes say what is known of them, written out here a second time, and no more."""

from functools import cache
from pathlib import Path

import pytest

from generator.load.packs import Packs
from generator.load.scheme_files import SchemeVersions
from generator.model.scheme import Scheme
from generator.model.score_parts import Layout
from generator.use.checked_schemes import checked_scheme

FOLDER = Path(__file__).parents[2] / "templates" / "schemes"
FILES = {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}

NATIONAL_PARTS = "预算执行率 10 · 产出指标 50 · 效益指标 30 · 满意度指标 10 = 100"
PROJECT_LAYOUTS = {
    "mof-2020": [NATIONAL_PARTS],
    "mof-2021": [
        "成本: 预算执行率 10 · 成本指标 20 · 产出指标 40 · 效益指标 20 · 满意度指标 10 = 100",
        NATIONAL_PARTS,
    ],
    "hubei-hongshan-2020": ["预算执行情况 20 · 项目绩效总目标 20 · 项目年度绩效指标 60 = 100"],
    "hubei-2020": ["预算执行情况 20 · 绩效指标 80 = 100"],
    "hunan-2023": [NATIONAL_PARTS],
    "hunan-ziyang-2022": ["预算执行率 10 · 产出指标 50 · 效益指标 40 = 100"],
    "hebei-narrative-2020": [],
    "hebei-goals-2021": [],
    "ningxia": ["决策 10 · 管理 25 · 产出 30 · 效益 35 = 100"],
}
DEPARTMENT_LAYOUTS = {
    "hubei-hongshan-2020": ["预算执行情况 20 · 年度目标 80 = 100"],
    "hunan-2023": [NATIONAL_PARTS],
}
NATIONAL_BANDS, HUBEI_BANDS = "100–80 80–60 60–0", "100–80 80–50 50–0"
TIERS = {
    "mof-2020": NATIONAL_BANDS,
    "mof-2021": NATIONAL_BANDS,
    "hubei-hongshan-2020": HUBEI_BANDS,
    "hubei-2020": HUBEI_BANDS,
    "hunan-2023": NATIONAL_BANDS,
    "hunan-ziyang-2022": NATIONAL_BANDS,
    "hebei-narrative-2020": "",
    "hebei-goals-2021": "",
    "ningxia": NATIONAL_BANDS,
}
NATIONAL_GRADES = "优 90–100 · 良 80–90 · 中 60–80 · 差 0–60"
GRADES = {
    "mof-2020": NATIONAL_GRADES,
    "mof-2021": NATIONAL_GRADES,
    "hubei-hongshan-2020": "",
    "hubei-2020": "",
    "hunan-2023": NATIONAL_GRADES,
    "hunan-ziyang-2022": NATIONAL_GRADES,
    "hebei-narrative-2020": "优秀 90–100 · 良好 80–90 · 中等 70–80 · 差评 0–70",
    "hebei-goals-2021": "",
    "ningxia": NATIONAL_GRADES,
}
FORCE = {
    "mof-2020": (2020, None),
    "mof-2021": (2021, None),
    "hubei-hongshan-2020": (2020, 2020),
    "hubei-2020": (2020, 2022),
    "hunan-2023": (2023, 2023),
    "hunan-ziyang-2022": (2022, 2022),
    "hebei-narrative-2020": (2020, 2020),
    "hebei-goals-2021": (2021, 2021),
    "ningxia": (2020, None),
}
# Whether the document from which the parts come has been read in its own text.
PARTS_VERIFIED = {
    "mof-2020": True,
    "mof-2021": False,
    "hubei-hongshan-2020": False,
    "hubei-2020": True,
    "hunan-2023": False,
    "hunan-ziyang-2022": False,
    "ningxia": True,
}
SCORED = tuple(PARTS_VERIFIED)
NINE_CLASSES = {
    "产出": ("数量", "质量", "时效", "成本"),
    "效益": ("经济效益", "社会效益", "生态效益", "可持续影响"),
    "满意度": ("服务对象满意度",),
}


BEFORE_2025 = 2024


@cache
def versions(name: str) -> SchemeVersions:
    return checked_scheme(Packs((FOLDER.parent,)), name)


def scheme(name: str, year: int = BEFORE_2025) -> Scheme:
    loaded, _ = versions(name).of(year)
    assert loaded is not None
    return loaded.scheme


def written(layouts: tuple[Layout, ...]) -> list[str]:
    """Write layouts as the tables above do."""
    lines = []
    for layout in layouts:
        parts = " · ".join(f"{part.label} {part.weight}" for part in layout.part)
        condition = f"{layout.when_class}: " if layout.when_class else ""
        lines.append(f"{condition}{parts} = {layout.total}")
    return lines


def verified(name: str, basis: str) -> bool:
    found = scheme(name).basis_of(basis)
    assert found is not None
    return found.verified


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_scheme_has_no_fault(name: str) -> None:
    assert {year: problems for year, (_, problems) in versions(name).versions if problems} == {}


@pytest.mark.parametrize("name", FILES)
def test_a_scheme_is_named_like_its_file_and_begins_by_saying_what_it_is(name: str) -> None:
    text = FILES[name].read_text(encoding="utf-8")
    assert scheme(name).id == name
    assert text.startswith("# ")
    assert "不知道的：" in text[: text.index("\n\n")]


def test_the_nine_schemes_are_there() -> None:
    assert set(FILES) >= set(PROJECT_LAYOUTS)


@pytest.mark.parametrize("name", PROJECT_LAYOUTS)
def test_the_parts_are_those_of_the_table(name: str) -> None:
    assert written(scheme(name).project) == PROJECT_LAYOUTS[name]
    assert written(scheme(name).department) == DEPARTMENT_LAYOUTS.get(name, [])


@pytest.mark.parametrize("name", TIERS)
def test_the_tiers_are_those_of_the_table(name: str) -> None:
    assert " ".join(f"{t.to}–{t.from_}" for t in scheme(name).tier) == TIERS[name]
    assert all(t.from_included for t in scheme(name).tier)


@pytest.mark.parametrize("name", GRADES)
def test_the_grades_are_those_of_the_table(name: str) -> None:
    grades = scheme(name).grade
    assert " · ".join(f"{g.word} {g.from_}–{g.to}" for g in grades) == GRADES[name]


@pytest.mark.parametrize("name", FORCE)
def test_a_published_form_holds_only_for_its_year(name: str) -> None:
    force = scheme(name).force
    assert (force.from_, force.to) == FORCE[name]


@pytest.mark.parametrize("name", PARTS_VERIFIED)
def test_parts_are_verified_only_where_a_source_was_read(name: str) -> None:
    layouts = (*scheme(name).project, *scheme(name).department)
    bases = {part.basis for layout in layouts for part in layout.part} | {x.basis for x in layouts}
    assert {verified(name, basis) for basis in bases} == {PARTS_VERIFIED[name]}


def test_nothing_of_the_2021_document_counts_as_verified() -> None:
    assert not any(basis.verified for basis in scheme("mof-2021").basis)


@pytest.mark.parametrize("name", FILES)
def test_no_clause_is_cited_that_nobody_has_read(name: str) -> None:
    assert not any(basis.clause for basis in scheme(name).basis)


@pytest.mark.parametrize("name", ["hubei-hongshan-2020", "hubei-2020"])
def test_the_hubei_forms_state_their_reverse_formula(name: str) -> None:
    (method,) = [m for m in scheme(name).method if "≤" in m.when]
    assert (method.kind, method.basis) == ("inverse-ratio", "form")


@pytest.mark.parametrize(
    "name", ["mof-2020", "mof-2021", "hunan-2023", "hunan-ziyang-2022", "ningxia"]
)
def test_elsewhere_the_reverse_formula_is_ours_and_says_so(name: str) -> None:
    (method,) = [m for m in scheme(name).method if "≤" in m.when]
    basis = scheme(name).basis_of(method.basis)
    assert basis is not None
    assert (method.kind, basis.id, basis.verified) == ("inverse-ratio", "derived", False)
    assert "文件没有写明反向指标" in basis.remark


@pytest.mark.parametrize("name", SCORED)
def test_every_kind_of_target_has_a_method(name: str) -> None:
    judged = {situation for method in scheme(name).method for situation in method.when}
    directed = {"≥", ">", "≤", "<", "="}
    assert judged >= directed | {"range", "yes-no", "date", "text", "qualitative"}
    has_execution = any(p.kind == "execution" for x in scheme(name).project for p in x.part)
    assert ("execution" in judged) is has_execution


@pytest.mark.parametrize("name", SCORED)
def test_costs_and_rates_of_control_are_to_stay_below(name: str) -> None:
    (default,) = scheme(name).default_direction
    assert default.direction == "≤"
    assert (default.classes, default.name_contains) == (("成本",), ("控制率",))


@pytest.mark.parametrize("name", SCORED)
def test_the_bounds_of_the_bureaus_are_kept(name: str) -> None:
    bounds = scheme(name).thresholds
    assert bounds.over_completion is not None
    assert bounds.execution is not None
    assert bounds.over_completion.percent == 130
    assert bounds.execution.percent == 90


@pytest.mark.parametrize("name", SCORED)
def test_scores_have_two_decimals(name: str) -> None:
    rounding = scheme(name).rounding
    assert rounding is not None
    assert (rounding.places, rounding.compare) == (2, "half-up")


def test_only_hongshan_rounds_its_execution_score_to_a_whole_point() -> None:
    whole = {
        (name, part.id)
        for name in FILES
        for layout in (*scheme(name).project, *scheme(name).department)
        for part in layout.part
        if part.places is not None
    }
    assert whole == {("hubei-hongshan-2020", "execution")}


@pytest.mark.parametrize("name", ["hebei-narrative-2020", "hebei-goals-2021"])
def test_a_scheme_without_scores_has_no_scoring(name: str) -> None:
    found = scheme(name)
    assert (found.project, found.department, found.method, found.tier) == ((), (), (), ())


def test_only_the_2021_document_says_where_the_weight_of_satisfaction_goes() -> None:
    moves = {
        (name, part.id, part.moves_to)
        for name in FILES
        for layout in (*scheme(name).project, *scheme(name).department)
        for part in layout.part
        if part.moves_to
    }
    assert moves == {("mof-2021", "satisfaction", "benefit")}


def test_the_2021_document_scores_execution_and_satisfaction_in_steps() -> None:
    steps = {
        method.when[0]: f"of {method.of}: "
        + " ".join(f"{step.from_}→{step.points}" for step in method.steps)
        for method in scheme("mof-2021").method
        if method.kind == "steps"
    }
    assert steps == {
        "execution": "of 10: 100→10 80→7 60→5",
        "satisfaction": "of 10: 90→10 80→8 60→5",
    }
    assert {m.when for m in scheme("mof-2021").method if m.pass_line} == {("≥", ">"), ("=",)}


@pytest.mark.parametrize("name", ["mof-2020", "hunan-2023", "hebei-goals-2021"])
def test_the_national_form_has_nine_level_2_classes(name: str) -> None:
    assert {c.name: c.children for c in scheme(name).classes} == NINE_CLASSES


@pytest.mark.parametrize("name", ["mof-2020", "mof-2021", "hunan-2023", "hunan-ziyang-2022"])
def test_the_national_form_prints_three_rows_of_funds(name: str) -> None:
    assert scheme(name).fund_rows == ("当年财政拨款", "上年结转资金", "其他资金")


def test_in_ziyang_and_hongshan_satisfaction_is_printed_inside_benefit() -> None:
    for name, satisfaction in (
        ("hunan-ziyang-2022", "服务对象满意度"),
        ("hubei-hongshan-2020", "满意度"),
    ):
        found = {c.name: c.children for c in scheme(name).classes}
        assert satisfaction in found["效益"]
        assert "满意度" not in found


def test_the_notes_under_the_hongshan_forms_differ_by_one_sentence() -> None:
    found = scheme("hubei-hongshan-2020")
    assert len(found.project_notes) == len(found.department_notes) == 4
    assert found.project_notes[:3] == found.department_notes[:3]
    assert found.department_notes[3] == found.project_notes[3] + "约束性指标以负数计分。"
    assert "100-80%（含80%）、80-50%（含50%）、50-0%" in found.project_notes[2]


def test_local_scored_schemes_are_held_against_the_national_one() -> None:
    local = set(SCORED) - {"mof-2020", "mof-2021"}
    assert {name for name in FILES if scheme(name).national == "mof-2020"} >= local


def test_nothing_is_required_in_spring_that_only_the_year_brings() -> None:
    for name in FILES:
        late = {"goal.achieved", "indicator.actual", "funds.spent"}
        assert not late & set(scheme(name).required.goals)
