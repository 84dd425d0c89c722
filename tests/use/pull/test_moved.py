"""What a person moved to where no input reaches stays in the inputs: half a move is not pulled."""

import docx
import pytest

from generator.word.xml import parse
from tests.use.pull.folders import built, example, inputs_of

BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>'
    "<w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def into_a_footer(document, words):
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    footer.add_paragraph(words)


def into_a_text_box(document, words):
    home = next(p for p in document.paragraphs if len(p.text) > 20 and words not in p.text)
    home._p.append(parse(BOX.format(words).encode()))


def away(document, words):
    pass


@pytest.fixture
def pulled(tmp_path, run, monkeypatch):
    """Take the longest paragraph out of an own text and put it elsewhere; returns what came of it."""

    def make(elsewhere):
        name = "kaiping-2020"
        folder = example(name, tmp_path)
        (path,) = built(name, tmp_path)
        monkeypatch.chdir(tmp_path)
        document = docx.Document(str(path))
        own = next(p for p in document.paragraphs if p.text.startswith("评价采用社会功能分析法"))
        words = own.text
        elsewhere(document, words)
        own._p.getparent().remove(own._p)
        document.save(str(path))
        before = inputs_of(folder)
        code, _, err = run("pull", path, "--apply")
        assert code == 0, err
        return before, inputs_of(folder), err

    return make


@pytest.mark.parametrize("elsewhere", [into_a_footer, into_a_text_box])
def test_a_paragraph_moved_to_where_no_input_reaches_stays_in_its_input(pulled, elsewhere):
    before, after, err = pulled(elsewhere)
    assert after == before
    assert "挪了位置" in err


def test_a_paragraph_that_went_is_taken_out(pulled):
    before, after, _ = pulled(away)
    gone = [keys for keys in before if before[keys] != after.get(keys)]
    assert [keys[-1] for keys in gone] == ["standard"]


def test_a_heading_moved_under_a_new_number_is_not_pulled_by_itself(tmp_path, run, monkeypatch):
    folder = example("ziyang-2022", tmp_path)
    (path,) = built("ziyang-2022", tmp_path)
    monkeypatch.chdir(tmp_path)
    document = docx.Document(str(path))
    heading = next(p for p in document.paragraphs if p.text.startswith("五、存在的问题"))
    place = next(p for p in document.paragraphs if p.text.startswith("四、绩效目标"))
    twin = place.insert_paragraph_before(heading.text.replace("五、", "四、"), heading.style)
    heading._p.getparent().remove(heading._p)
    document.save(str(path))
    before = inputs_of(folder)
    _, _, err = run("pull", path, "--apply")
    assert twin.text in err
    assert inputs_of(folder) == before
