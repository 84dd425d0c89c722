"""Where a cut looks poor, what may have been meant there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from generator.base.pattern import Pattern
from generator.wording.lexicon.alike import words_in
from generator.wording.lexicon.asked import Asked
from generator.wording.lexicon.index import PREFIX
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.lost import LONGEST_SOUNDING, SHORTEST_LONG
from generator.wording.lexicon.neighbour_counts import FIGURE
from generator.wording.slips.beside import MOST_BOUND
from generator.wording.slips.candidate import Candidate
from generator.wording.slips.character_run import Run
from generator.wording.slips.settings import Settings

_SHORTEST = 2
_LONGEST_DOUBLED = 8
_MUCH = 4.0  # by so much neighbours must read better without a character that was added
_SHORTEST_LEFT, _LONGEST_LEFT = 4, 4  # of a word without what was added, and before it
_LEAST_LOOK = 3.0  # and by so much with a character that looks alike
_WELL_BESIDE = -9.0  # of both neighbours: so well a character stands that no other is better
_TWICE = Pattern(r"(.{1,8})\1")


class LooksAlike:
    """Finds words with a character that looks like what stands there; it remembers which read better."""

    def __init__(self, lexicon: Lexicon, shapes: Mapping[str, str]) -> None:
        self._lexicon, self._shapes = lexicon, shapes
        self._better = Asked(self._find_better)

    def find(self, run: Run) -> Iterator[Candidate]:
        """Give words in which one character looks like what stands there."""
        text, edged, better = run.text, run.edged, self._better
        for at, is_strange in enumerate(run.is_strange):
            if is_strange:
                for other in better[edged[at : at + 3]]:
                    meant = text[:at] + other + text[at + 1 :]
                    for start, end in _words_round(meant, at, at + 1, self._lexicon):
                        yield Candidate(start, end, meant[start:end], "shape")

    def _find_better(self, three: str) -> Sequence[str]:
        """Find what reads better between two neighbours than what stands there, and sounds otherwise."""
        before, character, after = (*three,)
        others = self._shapes.get(character)
        if not others:
            return ()
        likely, lexicon = self._lexicon.neighbours.likely, self._lexicon
        here = likely[before + character] + likely[character + after]
        if here > _WELL_BESIDE:
            return ()
        heard = lexicon.sounds(character)
        return [
            other
            for other in likely.behind(before, others, here + _LEAST_LOOK)
            if likely[before + other] + likely[other + after] - here > _LEAST_LOOK
            and lexicon.sounds(other) != heard
        ]


def swapped(run: Run, lexicon: Lexicon, settings: Settings) -> Iterator[Candidate]:
    """Give words that are there when two neighbours change places.

    What stands anywhere proves nothing when it is swapped.
    """
    text, edged, is_strange, anywhere = run.text, run.edged, run.is_strange, settings.anywhere
    likely = lexicon.neighbours.likely
    for at, (one, other) in enumerate(pairwise(text)):
        if one == other or not (is_strange[at] or is_strange[at + 1]):
            continue
        if one in anywhere or other in anywhere:
            continue
        here = sum(run.neighbours[at : at + 3])
        turned_pair = other + one
        better = likely[turned_pair]
        if better > here:
            better += likely[edged[at] + other]
        if better > here and better + likely[one + edged[at + 3]] > here:
            turned = text[:at] + turned_pair + text[at + 2 :]
            for start, end in _words_round(turned, at, at + 2, lexicon):
                yield Candidate(start, end, turned[start:end], "swap")


def dropped(run: Run, lexicon: Lexicon, settings: Settings) -> Iterator[Candidate]:
    """Give long words that have lost a character inside, and of which nothing is in other words."""
    text, size = run.text, len(run.text)
    edges = {0, *accumulate(map(len, run.words))}
    for start in sorted(edges):
        if start > size - SHORTEST_LONG + 1:
            break
        if True not in run.is_weak[start : start + LONGEST_SOUNDING]:
            continue
        lines = lexicon.shortened[text[start : start + 2]]
        if not lines:
            continue
        for end in range(start + SHORTEST_LONG - 1, min(size, start + LONGEST_SOUNDING) + 1):
            if end in edges and True in run.is_weak[start:end]:
                words = words_in(lines, text[start + 2 : end])
                if words and not _is_said_alone(run, end - 1, settings):
                    yield from (Candidate(start, end, word, "dropped") for word in words)


def _is_said_alone(run: Run, at: int, settings: Settings) -> bool:
    """Tell a last character that is often a word, so that nothing need be lost before it: 按进度付."""
    often = settings.alone.get(run.text[at], MOST_BOUND + 1) > MOST_BOUND
    return often and not run.is_within[at] and run.text[at] not in settings.lone


def added(run: Run, lexicon: Lexicon, settings: Settings) -> Iterator[Candidate]:
    """Give longer words into which one character has come that does not belong there.

    What stands alone as a word was put there by somebody who meant it: 下一步拟改进措施.
    """
    text, size = run.text, len(run.text)
    for at in range(1, size - 1):
        if (
            text[at] in settings.lone
            or run.is_within[at]
            or not run.is_weak[at]
            or run.better(at, at + 1, "", lexicon) < _MUCH
        ):
            continue
        for start in range(max(0, at - _LONGEST_LEFT), at):
            for end in range(max(at + 2, start + _SHORTEST_LEFT + 1), min(size, at + 5) + 1):
                word = text[start:at] + text[at + 1 : end]
                if lexicon.knows(word):
                    yield Candidate(start, end, word, "added")


def doubled(run: Run, lexicon: Lexicon, settings: Settings) -> Iterator[Candidate]:
    """Give places where a word stands twice, or a character does that a word can spare."""
    text = run.text
    if not _TWICE.search(text):
        return
    for at in range(1, len(text)):
        for size in range(1, min(_LONGEST_DOUBLED, at, len(text) - at) + 1):
            word = text[at : at + size]
            if (
                text[at - size : at] == word
                and _is_too_much(run, at, word, settings)
                and (
                    lexicon.knows(word) or word[0] not in settings.numerals  # 一錾一錾
                )
                and not (size == 1 and _ends_a_name(run, at - 1, lexicon))
            ):
                yield Candidate(at - size, at + size, word, "doubled")


def _is_too_much(run: Run, at: int, word: str, settings: Settings) -> bool:
    """Tell whether a word that stands twice at a place may be there once too often."""
    if word in settings.once and not (run.is_within[at] or run.is_within[at - 1]):
        return True
    first = at - len(word)
    if len(word) == 1 and not run.is_within[at] and _is_counted_out(run, first, settings):
        return True
    if run.is_joined(first) and not all(map(run.is_joined, range(first, at))):
        return False  # 项目|的|目的
    is_telling = len(word) > 1 or run.is_weak[at] or run.is_weak[at - 1]
    is_counted = len(word) > 1 and run.edged[at + len(word) + 1] == FIGURE  # 活动活动37场
    return is_counted or (is_telling and word not in settings.repeated)


def _ends_a_name(run: Run, at: int, lexicon: Lexicon) -> bool:
    """Tell a character that is the end of one word before another begins with it: 妇幼保健|院|院长."""
    is_between = not run.is_within[at] and run.is_within[at + 1]
    return is_between and at >= _SHORTEST and lexicon.knows(run.text[at - _SHORTEST : at + 1])


def _is_counted_out(run: Run, at: int, settings: Settings) -> bool:
    """Tell the end of a word, or a measure behind its number, which is not said again: 时段|段, 万|亩|亩.

    One and one is: 一件件, 一层|层.
    """
    before = run.text[at - 1 : at] if at else ""
    if run.is_joined(at):
        return before not in settings.singling
    is_number = before in settings.numerals and before not in settings.singling
    return bool(before) and is_number and run.text[at] in settings.measures


def _words_round(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Give the spans of two to six characters that hold a place and are words."""
    for low in range(max(0, end - LONGEST_SOUNDING), start + 1):
        codes = lexicon.beginnings[text[low : low + _SHORTEST]]
        if codes:
            for high in range(
                max(end, low + _SHORTEST), min(len(text), low + LONGEST_SOUNDING) + 1
            ):
                if codes.get(text[low + _SHORTEST : high], PREFIX) != PREFIX:
                    yield low, high
