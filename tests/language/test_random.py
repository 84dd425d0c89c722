"""Whatever stands between braces gives words, or one problem at its place; nothing else, and soon."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.language.cut import cut
from generator.language.program_run import LONGEST_TEXT
from generator.language.quoting_fault import LanguageError
from generator.prose.prose_gap import DRAFT
from generator.prose.prose_render import render, render_file
from tests.language.samples import NAMES, UNITS

ATOMS = st.sampled_from(
    [
        "word", "name", "funds", "funds.spent", "funds.nope", "nope", "nope.nope", "rows", "rows[0]",
        "rows[9].name", "many", "look", "look('渠道')", "look('x')", "look(word)", "look()", "loop.first",
        "'字'", '"字"', "0", "3", "9" * 40, "3000000000", "1.5", "1e9", "true", "none", "self", "cycler",
        "range(9)", "''.__class__", "name.__class__", "look.__globals__", "{}", "[]", "(1,2)", "('a')",
        "funds['spent']", "rows['x']", "“词”", "名称", "'", '"', "lipsum()", "dict(a=1)", "day",
    ]
)  # fmt: skip
OPERATORS = st.sampled_from(
    ["==", "!=", "<", ">", "<=", ">=", "in", "not in", "+", "-", "*", "/", "//", "%", "**", "~", "and", "or", "is", "=", ",", "."]
)  # fmt: skip
FILTERS = st.sampled_from(
    ["to('元')", "to(3)", "to", "round(1)", "default('x')", "upper", "format('0.00')", "format('x')", "number",
     "unit", "sign", "sign('定性')", "capital", "date('YYYY')", "date(1)", "join('、')", "join('、','name')",
     "of('产出')", "of(1)", "goal(1)", "without_goal", "merge", "indent", "nosuch", "attr('x')", "map('upper')"]
)  # fmt: skip
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, OPERATORS, inner).map(" ".join),
        st.tuples(inner, FILTERS).map("|".join),
        inner.map("({})".format),
        inner.map("not {}".format),
        inner.map("{} is defined".format),
        st.tuples(inner, inner).map("{0[0]}({0[1]})".format),
        st.tuples(inner, inner, inner).map("{0[0]} if {0[1]} else {0[2]}".format),
        st.tuples(inner, st.sampled_from(["name", "spent", "number", "x"])).map(".".join),
    ),
    max_leaves=8,
)
TAGS = st.one_of(
    EXPRESSIONS.map("{{{{ {} }}}}".format),
    EXPRESSIONS.map("{{% if {} %}}甲{{% endif %}}".format),
    EXPRESSIONS.map("{{% for x in {} %}}{{{{ x }}}}{{% endfor %}}".format),
    st.sampled_from(
        ["{% set a = 1 %}", "{% include 'x' %}", "{% macro m() %}{{ m() }}{% endmacro %}", "{% raw %}{{ x }}{% endraw %}",
         "{% else %}", "{% endif %}", "{% endfor %}", "{% %}", "{{ }}", "{{", "{%", "{#", "{{ 'a'*3000000000 }}",
         "{% for x in rows recursive %}{{ loop(rows) }}{% endfor %}", "{% if word %}", "{% for x in many %}"]
    ),
)  # fmt: skip
TEXTS = st.lists(st.one_of(TAGS, st.text(max_size=3)), min_size=1, max_size=3).map("".join)


def said(text, *, is_draft=False):
    """Return the words of a text and its problems; both ways of asking agree."""
    names = {**NAMES, DRAFT: True} if is_draft else NAMES
    rendered = render_file("a.j2", text, names, UNITS)
    if rendered.problems:
        with pytest.raises(LanguageError) as error:
            render(text, names, UNITS)
        assert error.value.message == rendered.problems[0].message
        return "", rendered.problems
    spans = render(text, names, UNITS)
    return "".join(span.text for span in spans), ()


def assert_told(text, problems):
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert problem.message
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1


@given(EXPRESSIONS, st.booleans())
@example("funds.nope >= 3", True)
@example("rows[0] == rows[1]", False)
def test_every_expression_gives_words_or_one_problem_at_its_place(expression, is_draft):
    text = f"前\n{{{{ {expression} }}}}后"
    words, problems = said(text, is_draft=is_draft)
    assert bool(problems) != bool(words)
    assert len(problems) <= 1, problems
    assert_told(text, problems)
    assert all(problem.place.line == 2 for problem in problems) or "\n" in expression


@given(TEXTS, st.booleans())
def test_every_text_gives_words_or_problems_and_never_a_crash(text, is_draft):
    words, problems = said(text, is_draft=is_draft)
    assert not (words and problems)
    assert_told(text, problems)


@given(st.text(st.sampled_from("{}%#|.()[]'\"\\ ab甲\n-=1<~"), max_size=30))
def test_no_heap_of_signs_is_too_odd(text):
    _, problems = said(text)
    assert_told(text, problems)
    at = 0
    for piece in cut(text):
        assert at <= piece.start <= piece.end <= len(text)
        at = piece.end


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 5000 + "word" + ")" * 5000,
        "not " * 5000 + "word",
        "word" + ".x" * 5000,
        "word" + "|to('元')" * 5000,
        " or ".join(["word"] * 5000),
        "word if " * 3000 + "word",
        "9" * 100_000,
        "look(" * 3000 + "word" + ")" * 3000,
        "'a'*3000000000",
    ],
)
def test_what_is_deep_or_huge_is_a_problem_at_its_place(expression):
    _, (problem,) = said(f"{{{{ {expression} }}}}")
    assert problem.place.line == 1


@pytest.mark.parametrize("kind", ["if word", "for x in many"])
def test_what_is_nested_too_deep_is_a_problem(kind):
    word = kind.split()[0]
    _, problems = said(f"{{% {kind} %}}" * 300 + "x" + f"{{% end{word} %}}" * 300)
    assert problems


def test_a_text_does_not_grow_without_end():
    long = {**NAMES, "many": ["字" * 1000] * 200}
    text = "{% for a in many %}{% for b in many %}{{ b }}{% endfor %}{% endfor %}"
    assert len(long["many"]) ** 2 * 1000 > LONGEST_TEXT
    with pytest.raises(LanguageError, match="太长"):
        render(text, long, UNITS)


def test_loops_that_say_nothing_end_as_well():
    many = {**NAMES, "many": ["字"] * 2000}
    with pytest.raises(LanguageError, match="太多"):
        render("{% for a in many %}{% for b in many %}{% endfor %}{% endfor %}", many, UNITS)
