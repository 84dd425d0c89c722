"""What the language says is what Jinja says with the same values and filters."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.program_run import Run
from generator.load.packaged import packaged_templates
from generator.load.workspace_folder import find_workspace
from generator.prose import prose_render as rendering
from generator.prose.figure_marks import join_marked
from generator.use.build.planned_documents import plan_documents
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.language.by_jinja import by_jinja
from tests.language.samples import NAMES, UNITS

INPUTS = Path(__file__).parents[2] / "inputs"


def ours(text, names=NAMES, units=UNITS):
    return join_marked(rendering.render(text, names, units))


def assert_same(text):
    assert ours(text) == by_jinja(text, NAMES, Run(UNITS))


@pytest.mark.parametrize(
    "text",
    [
        "没有引用 { 的 } 文字 } %",
        "{{ name }}的{{word}}",
        "{{ funds['spent'] }}{{ rows[1].name }}{{ name.label }}{{ funds.spent.number }}",
        "{{ look('渠道').actual }}{{ look(\"渠道\").actual.number }}",
        "{% for one in many %}{% if not loop.first %}、{% endif %}{{ one }}{% endfor %}",
        "{% for one in empty %}{{ one }}{% else %}没有{% endfor %}",
        "{% for a in many %}{% for b in many %}{{ a }}{{ b }}{% if loop.last %}。{% endif %}{% endfor %}{% endfor %}",
        "{% for a in many %}{% for b in empty %}{% endfor %}{% if loop.last %}末{% endif %}{% endfor %}",
        "{% if funds.lack is defined %}有{% else %}无{% endif %}",
        "{% if lack.lack.lack is defined %}有{% endif %}",
        "{% if lack is not defined and word == '词' %}是{% elif word %}否{% endif %}",
        "{{ '有' if many else '无' }}{{ '有' if '丁' in many else '无' }}{{ '是' if '甲' not in word else '非' }}",
        "{% if not empty or word != '词' %}\n一行\n{% endif %}\n两行\n",
        "  {% if word %}\n  缩进\n  {% endif %}\n尾\n\n",
        "一 {%- if word -%} 二 {%- endif %} 三{{- word -}} 四",
        "  {%+ if word %}留{% endif %}",
        "甲{# 注 #}\n乙{#- 注 -#} 丙\n  {# 注 #}\n丁",
        "{{ '引\\'号' }}{{ \"换\\n行\" }}{{ '}}' }}{{ '{{' }}",
        "{{ word if word == '词' == '词' else '错' }}",
        "{{ (word or name) if (not blank and many) else blank }}",
        "{{ blank or word }}{{ word and name }}",
        "{{ funds.spent|to('元') }}{{ funds.rate|format('0.00 %') }}{{ funds.spent|capital }}",
        "{{ rows|join('、', 'name') }}{{ many|join('，') }}",
        "{% for row in rows|of('产出') %}{{ row.name }}{{ row.target|sign }}{{ row.target|number }}{{ row.target|unit }}{% endfor %}",
        "{% for row in rows %}\n- {{ row.name }}\n{% endfor %}\n",
        "{% if word == '一' %}一{% elif word == '词' %}二{% else %}三{% endif %}",
        "{% for row in rows %}{% if row.name == '甲' %}一{% elif row.name == '乙' %}二{% else %}三{% endif %}{% endfor %}",
        "{% for row in rows %}{{ row.lack if row.lack is defined else '缺' }}{% endfor %}",
        "{{ true and word }}{% if false %}{% endif %}",
        "甲\r\n{% if word %}\r\n乙\r\n{% endif %}",
        "{%if word%}紧{%endif%}",
        "{{ name\n}}{{\n  word }}",
    ],
)
def test_what_texts_do_is_done_as_jinja_does_it(text):
    assert_same(text)


def test_the_standard_wording_of_our_dossiers_is_the_same_both_ways(monkeypatch):
    pairs = []
    rendered = rendering._rendered

    def both(text, names, units, *, is_shared):
        spans, faults = rendered(text, names, units, is_shared=is_shared)
        if is_shared and not faults:
            pairs.append((join_marked(spans), by_jinja(text, names, Run(units))))
        return spans, faults

    monkeypatch.setattr(rendering, "_rendered", both)
    for folder in sorted(INPUTS.iterdir()):
        library = Library(find_workspace(folder)[0])
        plan_documents(examine(folder, library), library)
    assert pairs
    assert all(one == other for one, other in pairs)


def test_every_packaged_text_is_read_without_a_fault():
    for path in packaged_templates().rglob("*.j2"):
        made = rendering._read(path.read_text(encoding="utf-8"))
        assert not made.faults, (path, made.faults)


VALUES = st.sampled_from(
    ["word", "blank", "name", "funds.spent", "funds.rate", "day", "'字'", "look('渠道').actual"]
)
WORDS = st.sampled_from(["word", "blank", "'词'", "''"])
TESTS = st.recursive(
    st.one_of(
        WORDS,
        st.sampled_from(["many", "empty", "rows", "lack is defined", "funds.x is not defined"]),
        st.tuples(WORDS, st.sampled_from(["==", "!=", "in", "not in"]), WORDS).map(" ".join),
        st.just("word in many"),
    ),
    lambda inner: st.one_of(
        inner.map("not ({})".format),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
            "({0[0]} {0[1]} {0[2]})".format
        ),
    ),
    max_leaves=6,
)
PLAIN = st.text(st.sampled_from("甲乙 \n\t-。{}%#"), max_size=6).filter(
    lambda t: not set(t) & set("{}%#") or t in ("{ ", " }", "% ")
)
PRINTED = st.one_of(
    VALUES.map("{{{{ {} }}}}".format),
    st.tuples(VALUES, TESTS, VALUES).map("{{{{ {0[0]} if {0[1]} else {0[2]} }}}}".format),
    st.sampled_from(
        ["{{ funds.spent|to('元') }}", "{{- word -}}", "{# 注 #}", "{{ day|date('YYYY-MM-DD') }}"]
    ),
)


def chosen(inner):
    return st.one_of(
        st.tuples(TESTS, inner, inner).map(
            "{{% if {0[0]} %}}{0[1]}{{% else %}}{0[2]}{{% endif %}}".format
        ),
        st.tuples(TESTS, inner).map("  {{% if {0[0]} -%}}\n{0[1]}\n {{% endif %}}\n".format),
        st.tuples(st.sampled_from(["many", "empty", "rows|of('产出')"]), inner).map(
            "{{% for x in {0[0]} %}}{0[1]}{{% if not loop.last %}}、{{% endif %}}{{% endfor %}}\n".format
        ),
    )


TEXTS = st.recursive(
    st.one_of(PLAIN, PRINTED),
    lambda i: st.one_of(st.lists(i, max_size=4).map("".join), chosen(i)),
    max_leaves=8,
)


@given(TEXTS.filter(lambda t: t.count("{% for") < 3))
def test_whatever_is_written_in_the_language_reads_as_jinja_reads_it(text):
    assert_same(text)
