"""What looks poor when it is cut, and is how numbers and particles stand: never a slip."""

from generator.wording.lexicon.index import SHORTEST_LONG
from generator.wording.slips.candidate import Candidate
from generator.wording.slips.run import Run
from generator.wording.slips.settings import Settings
from generator.wording.slips.weighing import wrong_places

_BEFORE_MEASURES = "%％余"


def stands_rightly(run: Run, one: Candidate, before: str, settings: Settings) -> bool:
    """Tell a candidate that grammar speaks against, whatever its words; ``before`` is what precedes."""
    if one.kind == "doubled":
        return False
    found = run.text[one.start : one.end]
    wrong = wrong_places(found, one.wanted)
    is_counted = one.start == 0 and (before.isdigit() or before in _BEFORE_MEASURES) and before
    if is_counted and 0 in wrong and found[0] in settings.measures:
        return True  # 103栋楼, 3175辆次
    if len(found) >= SHORTEST_LONG:
        return False
    if found[0] in settings.numerals and len(found) == 2:
        return True  # 一企一档, 每件
    if any(found[at] in settings.numerals for at in wrong):
        return True
    if len(found) != 2 or one.kind == "swap":
        return False
    right = [at for at in range(2) if at not in wrong]
    if any(found[at] in settings.particles for at in right):
        return True  # 坐了 is no 做了
    return one.kind != "tone" and not settings.particles.isdisjoint(one.wanted)
