"""What looks poor when it is cut, and is how numbers, particles, names and pairs stand: no slip."""

from typing import NamedTuple

from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.lost import SHORTEST_LONG
from generator.wording.slips.candidate import Candidate, wrong_places
from generator.wording.slips.character_run import Run
from generator.wording.slips.settings import Settings

_BEFORE_MEASURES = frozenset("%％余")
_OPENS_NUMBER, _LONGEST_SIGN = "〔", 6  # of a document: who issued it stands before its year
_LONGEST_NAME = 4
_SHORTEST_NAME = 2  # of a place, or its last character with 县
_LONGEST_BODY = 16  # how far behind a place the word for its body may stand
_PAIRED = 4  # characters of two halves that are set against each other
_GIVEN = 2
_PERSON = 3  # characters of a name: one of the family, two of one's own
_SHORTEST_ESTATE = 3  # of a name that ends as those of estates do
_COUNTY = 3  # characters of the name of a county, with the word for it
_SITE = 2  # characters of a word for a place that has a name
_WELL_KNOWN = -13.0  # of the weight of a word that ends like the name of a place


class Beside(NamedTuple):
    """What stands right before a run, and right after it."""

    before: str
    after: str
    next_opens: str = ""  # what the next run begins with
    last_opens: str = ""  # and what the last did, if it is two characters long


def stands_rightly(run: Run, one: Candidate, beside: Beside, settings: Settings) -> bool:
    """Tell a candidate that grammar speaks against, whatever its words."""
    if one.kind == "doubled":
        return _is_of_figures(run, one, beside, settings)
    found = run.text[one.start : one.end]
    wrong = wrong_places(found, one.wanted)
    if len(found) >= SHORTEST_LONG:
        return False
    before = run.text[one.start - 1 : one.start] if one.start else ""
    if before and before in settings.numerals and found[0] in settings.measures and 0 not in wrong:
        return True  # 哪眼井
    if one.kind != "swap" and any(_is_measured(run, one.start + at, settings) for at in wrong):
        return True  # 十二块
    if _is_listed_alike(run, one, wrong, beside):
        return True
    if any(found[at] in settings.numerals for at in wrong):
        return True
    return len(found) == 2 and _is_grammar(found, one, wrong, settings)


def _is_measured(run: Run, at: int, settings: Settings) -> bool:
    before = run.text[at - 1 : at] if at else ""
    return bool(before) and before in settings.numerals and run.text[at] in settings.measures


def _is_listed_alike(run: Run, one: Candidate, wrong: list[int], beside: Beside) -> bool:
    """Tell two characters of which the first opens the phrase before or after in a list as well."""
    if wrong != [1] or len(one.wanted) != _SHORTEST_NAME:
        return False
    opens, is_last = run.text[one.start], one.end == len(run.text)
    is_next = is_last and beside.after == "、" and beside.next_opens == opens
    is_before = not one.start and beside.before == "、" and beside.last_opens == opens
    return is_next or is_before  # 涉纪、涉案; 节肥、节药


def is_counted(run: Run, one: Candidate, beside: Beside, settings: Settings) -> bool:
    """Tell a measure right behind a figure or letter, which nothing else was meant for: 103栋楼, C级升为B级."""
    before = beside.before
    counts = (
        before.isdigit() or before in _BEFORE_MEASURES or (before.isascii() and before.isalpha())
    )
    if not counts or not before or one.start or one.kind == "doubled":
        return False
    found = run.text[: one.end]
    return found[0] in settings.measures and 0 in wrong_places(found, one.wanted)


def _is_of_figures(run: Run, one: Candidate, beside: Beside, settings: Settings) -> bool:
    """Tell a numeral that stands twice in a longer figure: 十五五, 二二三, 二〇二二."""
    before = run.text[one.start - 1 : one.start] if one.start else beside.before
    around = (before, run.text[one.end : one.end + 1] or beside.after)
    return one.wanted in settings.numerals and not settings.numerals.isdisjoint(around)


def _is_grammar(found: str, one: Candidate, wrong: list[int], settings: Settings) -> bool:
    if found[0] in settings.numerals:
        return True  # 一企一档, 每件
    if one.kind == "swap":
        return False
    if any(found[at] in settings.particles for at in range(2) if at not in wrong):
        return True  # 坐了 is no 做了
    return one.kind != "tone" and not settings.particles.isdisjoint(one.wanted)


def is_in_name(
    run: Run, one: Candidate, beside: Beside, settings: Settings, lexicon: Lexicon
) -> bool:
    """Tell what by its place is a name: of an issuer, of a place, of a person among others."""
    if one.kind == "doubled":
        opens = run.text[one.start + 1 : one.start + 3]
        is_place = one.wanted in settings.places or one.wanted in settings.provinces
        return is_place and one.start > 0 and lexicon.knows(opens)  # 洛塘市|市场, 某省|省级
    if beside.after == _OPENS_NUMBER and one.end > len(run.text) - _LONGEST_SIGN:
        return True  # 财资环〔2022〕3号
    following = run.text[one.end : one.end + 1]
    if following in settings.places and following:
        code = lexicon.code(one.wanted + following)  # 安坪县 is no 安平县, but 试点镇 may be meant
        return code < 0 or lexicon.weights[code] < _WELL_KNOWN
    is_listed = "、" in (beside.before, beside.after)
    return is_listed and len(run.text) <= _LONGEST_NAME and run.text[0] in settings.surnames


def is_place(run: Run, one: Candidate, settings: Settings, lexicon: Lexicon) -> bool:
    """Tell a name of a place before 县, or before 区 of a body: 安泉县 is no 安全县, nor 全县 in it."""
    if _is_county(run, one, settings, lexicon):
        return True
    if one.end - one.start != _SHORTEST_NAME or len(one.wanted) != _SHORTEST_NAME:
        return False
    if _ends_a_place(run, one, settings, lexicon):
        return True
    is_first = not one.start or run.text[one.start - 1] in settings.places
    if is_first and run.text[one.end : one.end + _SITE] in settings.sites:
        return True  # 重华社区
    following = run.text[one.end : one.end + 1]
    code = lexicon.code(one.wanted + following)
    if code >= 0 and lexicon.weights[code] >= _WELL_KNOWN:
        return False  # 示范县 may be meant
    behind = run.text[one.end + 1 : one.end + _LONGEST_BODY]
    return following in settings.counties or (
        following in settings.districts and any(body in behind for body in settings.bodies)
    )


def _is_county(run: Run, one: Candidate, settings: Settings, lexicon: Lexicon) -> bool:
    """Tell a name that ends like those of counties, and would become another's: 安坪县 is no 安平县."""
    found = run.text[one.start : one.end]
    if len(found) != _COUNTY or found[-1] not in settings.counties:
        return False
    wrong = wrong_places(found, one.wanted)
    is_seldom = lexicon.weights[lexicon.code(one.wanted)] < _WELL_KNOWN
    return bool(wrong) and len(found) - 1 not in wrong and is_seldom


def _ends_a_place(run: Run, one: Candidate, settings: Settings, lexicon: Lexicon) -> bool:
    """Tell the end of a name, before which stands no word: 下达|安泉县, but not 覆盖|泉县."""
    before, last = one.start - 1, run.text[one.end - 1]
    if last not in settings.counties or before < 0:
        return False
    word = run.text[before]
    is_other = before > 1 and lexicon.knows(run.text[before - 2 : before])
    is_held = run.is_within[before] and not is_other
    is_word = is_held or word in settings.particles or word in settings.lone
    return not is_word and word not in settings.places and word not in settings.numerals


def is_person(run: Run, one: Candidate, settings: Settings, lexicon: Lexicon) -> bool:
    """Tell a person by the surname before, or one whose surname would only become another's: 邬, 吴."""
    before = run.text[one.start - 1] if one.start else ""
    if (
        before in settings.surnames
        and before not in settings.lone
        and not run.is_within[one.start - 1]
        and one.end - one.start == _GIVEN
        and one.kind not in ("doubled", "missing", "word")
    ):
        return True  # 谭|子豪
    found = run.text[one.start : one.end]
    if len(found) != _PERSON or wrong_places(found, one.wanted) != [0]:
        return False
    is_seldom = lexicon.weights[lexicon.code(one.wanted)] < _WELL_KNOWN
    return is_seldom and one.wanted[0] in settings.surnames and not lexicon.knows(found[1:])


def is_estate(run: Run, one: Candidate, settings: Settings) -> bool:
    """Tell a name that is spoilt where it ends like the names of estates: 颐和苑 is no 颐和园."""
    found = run.text[one.start : one.end]
    if len(found) < _SHORTEST_ESTATE or found[-1] not in settings.endings:
        return False
    return len(found) - 1 in wrong_places(found, one.wanted)


def is_suffixed(run: Run, one: Candidate, settings: Settings, lexicon: Lexicon) -> bool:
    """Tell a word with a character added that makes names of words: 调度令 is no 调度会."""
    found = run.text[one.start : one.end]
    if len(found) <= _SHORTEST_NAME or found[-1] not in settings.suffixes:
        return False
    is_last_wrong = wrong_places(found, one.wanted) == [len(found) - 1]
    return is_last_wrong and lexicon.knows(found[:-1])


def is_listed(run: Run, one: Candidate, beside: Beside) -> bool:
    """Tell what stands right beside the mark between the members of a list."""
    is_first, is_last = not one.start, one.end == len(run.text)
    return (is_first and beside.before == "、") or (is_last and beside.after == "、")


def is_paired(run: Run, one: Candidate, settings: Settings) -> bool:
    """Tell what lies in two halves that are set against each other: 护湖养湖, 高进低出.

    Across their border the characters never make a word, and no half need be one.
    """
    found = run.text[one.start : one.end]
    if one.kind == "dropped":
        return len(found) == _PAIRED and _is_frame(found, settings)  # 一村一警
    wrong = wrong_places(found, one.wanted)
    if not wrong or len(found) >= SHORTEST_LONG:
        return False
    first, last = one.start + wrong[0], one.start + wrong[-1]
    frames = (
        run.text[at : at + _PAIRED]
        for at in range(max(0, last + 1 - _PAIRED), first + 1)
        if at + _PAIRED <= len(run.text)
    )
    return any(_is_frame(frame, settings) for frame in frames)


def _is_frame(frame: str, settings: Settings) -> bool:
    first, second, third, fourth = (*frame,)
    is_first_same = first == third and first not in settings.particles
    is_last_same = second == fourth and second not in settings.particles
    is_opposed = first + third in settings.opposites and second + fourth in settings.opposites
    return is_first_same != is_last_same or is_opposed
