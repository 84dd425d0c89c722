"""Names of bodies: two spellings within a unit are told, neighbours with names alike are not."""

from generator.base.document_place import DocumentPlace
from generator.read.draft import Draft, SubjectDraft
from generator.use.audit.name_pairs import held_together
from generator.use.audit.units_of_files import UnitFiles
from tests.rules.forms import WORDING


def draft(file, unit, authority=""):
    subject = SubjectDraft("project")
    if authority:
        subject.put(("project", "authority"), authority, DocumentPlace(paragraph=1))
    made = Draft({"name": unit}, 2023, [subject])
    made.stamp(file)
    return made


def together(*units):
    drafts = [one for unit in units for one in unit]
    groups = held_together(drafts, [UnitFiles([], list(unit)) for unit in units], WORDING.apart)
    return [sorted(one.source for one in group) for group in groups]


def test_of_few_units_all_names_are_compared():
    units = [draft("1", "某县图书馆")], [draft("2", "某县图书馆馆")]
    assert together(*units) == [["1", "2"]]


def test_of_many_units_those_of_one_unit_are_and_neighbours_are_not():
    units = [
        [draft("1", "某县江平镇卫生院"), draft("2", "某县江平镇卫生站")],
        [draft("3", "某县河平镇卫生院")],
        [draft("4", "某县湖平镇卫生院")],
        [draft("5", "某县海平镇卫生院")],
    ]
    assert together(*units) == [["1", "2"], ["3"], ["4"], ["5"]]


def test_a_name_that_one_file_prints_is_held_against_one_that_many_print():
    names = ["某县卫生健康局"] * 3 + ["某县卫生健康委", "某市财政局"]
    units = [[draft(str(n), f"第{n}单位", name)] for n, name in enumerate(names)]
    assert together(*units)[-1] == ["0", "3"]
    assert len(together(*units)) == len(units) + 1
    assert len(together(*units[1:])) == len(units) - 1  # two files are not many
