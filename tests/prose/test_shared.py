"""Texts that many dossiers share: compiled to Python, they say what the sandbox says."""

from pathlib import Path

import pytest

from generator.figures.figure import text_figure
from generator.load.workspace import find_workspace
from generator.model.units import Units
from generator.prose import render as rendering
from generator.prose.marks import join_marked
from generator.prose.shared import LONGEST_RESULT, fill_shared
from generator.use.build.documents import plan_documents
from generator.use.check.examine import examine
from generator.use.library import Library

INPUTS = Path(__file__).parents[2] / "inputs"
FIGURE = text_figure("p/name", "图书购置")
NAMES = {
    "name": FIGURE,
    "word": "词",
    "many": ["甲", "乙", "丙"],
    "empty": [],
    "table": {"name": FIGURE, "inner": {"word": "里"}},
    "look": {"图书": FIGURE}.__getitem__,
}
UNITS = Units(())


def by_sandbox(text, names=NAMES, units=UNITS):
    return join_marked(rendering.render(text, names, units))


@pytest.mark.parametrize("folder", sorted(INPUTS.iterdir()), ids=lambda p: p.name)
@pytest.mark.parametrize("is_draft", [False, True])
def test_the_standard_wording_of_a_dossier_is_the_same_both_ways(monkeypatch, folder, is_draft):
    pairs = []

    def both(text, names, units):
        quick = fill_shared(text, names, units)
        pairs.append((quick, by_sandbox(text, names, units)))
        return quick

    monkeypatch.setattr(rendering, "fill_shared", both)
    library = Library(find_workspace(folder)[0])
    plan_documents(examine(folder, library, is_draft=is_draft), library)
    assert all(quick in (None, slow) for quick, slow in pairs)
    assert is_draft or all(quick is not None for quick, _ in pairs)


@pytest.mark.parametrize(
    "text",
    [
        "{{ name }}的{{ word }}",
        '{{ table["name"] }}{{ table.inner.word }}',
        "{{ name.shown }}{{ name.label }}",
        "{% for one in many %}{% if not loop.first %}、{% endif %}{{ one }}{% endfor %}",
        "{% for one in empty %}{{ one }}{% else %}没有{% endfor %}",
        "{% for a in many %}{% for b in many %}{{ a }}{{ b }}{% if loop.last %}。{% endif %}{% endfor %}{% endfor %}",
        "{% if table.lack is defined %}有{% else %}无{% endif %}",
        "{% if lack.lack.lack is defined %}有{% endif %}",
        "{% if lack is not defined and word == '词' %}是{% elif word %}否{% endif %}",
        "{{ '有' if many else '无' }}{{ '有' if '丁' in many else '无' }}",
        "{% if not empty or name != word %}\n一行\n{% endif %}\n两行\n",
        "{{ look('图书') }}",
        "没有引用",
    ],
)
def test_what_is_compiled_says_what_the_sandbox_says(text):
    assert fill_shared(text, NAMES, UNITS) == by_sandbox(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ lack }}",
        "{{ table.lack }}",
        "{{ many }}",
        "{{ 3 }}",
        "{{ word.upper }}",
        "{% if lack %}有{% endif %}",
        "{{ lack('图书') }}",
        "{% if lack('图书').x is defined %}有{% endif %}",
        "{{ word | to('元') }}",
        "{{ name | to('元') }}",
        "{% for one in word.lack %}{% endfor %}",
        "{% for one in many if one %}{{ one }}{% endfor %}",
        "{% for one in many %}{{ loop.index }}{% endfor %}",
        "{% set a = 1 %}",
        "{{ 1 + 1 }}",
        "{{ name",
        "{% for a in many %}{% for b in many %}{% for c in many %}x{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_what_is_rich_or_wrong_is_left_to_the_sandbox(text):
    assert fill_shared(text, NAMES, UNITS) is None


def test_a_text_without_end_is_left_to_the_sandbox():
    long = {"many": ["字" * 1000] * 200}
    text = "{% for a in many %}{% for b in many %}{{ b }}{% endfor %}{% endfor %}"
    assert len(long["many"]) ** 2 * 1000 > LONGEST_RESULT
    assert fill_shared(text, long, UNITS) is None


def test_code_that_was_kept_is_used_again(monkeypatch, tmp_path):
    from generator.prose import shared

    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))
    text = "{{ name }}：{% if word %}{{ word }}{% endif %}"
    shared._compiled.cache_clear()
    first = fill_shared(text, NAMES, UNITS)
    shared._compiled.cache_clear()
    monkeypatch.setattr("generator.prose.compile.compile_shared_text", None)
    assert fill_shared(text, NAMES, UNITS) == first
    shared._compiled.cache_clear()
