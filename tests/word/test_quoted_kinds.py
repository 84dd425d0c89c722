"""Whether a template quotes anything of a form is told from its words, however Word cut them into runs."""

import docx
import pytest

from generator.word.quoted_kinds import quotes_tables


@pytest.mark.parametrize(
    ("runs", "is_so"),
    [
        (["{{ form.name }}"], True),
        (["{{ fo", "rm", ".name }}"], True),
        (['{{ classes["产出"].weight }}'], True),
        (["{{ steps[0].by }}"], True),
        (['{{ table("甲").total["乙"] }}'], True),
        (["{{ title }}{{ signature.name }}"], False),
        (["{%p for block in body %}"], False),
    ],
)
def test_what_a_template_quotes_is_told_from_its_words(tmp_path, runs, is_so):
    document = docx.Document()
    paragraph = document.add_paragraph()
    for words in runs:
        paragraph.add_run(words)
    path = tmp_path / "own.docx"
    document.save(str(path))
    assert quotes_tables(path) is is_so
