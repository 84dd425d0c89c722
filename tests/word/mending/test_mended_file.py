"""Files that are not mended: of the strict format, and one whose words would change."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.page_mend import Gone, Mend
from generator.word.mending.mended_file import mended_file
from generator.word.package import DOCUMENT, PackageError, join_plain, read_parts
from tests.rules.page.letter import written

TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def test_a_change_that_would_take_words_along_is_refused():
    with pytest.raises(PackageError, match="会动到文字"):
        mended_file(written(), [Mend("blank-lines", DocumentPlace(paragraph=1), Gone())], {})


def test_a_file_of_the_strict_format_is_refused():
    parts = read_parts(written())
    parts[DOCUMENT] = parts[DOCUMENT].replace(TRANSITIONAL, STRICT)
    with pytest.raises(PackageError, match="严格"):
        mended_file(join_plain(parts), [], {})


def test_an_empty_paragraph_with_a_bookmark_stays():
    parts = read_parts(written())
    mark = b'<w:bookmarkStart w:id="7" w:name="a"/><w:bookmarkEnd w:id="7"/></w:p>'
    first = parts[DOCUMENT].index(b"</w:p>", parts[DOCUMENT].index(b"</w:t>", 0))
    second = parts[DOCUMENT].index(b"</w:p>", first + 1)
    third = parts[DOCUMENT].index(b"</w:p>", second + 1)
    parts[DOCUMENT] = parts[DOCUMENT][:third] + mark + parts[DOCUMENT][third + 6 :]
    done = mended_file(
        join_plain(parts), [Mend("blank-lines", DocumentPlace(paragraph=3), Gone())], {}
    )
    assert done.made == ()
