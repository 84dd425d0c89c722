"""Numbers of attachments in a document that somebody else wrote."""

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.rules.audience import Audience
from generator.use.audit.attachment_numbers import check_attachments
from tests.rules.forms import BOOK


def told(*lines: str) -> list[str]:
    blocks = tuple(
        ReadParagraph(line, DocumentPlace(paragraph=n)) for n, line in enumerate(lines, 1)
    )
    document = ReadDocument("外来.docx", "word", blocks)
    told = BOOK.told(check_attachments(document), Audience(is_document=True))
    return [p.message for p in told if p.code == "N05"]


def test_a_file_may_hold_the_second_attachment_of_a_notice_alone():
    assert told("附件2", "项目支出绩效自评表") == []
    assert told("附件2", "自评表", "附件3", "自评报告") == []


def test_a_number_that_is_left_out_is_told():
    assert told("附件1", "自评表", "附件3", "自评报告") == ["附件编号不连续：这里是 3，应为 2"]


def test_the_list_of_a_report_begins_with_one():
    assert told("附件：2.购书清单") == ["附件编号不连续：这里是 2，应为 1"]
