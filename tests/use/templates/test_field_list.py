"""What may be quoted is listed, and every example of it can be written so."""

from pathlib import Path

import docx
import pytest

from generator.language.cut import cut
from generator.language.filter_list import SIGNATURES
from generator.language.statements import read_program
from generator.load.workspace_folder import find_workspace
from generator.model.blocks import Signature
from generator.prose.name_list import LISTS, NAMES, example_of, general
from generator.prose.prose_render import render
from generator.prose.quoted_figures import quoted_figures
from generator.use.check.examine import examine
from generator.use.library import Library
from generator.use.templates.field_list import filters, prose_names, template_fields
from generator.word.template_fields import every_example
from generator.word.word_render import Renderer
from tests.conftest import PROJECT, UNIT
from tests.own_form import VALUES, own_workspace
from tests.word.samples import MANNER, form_document, indicator, part

INPUTS = Path(__file__).parents[3] / "inputs"


@pytest.fixture(scope="module")
def examined():
    folders = sorted(INPUTS.iterdir())
    return [examine(folder, Library(find_workspace(folder)[0])) for folder in folders]


def test_every_figure_of_our_dossiers_has_a_listed_name(examined):
    for own in examined:
        for owner in ("", *(subject.id for subject in own.dossier.subjects)):
            library = Library(find_workspace(own.path)[0])
            names = own.names[owner]
            for quotation, label, _ in quoted_figures(own.book, owner, names, library.units):
                assert general(quotation) in NAMES, label


def test_what_is_listed_of_a_dossier_prints_the_value_beside_it(examined):
    for own in examined:
        owners = {subject.name: subject.id for subject in own.dossier.subjects}
        owner = ""
        library = Library(find_workspace(own.path)[0])
        for name, _, example, value in prose_names(own, library):
            if not example:
                owner = owners.get(name.strip("〔〕"), "")
                continue
            spans = render(example, own.names[owner], library.units)
            assert "".join(span.text for span in spans) == value


@pytest.mark.parametrize("name", [*NAMES, *LISTS])
def test_every_example_of_prose_can_be_read(name):
    example = example_of(name)
    if not example.rstrip("} ").endswith("…"):
        assert not read_program(cut(example), 2).faults


def test_every_example_of_a_template_is_one(tmp_path):
    document = docx.Document()
    for _, _, example in every_example():
        ends = "".join("{% endif %}" for _ in range(example.count("{% if")))
        ends += "".join("{% endfor %}" for _ in range(example.count("{% for")))
        document.add_paragraph(f"{example}{ends}")
    path = tmp_path / "own.docx"
    document.save(str(path))
    signed = form_document([indicator()])._replace(signature=Signature((), ()))
    told = Renderer().render([part(path, signed)], MANNER).problems
    assert [p.message for p in told if "“……”" not in p.message] == []


def test_every_filter_is_listed_with_an_example_that_can_be_read():
    assert [own.name for own in filters(is_prose=False)] == [f"|{name}" for name in SIGNATURES]
    for own in filters(is_prose=False):
        text = own.example + ("{% endfor %}" if "{% for" in own.example else "")
        assert not read_program(cut(text), 2).faults
    assert "|merge" not in [own.name for own in filters(is_prose=True)]


def test_fields_of_a_dossier_come_with_their_values(examined):
    own = next(one for one in examined if one.path.name.startswith("ziyang"))
    library = Library(find_workspace(own.path)[0])
    listed = {one.name: one.value for one in template_fields(own, library)}
    assert listed["form.spent"]
    assert listed["rows.indicators[].name"]


def test_what_a_form_has_of_its_own_comes_with_its_values(dossier, workspace):
    own_workspace(workspace)
    folder = dossier(
        UNIT.replace("mof-2020", "county-2020"), PROJECT.replace("[funds]", f"{VALUES}\n[funds]", 1)
    )
    library = Library(find_workspace(folder)[0])
    own = examine(folder, library)
    listed = {one.name: one.value for one in template_fields(own, library)}
    assert listed['choice("评价方式")'] == "□单位自评　☑第三方评价"
    assert listed['choice("评价方式")["第三方评价"]'] == "☑"
    assert listed['table("三公经费")["购置费"]["支出"]'] == "9.5"
    assert listed['table("三公经费").total["支出"]'] == "13.25"
    assert listed['table("设备清单")[]["设备"]'] == "自助借还机"
    prose = {one.name: (one.example, one.value) for one in prose_names(own, library)}
    assert prose['choice("评价方式")'][1] == "□单位自评　☑第三方评价"
    for name, said in (('["购置费"]["支出"]', "9.5万元"), ('.total["支出"]', "13.25万元")):
        example, value = prose[f'table("三公经费"){name}']
        spans = render(example, own.names["books"], library.units)
        assert "".join(span.text for span in spans) == value == said


def test_filters_are_written_with_names_of_their_own_kind_of_file():
    texts = {own.name: own.example for own in filters(is_prose=True)}
    words = {own.name: own.example for own in filters(is_prose=False)}
    assert "funds.spent" in texts["|to"]
    assert "form.spent" in words["|to"]
    assert not [own for own in texts.values() if "rows." in own or "form." in own]
