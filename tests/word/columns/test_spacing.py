"""Room between letters, written into runs: the words stay, and everything else of them."""

import pytest

from generator.word.columns.spacing import Spacing, spaced
from generator.word.columns.xml_text import text_of

LOOK = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:sz w:val="21"/></w:rPr>'


def run(words, look=LOOK):
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def test_a_stretch_within_a_run_gets_a_run_of_its_own():
    made = spaced(f"<w:pPr/>{run('购书2万册')}", [Spacing(1, 3, -4)])
    wide = LOOK.replace("<w:sz ", '<w:spacing w:val="-4"/><w:sz ')
    assert made == f"<w:pPr/>{run('购')}{run('书2', wide)}{run('万册')}"


def test_a_stretch_may_go_over_runs_and_what_stands_between_them():
    mark = '<w:bookmarkStart w:id="1" w:name="a"/>'
    made = spaced(f"{run('购书')}{mark}{run('2万册')}", [Spacing(1, 4, 6)])
    assert text_of(made) == "购书2万册"
    assert made.count('<w:spacing w:val="6"/>') == 2
    assert made.index(mark) > made.index("书")


@pytest.mark.parametrize(
    "inner",
    [
        "<w:t>甲&lt;乙&amp;丙</w:t>",
        "<w:t>甲乙</w:t><w:br/><w:t>丙</w:t>",
        "<w:t>甲</w:t><w:tab/><w:t>丙丁</w:t>",
        "<w:t/>",
    ],
)
def test_words_breaks_and_signs_of_xml_stay(inner):
    paragraph = f"<w:r>{inner}</w:r>"
    assert text_of(spaced(paragraph, [Spacing(1, 3, 5)])) == text_of(paragraph)


def test_room_that_a_run_has_already_is_not_written_twice():
    made = spaced(run("甲乙", '<w:rPr><w:spacing w:val="9"/></w:rPr>'), [Spacing(0, 2, 5)])
    assert made.count("<w:spacing ") == 1


def test_a_paragraph_with_more_than_words_stays_as_it_is():
    paragraph = f"{run('甲乙')}<w:r><w:footnoteReference w:id='2'/></w:r>"
    assert spaced(paragraph, [Spacing(0, 2, 5)]) == paragraph
