"""Where a cut looks poor, what may have been meant there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from generator.base.pattern import Pattern
from generator.wording.lexicon.alike import words_in
from generator.wording.lexicon.lexicon import Lexicon, Nature
from generator.wording.lexicon.lost import LONGEST_SOUNDING, SHORTEST_LONG
from generator.wording.slips.beside import MOST_BOUND, is_typed_so
from generator.wording.slips.candidate import Candidate, Kind
from generator.wording.slips.character_run import Run
from generator.wording.slips.settings import Settings

_SHORTEST = 2
_LONGEST_DOUBLED = 8
_MUCH = 4.0  # by so much neighbours must read better without a character that was added
_SHORTEST_LEFT, _LONGEST_LEFT = 4, 4  # of a word without what was added, and before it
_LEAST_LOOK = 3.0  # and by so much with a character that looks alike
_WELL_BESIDE = -9.0  # of both neighbours: so well a character stands that no other is better
_TWICE = Pattern(r"(.{1,8})\1")
_NATURES: tuple[Nature, ...] = ("tone", "plain", "near", "")
Found = tuple[int, Sequence[str]]  # where words end that begin at one place, and which they are
_PARTICLES = frozenset("的了是不在")  # they stand anywhere, so a swap with them proves nothing


def sounding(run: Run, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words that sound like what stands there: any where it is poor, else long ones of our own."""
    text, size = run.text, len(run.text)
    sounds = lexicon.sounds(text)
    others = [*map(lexicon.other_sounds, text)]
    weak_from = run.weak_from()
    edges = {0, *accumulate(map(len, run.words))}
    for start in range(size - 1):
        end = min(size, start + LONGEST_SOUNDING)
        weak = min(weak_from[start], end)
        lines = lexicon.long_sounding(sounds[start : start + 2])
        found: list[Found] = []
        if lines:
            stops = range(start + SHORTEST_LONG, weak + 1)
            found += ((stop, words_in(lines, sounds[start + 2 : stop])) for stop in stops)
        if weak < end:
            first_end = max(weak + 1, start + _SHORTEST)
            found += _all_alike(sounds, others, start, range(first_end, end + 1), lexicon)
        for stop, words in found:
            there = text[start:stop]
            if len(there) == _SHORTEST:
                is_typed = start in edges and stop in edges and not lexicon.knows(there)
            else:
                is_typed = False
            if len(there) == _SHORTEST and not is_typed:
                # Most words are wrong in both, or in none; there is no need to ask how they sound.
                one, other = there[0], there[1]
                likely: Sequence[str] = [w for w in words if (w[0] == one) is not (w[1] == other)]
            else:
                likely = words
            for word in likely:
                nature = _nature(there, word, lexicon)
                if nature is not None:
                    yield Candidate(start, stop, word, nature)
                elif is_typed and is_typed_so(run, start, stop, word, lexicon):
                    yield Candidate(start, stop, word, "word")


def _all_alike(
    sounds: str, others: Sequence[Sequence[str]], start: int, ends: range, lexicon: Lexicon
) -> Iterator[Found]:
    """Give the words that begin at a place, one character perhaps read otherwise than alone."""
    pair, last = sounds[start : start + 2], ends[-1]
    begins = f"\n{sounds[start + 2 : start + 3]}"
    pairs = [other + pair[1] for other in others[start]]
    pairs += [pair[0] + other for other in others[start + 1]]
    lines = ""
    for each in (*pairs, pair):
        lines = lexicon.sounding(each)
        if lines:
            for end in ends if begins in lines else ends[:1]:
                if words := words_in(lines, sounds[start + 2 : end]):
                    yield end, words
    for at in range(start + 2, last if lines else 0):
        for other in others[at]:
            read = sounds[start + 2 : at] + other + sounds[at + 1 : last]
            for end in ends:
                if end > at and (words := words_in(lines, read[: end - start - 2])):
                    yield end, words


def _nature(there: str, word: str, lexicon: Lexicon) -> Kind | None:
    """Say how alike the characters sound that differ, unless too many do or some do not at all."""
    wrong = [(one, other) for one, other in zip(there, word, strict=False) if one != other]
    if not wrong or len(wrong) > max(1, len(there) // 2):
        return None
    worst = max(_NATURES.index(lexicon.nature(one, other)) for one, other in wrong)
    return _NATURES[worst] or None


def looking_alike(run: Run, lexicon: Lexicon, shapes: Mapping[str, str]) -> Iterator[Candidate]:
    """Give words in which one character looks like what stands there."""
    for at, character in enumerate(run.text):
        others = shapes.get(character, "") if run.is_weak[at] else ""
        here = sum(run.neighbours[at : at + 2])
        if not others or here > _WELL_BESIDE:
            continue
        before, after, heard = run.edged[at], run.edged[at + 2], lexicon.sounds(character)
        for other, said in zip(others, lexicon.sounds(others), strict=True):
            if said == heard:
                continue
            meant = lexicon.neighbours.between(before, other, after)
            if meant - here <= _LEAST_LOOK:
                continue
            for start, end in _round(at, at + 1, len(run.text)):
                word = run.text[start:at] + other + run.text[at + 1 : end]
                if lexicon.knows(word):
                    yield Candidate(start, end, word, "shape")


def swapped(run: Run, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words that are there when two neighbours change places."""
    text = run.text
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if pair[0] == pair[1] or not (run.is_weak[at] or run.is_weak[at + 1]):
            continue
        is_better = run.better(at, at + 2, pair[::-1], lexicon) > 0
        if is_better and _PARTICLES.isdisjoint(pair):
            turned = text[:at] + pair[::-1] + text[at + 2 :]
            for start, end in _round(at, at + 2, len(text)):
                if lexicon.knows(turned[start:end]):
                    yield Candidate(start, end, turned[start:end], "swap")


def dropped(run: Run, lexicon: Lexicon, settings: Settings) -> Iterator[Candidate]:
    """Give long words that have lost a character inside, and of which nothing is in other words."""
    text, size = run.text, len(run.text)
    edges = {0, *accumulate(map(len, run.words))}
    for start in range(size - SHORTEST_LONG + 2):
        if start not in edges or True not in run.is_weak[start : start + LONGEST_SOUNDING]:
            continue
        lines = lexicon.shortened(text[start : start + 2])
        for end in range(start + SHORTEST_LONG - 1, min(size, start + LONGEST_SOUNDING) + 1):
            if lines and end in edges and True in run.is_weak[start:end]:
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
            ):
                yield Candidate(at - size, at + size, word, "doubled")


def _is_too_much(run: Run, at: int, word: str, settings: Settings) -> bool:
    """Tell whether a word that stands twice at a place may be there once too often."""
    if word in settings.once and not (run.is_within[at] or run.is_within[at - 1]):
        return True
    first = at - len(word)
    if run.is_joined(first) and not all(map(run.is_joined, range(first, at))):
        return False  # 项目|的|目的
    is_telling = len(word) > 1 or run.is_weak[at] or run.is_weak[at - 1]
    return is_telling and word not in settings.repeated


def _round(start: int, end: int, size: int) -> Iterator[tuple[int, int]]:
    """Give the spans of two to six characters that hold a place."""
    for low in range(max(0, end - LONGEST_SOUNDING), start + 1):
        for high in range(max(end, low + _SHORTEST), min(size, low + LONGEST_SOUNDING) + 1):
            yield low, high
