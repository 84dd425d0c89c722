"""Three versions of a paragraph made of sentences with figures, for properties of merging.

What the person types is made of letters that nothing else is made of, and so is what the inputs
say anew: so it can be told afterwards what became of either.
"""

from typing import NamedTuple

from hypothesis import strategies as st

from generator.roundtrip.printed_text import Printed, Quoted
from generator.roundtrip.three_way import Reading, Stroke

HAND, INPUT = "丙丁戊己庚", "子丑寅卯辰"
VALUES = {
    "预算": ("100万元", "120.5万元", "1,100万元"),
    "支出": ("95万元", "96万元", "361.2万元"),
    "册数": ("20500册", "20700册", "205册"),
    "批次": ("5", "16", "15"),
    "满意": ("93%", "91.5%", "9%"),
}
SENTENCES = (
    ("全年预算", "@预算", "，实际支出", "@支出", "。"),
    ("购书", "@册数", "，读者反映良好。"),
    ("资金拨付及时，专款专用。",),
    ("图书分", "@批次", "批到货，其中两批延迟；"),
    ("款项", "@支出", "已经付清！"),
    ("@满意", "的读者表示满意。"),
    ("下一步延长开放时间",),
)


class Said(NamedTuple):
    """A version: stretches, each with the name of its anchor (or none)."""

    pieces: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.pieces)

    def places(self):
        at = 0
        for words, name in self.pieces:
            if name:
                yield name, at, at + len(words)
            at += len(words)

    def printed(self) -> Printed:
        return Printed(
            self.text,
            tuple(Quoted(a, b, name.partition("#")[0], name) for name, a, b in self.places()),
        )

    def reading(self, *, has_marks: bool = True) -> Reading:
        return Reading(self.text, {n: (a, b) for n, a, b in self.places()} if has_marks else {})


class Versions(NamedTuple):
    base: Said
    person: Said
    new: Said


def sentence(number: int, values) -> list[tuple[str, str]]:
    return [
        (values[piece[1:]], f"{piece[1:]}#{number}") if piece.startswith("@") else (piece, "")
        for piece in SENTENCES[number]
    ]


def said(sentences) -> Said:
    return Said(tuple(piece for one in sentences for piece in one))


def typed(alphabet: str):
    return st.text(alphabet, min_size=1, max_size=4)


@st.composite
def reworded(draw, one, alphabet: str, *, figures: bool):
    """Type into, over or instead of a piece of a sentence, or take it out."""
    own = [n for n, (_, name) in enumerate(one) if figures or not name]
    if not own:
        return [*one, (draw(typed(alphabet)), "")]
    number = draw(st.sampled_from(own))
    words, name = one[number]
    start = draw(st.integers(0, len(words)))
    end = draw(st.integers(start, len(words)))
    text = draw(st.one_of(typed(alphabet), st.just("")) if end > start else typed(alphabet))
    return [*one[:number], (words[:start] + text + words[end:], name), *one[number + 1 :]]


@st.composite
def numbers_and_values(draw):
    numbers = draw(
        st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=4, unique=True)
    )
    return numbers, {figure: draw(st.sampled_from(shown)) for figure, shown in VALUES.items()}


@st.composite
def by_inputs(draw, numbers, values):
    """What inputs do: other figures, other words, sentences dropped, added, moved."""
    now = {
        figure: draw(st.sampled_from((values[figure], *shown))) for figure, shown in VALUES.items()
    }
    made = []
    for number in numbers:
        own = sentence(number, now)
        kind = draw(st.sampled_from(("same", "same", "reword", "drop", "add")))
        if kind == "reword":
            own = draw(reworded(own, INPUT, figures=False))
        if kind != "drop":
            made.append(own)
        if kind == "add":
            made.append([(draw(typed(INPUT)) + "。", "")])
    return made


@st.composite
def by_hand(draw, numbers, values):
    """What a person does: types in and over, takes out, adds; anchors whose words are gone go."""
    made = []
    for number in numbers:
        own = sentence(number, values)
        kind = draw(st.sampled_from(("same", "same", "type", "type", "drop", "add")))
        if kind == "type":
            own = draw(reworded(own, HAND, figures=True))
        if kind != "drop":
            made.append(own)
        if kind == "add":
            made.append([(draw(typed(HAND)) + "。", "")])
    return [[(words, name) for words, name in own if words] for own in made]


@st.composite
def versions(draw, *, hand: bool = True, inputs: bool = True):
    numbers, values = draw(numbers_and_values())
    base = [sentence(number, values) for number in numbers]
    person = draw(by_hand(numbers, values)) if hand else base
    new = draw(by_inputs(numbers, values)) if inputs else base
    return Versions(said(base), said(person), said(new))


def applied(text: str, strokes: tuple[Stroke, ...]) -> str:
    """Make the strokes, the last first."""
    for stroke in sorted(strokes, key=lambda s: (s.start, s.end), reverse=True):
        new = "".join(words for words, _ in stroke.new)
        text = text[: stroke.start] + new + text[stroke.end :]
    return text


def only(text: str, alphabet: str) -> str:
    return "".join(letter for letter in text if letter in alphabet)
