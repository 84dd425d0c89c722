"""Values as XML holds them."""

from xml.sax.saxutils import quoteattr

import pytest

from generator.word.value_xml import attribute


@pytest.mark.parametrize(
    "words", ["", "自评表", 'a"b', "a'b", "a\"'b", "<&>\n\t\r", "\"<甲>\" & '乙'"]
)
def test_an_attribute_is_written_as_the_library_writes_it(words):
    assert attribute(words) == quoteattr(words)
