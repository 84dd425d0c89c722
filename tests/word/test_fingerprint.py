"""What a Word file says, whatever program wrote it down."""

from hypothesis import given
from hypothesis import strategies as st

from generator.word.fingerprint import text_fingerprint, words_beside

FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def of(body: str) -> str:
    return text_fingerprint(
        {"word/document.xml": f"<w:document><w:body>{body}</w:body></w:document>"}
    )


def test_words_cut_into_other_runs_are_the_same():
    whole = paragraph(run("全年支出95万元。"))
    cut = paragraph("<w:r><w:t>全年</w:t></w:r>", run("支出95"), "<w:r><w:t >万元。</w:t></w:r>")
    assert of(whole) == of(cut)


def test_blanks_and_empty_paragraphs_do_not_count():
    assert of(paragraph(run("甲 乙")) + paragraph()) == of(paragraph(run("甲乙")))


def test_a_paragraph_more_counts():
    assert of(paragraph(run("甲")) + paragraph(run("乙"))) != of(paragraph(run("甲乙")))


def test_what_fields_show_and_deleted_words_do_not_count():
    plain = paragraph(run("第页"))
    assert of(paragraph(run("第"), FIELD, run("页"))) == of(plain)
    assert of(paragraph(run("第"), "<w:del w:id='1'>", run("旧"), "</w:del>", run("页"))) == of(
        plain
    )


def test_a_picture_counts():
    assert of(paragraph(run("甲"), '<wp:docPr id="1"/>')) != of(paragraph(run("甲")))


def test_signs_of_xml_are_read_as_themselves():
    assert of(paragraph(run("甲&amp;乙"))) == of(paragraph(run("甲&#38;乙")))


def test_a_text_that_breaks_off_is_read_as_far_as_it_goes():
    assert text_fingerprint({"word/document.xml": "<w:p><w:r><w:t>断"})


def test_headers_and_notes_are_read_however_they_are_numbered():
    one = words_beside({"word/header1.xml": paragraph(run("页眉")), "word/styles.xml": "<w:t>x"})
    assert one == words_beside({"word/header7.xml": paragraph(run("页眉"))}) == {"页眉"}


@given(st.lists(st.lists(st.text("甲乙 &;丙", max_size=6), max_size=4), max_size=5))
def test_a_text_with_a_field_in_it_is_read_like_one_without(texts):
    body = "".join(paragraph(*(run(t.replace("&", "&amp;")) for t in own)) for own in texts)
    assert of(f"{body}{paragraph(FIELD)}") == of(f"{body}{paragraph()}")
