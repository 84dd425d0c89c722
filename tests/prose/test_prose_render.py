"""Prose that quotes figures: strict, sandboxed, and every slip told at its line."""

from pathlib import Path

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.check.examine import examine
from generator.use.library import Library


@pytest.fixture
def say(dossier):
    """Render a text as a project's overview; returns its words and the problems it raised."""

    def call(text: str):
        folder = dossier(change={'"为全县读者购置图书。"': f'"""\n{text}"""'})
        found = examine(folder, Library(find_workspace(folder)[0]))
        from generator.model.spans import plain_text
        from generator.narrative.unit_words import own_words
        from generator.prose.figure_marks import split_spans

        library = Library(find_workspace(folder)[0])
        (subject,) = found.dossier.subjects
        words = own_words(subject, found.names["books"], library.units).texts["overview"]
        return plain_text(split_spans(words)), [p for p in found.problems if p.code == "I20"]

    return call


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("支出{{ funds.spent }}。", "支出95万元。"),
        ("支出{{ funds.spent.number }}。", "支出95。"),
        ('支出{{ funds.spent | to("元") }}。', "支出950000元。"),
        ('支出{{ funds.spent | to("亿元") }}。', "支出0.0095亿元。"),
        ("执行率{{ funds.rate }}。", "执行率95%。"),
        ('{{ indicator("购书册数").actual }}', "20500册"),
        ('{{ indicator("产出/数量/购书册数").target }}', "≥20000册"),
        ("得{{ score.total }}，{{ score.grade }}", "得93.5分，优"),
        ('{{ total("budget") }}，{{ projects.count }}', "100万元，1个"),
        ('{{ project("books").funds.spent }}', "95万元"),
        ("{{ year }}年{{ unit.name }}{{ name }}", "2023年某县图书馆图书购置"),
        (
            "{% for s in funds.sources %}{{ s.name }}{{ s.budget }}{% endfor %}",
            "当年财政拨款100万元",
        ),
        (
            "{% for s in funds.sources %}{% if not loop.first %}，{% endif %}{{ s.name }}{% endfor %}",
            "当年财政拨款",
        ),
        ("{% if score.grade is defined %}有{% else %}无{% endif %}", "有"),
        ('{% if fact("通车里程") is defined %}有{% else %}无{% endif %}', "无"),
        ('{{ indicator("通车里程").actual if indicator("通车里程") is defined else "无" }}', "无"),
        ("没有引用 { 的 } 文字", "没有引用 { 的 } 文字"),
    ],
)
def test_text_quotes_figures(say, text, words):
    assert say(text) == (words, [])


def test_an_unknown_name_is_a_problem_at_its_line_and_column_with_suggestions(say):
    _, (problem,) = say("第一行\n支出 {{ funds.spnt }}")
    assert problem.place.file.endswith("books.toml")
    assert problem.quote == "spnt"
    lines = Path(problem.place.file).read_text(encoding="utf-8").split("\n")
    assert lines[problem.place.line - 1][problem.place.column - 1 :].startswith("spnt")
    assert "spent" in problem.hint


def test_an_unknown_indicator_is_told_with_the_nearest_one(say):
    _, (problem,) = say('{{ indicator("购书册书").actual }}')
    assert "购书册数" in problem.hint
    _, (problem,) = say('{% if indicator("购书册书") is defined %}有{% endif %}')
    assert "购书册数" in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "{{ funds.spent * 2 }}",
        "{{ funds.spent + funds.budget }}",
        "{{ ''.__class__ }}",
        "{{ funds.__class__.__mro__ }}",
        "{{ indicator.__globals__ }}",
        "{{ indicator('购书册数').__init__ }}",
        "{{ self }}",
        "{{ cycler }}",
        "{{ range(10) }}",
        "{{ 'x' * 1000000000 }}",
        "{% set a = 1 %}",
        "{% import 'os' as os %}",
        "{% include 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{{ 5 }}",
        "{{ funds }}",
        "{{ indicator }}",
        "{{ total }}",
        '{{ funds.spent | to("件") }}',
        '{{ "x" | upper }}',
        "{{ funds.spent",
        "{% if %}",
        "{{ [1] }}",
        "{{ indicator(1) }}",
        "{{ indicator() }}",
        '{{ "a".format() }}',
        "{{ name.format }}",
        "{{ year() }}",
        "{% for a in projects.all %}{% for b in projects.all %}{% for c in projects.all %}x{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_whatever_is_more_than_quoting_is_a_problem_and_never_a_crash(say, text):
    _, problems = say(text)
    assert len(problems) == 1
    assert problems[0].place.line > 0


def test_marks_cannot_be_forged_in_inputs(dossier, run):
    folder = dossier(change={"为全县读者": "为\ufdd0全县读者"})
    code, out, _ = run("check", folder)
    assert code == 1
    assert "U+FDD0" in out


def test_a_slip_is_told_wherever_the_text_will_be_printed(dossier, run):
    from tests.conftest import PROJECT, UNIT

    report = (
        '[[report]]\nid = "all"\ntitle = "x"\n[report.text]\nsum = "{{ total("spnt") }}"\n'.replace(
            '"{{', "'{{"
        ).replace('}}"', "}}'")
    )
    project = PROJECT.replace('actual = "8%"', 'actual = "8%"\nactual-text = "增长{{ fcat }}"')
    department = (
        '[[safeguard]]\ntitle = "x"\n[[safeguard.item]]\ntitle = "y"\ntext = "{{ year1 }}"\n'
    )
    code, out, _ = run("check", dossier(unit=UNIT + report, project=project, department=department))
    assert code == 1
    assert out.count("错误 I20") == 3


@pytest.mark.parametrize(
    "change",
    [
        ("[project]", '[facts]\n"册数" = "{{ year }}册"\n\n[project]'),
        ('name = "', 'name = "{% if a %}'),
        ('name = "', 'name = "甲}}'),
    ],
)
def test_a_tag_where_nothing_is_quoted_is_told_at_its_value(dossier, run, change):
    from tests.conftest import PROJECT

    code, out, _ = run("check", dossier(project=PROJECT.replace(*change, 1)))
    assert code == 1
    assert "错误 I20 这一项不引用数据" in out


def test_a_heading_may_quote(dossier, run):
    from tests.conftest import PROJECT

    titles = '\n[titles]\nreport = "{{ year }}年报告"\n'
    _, out, _ = run("check", dossier(project=PROJECT + titles))
    assert "这一项不引用数据" not in out
