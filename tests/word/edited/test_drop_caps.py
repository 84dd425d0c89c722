"""Drop caps: the framed letter is put back into its paragraph, behind the anchors that begin there."""

import io

import docx
import pytest

from generator.word.edited.drop_caps import without_drop_caps
from generator.word.edited.file import WordFile
from generator.word.package import DOCUMENT, join_plain, read_parts

BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:pPr>{frame}</w:pPr><w:r><w:t>牢</w:t></w:r></w:p>"
    '<w:p><w:pPr/><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>记</w:t></w:r>'
    '<w:bookmarkEnd w:id="1"/></w:p></w:body></w:document>'
)


def file_with(frame):
    usual = io.BytesIO()
    docx.Document().save(usual)
    parts = read_parts(usual.getvalue())
    return join_plain({**parts, DOCUMENT: BODY.format(frame=frame).encode()})


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_the_letter_stands_within_the_anchor_of_its_paragraph(kind):
    data = without_drop_caps(file_with(f'<w:framePr w:dropCap="{kind}"/>'))
    said = read_parts(data)[DOCUMENT].decode()
    assert said.count("<w:p>") == 1
    assert said.index("bookmarkStart") < said.index("牢") < said.index("记")


@pytest.mark.parametrize("frame", ["", '<w:framePr w:w="100"/>', '<w:framePr w:dropCap="none"/>'])
def test_other_paragraphs_stay_apart(frame):
    data = without_drop_caps(file_with(frame))
    assert [p.text for p in WordFile(data).passages()] == ["牢", "记"]
