"""Random paragraphs as programs write them, and a second reader that shares nothing with the first."""

from typing import NamedTuple

from hypothesis import strategies as st
from lxml import etree

WN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WN}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LOOKS = ("", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:color w:val="FF0000"/></w:rPr>')
WORDS = st.text("甲乙丙丁 1", min_size=1, max_size=4)
SOME = st.text("子丑寅 2", max_size=4)
LOOK = st.sampled_from(LOOKS)


def ours(number: int) -> str:
    return f"_jx{0xABCDEF00 + number % 3:08x}_{number:08x}"


_PIECES = st.lists(
    st.one_of(
        WORDS.map(lambda words: f'<w:t xml:space="preserve">{words}</w:t>'),
        st.sampled_from(("<w:br/>", "<w:tab/>", "<w:t/>", '<w:br w:type="page"/>')),
        st.sampled_from(
            (
                '<w:footnoteReference w:id="#"/>',
                '<w:sym w:font="Wingdings" w:char="F0#"/>',
                "<w:pict><!--#--></w:pict>",
                '<w:commentReference w:id="#"/>',
            )
        ),
    ),
    min_size=1,
    max_size=3,
)


def run_of(pieces: str, look: str = "") -> str:
    return f"<w:r>{look}{pieces}</w:r>"


_RUN = st.builds(lambda pieces, look: run_of("".join(pieces), look), _PIECES, LOOK)
_PLAIN = st.builds(
    lambda words, look: run_of(f'<w:t xml:space="preserve">{words}</w:t>', look), WORDS, LOOK
)
_STRUCK = st.builds(
    lambda words: (
        f'<w:del w:id="#" w:author="某">{run_of(f"<w:delText>{words}</w:delText>")}</w:del>'
    ),
    WORDS,
)
_SIMPLE = st.builds(
    lambda words: f'<w:fldSimple w:instr="PAGE">{run_of(f"<w:t>{words}</w:t>")}</w:fldSimple>',
    WORDS,
)
_FIELD = st.builds(
    lambda words, before, is_one: ("</w:r><w:r>" if not is_one else "").join(
        (
            f'<w:r><w:t xml:space="preserve">{before}</w:t><w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>REF #</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            f'<w:t xml:space="preserve">{words}</w:t>',
            '<w:fldChar w:fldCharType="end"/></w:r>',
        )
    ),
    WORDS,
    SOME,
    st.booleans(),
)
_SILENT = st.sampled_from(
    ('<w:proofErr w:type="spellStart"/>', '<w:commentRangeStart w:id="#"/>', "<w:bookmarkPair/>")
)
_LEAF = st.one_of(_PLAIN, _PLAIN, _RUN, _STRUCK, _SIMPLE, _FIELD, _SILENT)
_AROUND = {
    "ours": '<w:bookmarkStart w:id="#" w:name="@"/>{}<w:bookmarkEnd w:id="#"/>',
    "theirs": '<w:bookmarkStart w:id="#" w:name="own#"/>{}<w:bookmarkEnd w:id="#"/>',
    "ins": '<w:ins w:id="#" w:author="某">{}</w:ins>',
    "hyperlink": '<w:hyperlink w:anchor="own#">{}</w:hyperlink>',
    "sdt": '<w:sdt><w:sdtPr><w:id w:val="#"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
}


def _wrapped(inner):
    around = st.sampled_from(("ours", "ours", "ours", *_AROUND))
    return st.builds(
        lambda kind, pieces: _Around(kind, tuple(pieces)), around, st.lists(inner, max_size=4)
    )


class _Around(NamedTuple):
    kind: str
    inner: tuple


class _Numbers:
    def __init__(self) -> None:
        self.last = 0

    def write(self, piece) -> str:
        self.last += 1
        number = str(self.last)
        if isinstance(piece, _Around):
            name = ours(self.last)
            inner = "".join(map(self.write, piece.inner))
            first, _, last = _AROUND[piece.kind].partition("{}")
            return first.replace("#", number).replace("@", name) + inner + last.replace("#", number)
        if piece == "<w:bookmarkPair/>":
            piece = '<w:bookmarkStart w:id="#" w:name="at#"/><w:bookmarkEnd w:id="#"/>'
        return piece.replace("#", number)


def _paragraph(pieces, has_properties):
    numbers = _Numbers()
    inner = "".join(map(numbers.write, pieces))
    own = "<w:pPr><w:jc w:val='left'/><w:rPr><w:i/></w:rPr></w:pPr>" if has_properties else ""
    body = etree.fromstring(f'<w:body xmlns:w="{WN}"><w:p>{own}{inner}</w:p></w:body>')
    return body[0]


PARAGRAPHS = st.builds(
    _paragraph,
    st.lists(st.recursive(_LEAF, _wrapped, max_leaves=8), max_size=6),
    st.booleans(),
)


class Letter(NamedTuple):
    """A character, how it looks, and the numbers of the links, controls and insertions around it."""

    said: str
    look: str
    around: tuple[str, ...]


class Seen(NamedTuple):
    """A paragraph as it is read a second time; places are counted in characters."""

    letters: list[Letter]
    things: list[tuple[int, str]]
    marks: dict[str, tuple[int, int]]
    struck: str

    @property
    def text(self) -> str:
        return "".join(letter.said for letter in self.letters)


_AS_CHARACTERS = {"br": "\n", "tab": "\t"}
_AS_THINGS = ("footnoteReference", "sym", "pict", "commentReference")


def see(paragraph) -> Seen:
    """Go through all elements in their order."""
    eye = _Eye()
    for element in paragraph.iter():
        if isinstance(element.tag, str):
            eye.see(element, etree.QName(element).localname)
    assert not eye.open, "a bookmark that never ends"
    assert eye.depth == 0
    return Seen(eye.letters, eye.things, eye.marks, "|".join(eye.struck))


class _Eye:
    def __init__(self) -> None:
        self.letters, self.things, self.struck = [], [], []
        self.marks, self.open = {}, {}
        self.depth = 0  # of fields

    def see(self, element, name: str) -> None:
        if name in {"bookmarkStart", "bookmarkEnd"}:
            self._bookmark(element, name)
        elif name == "fldChar":
            kind = element.get(f"{W}fldCharType")
            self.depth += {"begin": 1, "end": -1}.get(kind, 0)
            self._thing(kind)
        elif name == "delText":
            self.struck.append(element.text)
        elif name in _AS_THINGS:
            self._thing(etree.tostring(element, with_tail=False).decode())
        elif name in {"fldSimple", "del"} or (name == "br" and element.get(f"{W}type")):
            self._thing(name)
        elif name == "instrText" or (name == "t" and self._is_in_field(element)):
            self._thing(element.text)
        elif name == "t" or name in _AS_CHARACTERS:
            self._letters(element, element.text if name == "t" else _AS_CHARACTERS[name])

    def _bookmark(self, mark, name: str) -> None:
        number = mark.get(f"{W}id")
        if name == "bookmarkStart":
            assert number not in self.open
            self.open[number] = (mark.get(f"{W}name"), len(self.letters))
            return
        own, at = self.open.pop(number)
        assert own not in self.marks
        self.marks[own] = (at, len(self.letters))

    def _is_in_field(self, element) -> bool:
        return self.depth > 0 or next(element.iterancestors(f"{W}fldSimple"), None) is not None

    def _thing(self, said) -> None:
        self.things.append((len(self.letters), said))

    def _letters(self, element, said) -> None:
        if element.tag == f"{W}t" and said and said != said.strip():
            assert element.get(SPACE) == "preserve"
        around = tuple(
            f"{etree.QName(a).localname} {a.get(f'{W}id') or a.get(f'{W}anchor')}"
            for a in element.iterancestors(f"{W}ins", f"{W}hyperlink", f"{W}sdt")
        )
        look = element.getparent().find(f"{W}rPr")
        shown = "" if look is None else etree.tostring(look, with_tail=False).decode()
        self.letters += [Letter(letter, shown, around) for letter in said or ""]


def is_ours(name: str) -> bool:
    return name.startswith("_jx")
