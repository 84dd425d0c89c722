"""Schemes of a workspace: those in which nothing is its own are taken as they came with the program, and no other."""

import pytest

from generator.load import scheme_files
from generator.load.packs import Packs
from generator.load.scheme_files import is_of_program, load_schemes
from generator.use import checked_schemes as module
from generator.use.checked_schemes import checked_schemes
from tests.conftest import write_files
from tests.load.test_scheme_files import BASE, OVER

LONE = BASE.replace('id = "base"', 'id = "lone"', 1)
FORM = 'id = "sheet"\ntitle = "表样"\n[[document]]\n'
WITH_FORM = LONE.replace('template = "report.docx"', 'form = "sheet"').replace("lone", "formed")
PROGRAM = {
    "schemes/base.toml": BASE,
    "schemes/over.toml": OVER,
    "schemes/lone.toml": LONE,
    "schemes/formed.toml": WITH_FORM,
    "forms/sheet.toml": FORM,
}
# What a workspace has of its own, and which schemes of the program it leaves as they are.
OWN = [
    ({"docx/own.docx": ""}, {"base", "over", "lone"}),
    ({"schemes/own.toml": OVER.replace('id = "over"', 'id = "own"')}, {"base", "over", "lone"}),
    ({"schemes/base.toml": BASE.replace("虚构省底本", "本县底本")}, {"lone"}),
    ({"schemes/over.toml": "x = "}, {"base", "lone"}),
    ({"forms/other.toml": FORM.replace("sheet", "other")}, {"base", "over", "lone"}),
]


@pytest.fixture(name="packs")
def packs_of(tmp_path, monkeypatch):
    monkeypatch.setenv("JIXIAO_CACHE", "off")
    program = Packs((write_files(tmp_path / "program", PROGRAM),))
    for each in (scheme_files, module):
        monkeypatch.setattr(each, "program_packs", lambda: program)
    monkeypatch.setattr(scheme_files, "packaged_templates", lambda: program.roots[0])
    return lambda own: Packs((write_files(tmp_path / "own", own), *program.roots))


@pytest.mark.parametrize(("own", "same"), OWN)
def test_what_is_taken_from_the_program_is_what_would_have_been_read(packs, own, same, monkeypatch):
    own_packs = packs(own)
    program = Packs(own_packs.roots[1:])
    long_way = checked_schemes(own_packs)
    known = checked_schemes(program)
    last = {id: versions.of() for id, versions in known.items()}
    mine = scheme_files.own_schemes(own_packs)
    assert {id for id in known if is_of_program(id, last, mine)} >= same
    assert checked_schemes(own_packs, known) == long_way
    raw = load_schemes(own_packs)
    monkeypatch.setattr(scheme_files, "is_of_program", lambda *_: False)
    assert load_schemes(own_packs) == raw


def test_a_form_that_hides_one_of_the_program_is_in_the_schemes_that_name_it(packs):
    own_packs = packs({"forms/sheet.toml": FORM.replace("表样", "本县表样")})
    known = checked_schemes(Packs(own_packs.roots[1:]))
    assert checked_schemes(own_packs, known) == checked_schemes(own_packs)
    assert checked_schemes(own_packs, {"base": known["over"]})["base"] != known["over"]
