"""A name that no dossier has is told wherever it stands; a name that one of ours has never is."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.base.toml import parse_toml
from generator.language.cut import cut
from generator.language.statements import read_program
from generator.load.packaged import packaged_templates
from generator.load.workspace_folder import find_workspace
from generator.narrative.states import describe_states
from generator.narrative.unit_words import own_words
from generator.prose.name_tree import Asked, Below, Leaf, Rows, snippet_names, text_names
from generator.prose.prose_render import file_faults, render_value
from generator.prose.unknown_names import unknown_names
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.language.samples import NAMES, UNITS

INPUTS = Path(__file__).parents[2] / "inputs"


def unknown(text):
    faults = unknown_names(read_program(cut(text), 2).body, text_names())
    return [(fault.at, fault.word, fault.hint) for fault in faults]


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("{% if year %}好{% elif nope.x %}坏{% endif %}", "nope", "year"),
        ("{{ name if name else funds.spents }}", "spents", "spent"),
        ("{{ name or funds.spents }}", "spents", "spent"),
        ('{% for s in funds.sources %}{{ s.spend }}{% endfor %}', "spend", "spent"),
        ('{% if state.goals == "met" %}{{ texts.overvie }}{% endif %}', "overvie", "overview"),
        ('{% for p in texts.projects %}{% for g in p.goals %}{{ g.exp }}{% endfor %}{% endfor %}', "exp", "expected"),
        ('{{ project("甲").funds.spents }}', "spents", "spent"),
        ('{{ indicator("甲").actul }}', "actul", "actual"),
        ("{% if funds.spents is defined %}好{% endif %}", "spents", "spent"),
        ("{{ name.upper }}", "upper", "number"),
    ],
)  # fmt: skip
def test_a_name_that_there_never_is_is_told_with_the_nearest(text, word, meant):
    ((at, told, hint),) = unknown(text)
    assert (text[at : at + len(word)], told) == (word, word)
    assert meant in hint


@pytest.mark.parametrize(
    "text",
    [
        '{{ field("甲") }}{{ table("甲")["乙"]["丙"] }}{{ choice("甲")["乙"] }}',
        '{{ indicator("甲").field["乙"] }}{{ funds.amount("一季度") }}{{ item("甲").score }}',
        '{{ texts.fields["评价结论"] }}{{ department.funds.spent.number }}',
        "{% for d in texts.duties %}{% for i in d.indicators %}{{ i.mark }}{% endfor %}{% endfor %}",
    ],
)
def test_what_the_data_decides_is_left_to_it(text):
    assert unknown(text) == []


def test_the_texts_that_come_with_the_program_have_no_unknown_name():
    files = sorted((packaged_templates() / "text").glob("*/*.j2"))
    assert files
    assert [p for file in files for p in file_faults(file.name, file.read_text("utf-8"))] == []


def _missing(node, value, path):
    """Give the paths that a dossier has and the tree has not."""
    if isinstance(value, Mapping) and isinstance(node, Below | Leaf):
        known = node.names if isinstance(node, Below) else {}
        for name, own in value.items():
            if isinstance(name, str) and name.isidentifier():
                below = known.get(name)
                yield from (
                    [f"{path}.{name}"] if below is None else _missing(below, own, f"{path}.{name}")
                )
    elif isinstance(value, list) and isinstance(node, Rows):
        for row in value:
            yield from _missing(node.one, row, f"{path}[]")


@pytest.mark.parametrize("folder", sorted(INPUTS.iterdir()), ids=lambda folder: folder.name)
def test_every_name_of_our_dossiers_is_in_the_tree(folder):
    library = Library(find_workspace(folder)[0])
    own = examine(folder, library)
    for owner, names in own.names.items():
        for name, value in names.items():
            if name.isidentifier():
                assert name in text_names(), owner
                assert [*_missing(text_names().get(name), value, name)] == []
    for subject in own.dossier.subjects:
        names = own.names[subject.id]
        scheme = own.scheme.scheme
        state = describe_states(subject, own.sheets[subject.id], scheme, own.book)
        texts = own_words(subject, names, library.units).texts
        assert [*_missing(text_names()["state"], state, "state")] == []
        assert [*_missing(text_names()["texts"], texts, "texts")] == []
        for key in own.book.owned_by(subject.id):
            if "indicator[" in key and not key.startswith("funds") and "field[" not in key:
                one = text_names()["indicator"]
                assert isinstance(one, Asked)
                assert key.rpartition("].")[2] in one.one.names


def test_a_sentence_has_the_indicator_it_is_said_of():
    assert "this" in snippet_names()
    assert "this" not in text_names()


def test_a_text_of_a_dossier_is_told_of_a_branch_that_is_not_reached(tmp_path):
    text = "{% if name %}好{% else %}{{ funds.nope }}{% endif %}"
    file, _ = parse_toml(f'a = "{text}"', tmp_path / "a.toml", "a.toml")
    (problem,) = render_value(file, ("a",), text, NAMES, UNITS).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("I20", 1, 39)


def test_faults_of_a_file_are_told_at_once_and_in_order():
    text = (
        "{{ nope.x }}\n{{ name|round(1) }}\n{% for row in %}{{ row.x }}{% endfor %}{{ funds.no }}"
    )
    found = [(p.place.line, p.quote) for p in file_faults("a.j2", text)]
    assert found == [(1, "nope"), (2, "round"), (3, ""), (3, "no")]
