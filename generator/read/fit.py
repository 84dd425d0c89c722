"""Which scheme a document follows: by year, region, and the points that its form prints."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model.scheme import Scheme
from generator.model.score_parts import Layout
from generator.read.draft import Draft
from generator.read.label_book import LabelBook
from generator.read.scheme_evidence import Printed, SubjectForm, printed_by

_NATIONAL = "全国"
# A fact that speaks for a scheme or against it, in points. They are ours and only rank schemes.
_IN_FORCE, _OUT_OF_FORCE = 2, -6
_OWN_REGION, _OTHER_REGION, _UNKNOWN_REGION, _OWN_PLACE = 4, -12, -11, 2
_ELSEWHERE = frozenset((_OTHER_REGION, _UNKNOWN_REGION))
_SAME_POINTS, _OTHER_POINTS = 2, -3
_SAME_KIND, _OTHER_KIND = 3, -4


class Fit(NamedTuple):
    """The scheme that fits best, with the reasons for and against."""

    id: str
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    is_local: bool = False  # the unit's own region, in force, with its points: more than a guess
    points: int = 0  # of all facts together

    def __str__(self) -> str:
        """Write the choice for people."""
        text = f"评分方案取 {self.id}：{'；'.join(self.reasons) or '没有更合适的'}"
        return f"{text}。不吻合的：{'；'.join(self.doubts)}" if self.doubts else text


_Fact = tuple[int, str]


def fit_scheme(draft: Draft, schemes: Sequence[Scheme], book: LabelBook) -> Fit | None:
    """Weigh all schemes; of equals the one for the nearer region wins, then the older."""
    printed = printed_by(draft, book)
    weighed = [(_weigh(printed, scheme, book), scheme) for scheme in schemes]
    last = [pair for pair in weighed if pair[1].taken == "last"]
    weighed = [pair for pair in weighed if pair[1].taken == "by-fit"]
    # A scheme of a region is in the race only for who is known to be there: points that are printed
    # alike say nothing of the place.
    own = [pair for pair in weighed if not any(points in _ELSEWHERE for points, _ in pair[0])]
    ranked = sorted(
        own or weighed,
        key=lambda pair: (
            -sum(p for p, _ in pair[0]),
            pair[1].region == _NATIONAL,
            pair[1].force.from_,
        ),
    )
    if not ranked:
        return None
    facts, scheme = ranked[0]
    if last and _is_misfit(facts, printed, scheme):
        doubts = tuple(said for points, said in facts if points < 0)
        reason = f"没有相合的方案（最接近的是 {scheme.id}），分值照表"
        return Fit(last[0][1].id, (reason,), doubts)
    return Fit(
        scheme.id,
        tuple(said for points, said in facts if points > 0),
        tuple(said for points, said in facts if points < 0),
        is_local=_is_sure(facts, scheme),
        points=sum(points for points, _ in facts),
    )


def _is_misfit(facts: Sequence[_Fact], printed: Printed, scheme: Scheme) -> bool:
    """Tell whether a form prints other points than a scheme, and nothing but the year speaks for it."""
    is_own = any(points >= _OWN_REGION for points, _ in facts)
    return not is_own and any(points < 0 for points, _ in _forms(printed, scheme))


def _is_sure(facts: Sequence[_Fact], scheme: Scheme) -> bool:
    """Tell whether place and year surely fit, and no points are printed otherwise."""
    if not scheme.force.verified:
        return False
    found = [points for points, _ in facts]
    is_own = any(points >= _OWN_REGION for points in found)
    return is_own and not any(points <= _OTHER_POINTS for points in found)


def _weigh(printed: Printed, scheme: Scheme, book: LabelBook) -> list[_Fact]:
    return [
        *_year(printed, scheme),
        *_region(printed, scheme, book),
        *_stage(printed, scheme),
        *_forms(printed, scheme),
    ]


def _year(printed: Printed, scheme: Scheme) -> Iterator[_Fact]:
    if printed.year is None:
        return
    if scheme.force.holds(printed.year):
        yield _IN_FORCE, f"{printed.year} 年度在适用年度（{scheme.force}）内"
    else:
        yield _OUT_OF_FORCE, f"{printed.year} 年度不在适用年度（{scheme.force}）内"


def place_of(scheme: Scheme) -> str:
    """Return the place by which a scheme of a county, a city or a province is known."""
    return scheme.region[-3:]


def _region(printed: Printed, scheme: Scheme, book: LabelBook) -> Iterator[_Fact]:
    if scheme.region in ("", _NATIONAL):
        return
    said, province = printed.names, printed.province
    wanted = book.province(scheme.region)
    place = place_of(scheme)
    is_local = scheme.region[-1:] in "区县市州旗盟镇" and len(scheme.region) > 3
    is_local = is_local and not scheme.region.endswith(book.phrases.words("province"))
    if is_local and place in said:
        yield _OWN_REGION + _OWN_PLACE, f"单位在{place}"
    elif is_local and province == wanted:
        yield _UNKNOWN_REGION, f"方案只用于{scheme.region}"
    elif province and province == wanted:
        yield _OWN_REGION, f"单位在{province}"
    elif province:
        yield _OTHER_REGION, f"单位在{province}，方案用于{scheme.region}"
    else:
        yield _UNKNOWN_REGION, f"看不出单位是否在{scheme.region}"


def _stage(printed: Printed, scheme: Scheme) -> Iterator[_Fact]:
    """A report without scores has no indicators."""
    if printed.is_of_spring:
        fits = scheme.stage == "goals"
        yield (_SAME_KIND, "是年初的绩效目标") if fits else (_OTHER_KIND, "没有完成值和得分")
    elif printed.is_scored:
        fits = bool(scheme.method)
        yield (1, "有得分") if fits else (_OTHER_KIND, "印有得分，方案不计分")
    elif not printed.has_rows and printed.forms:
        fits = not scheme.method and scheme.stage == "evaluation"
        yield (
            (_SAME_KIND, "叙述式报告，没有指标和得分") if fits else (_OTHER_KIND, "没有指标和得分")
        )


def _forms(printed: Printed, scheme: Scheme) -> Iterator[_Fact]:
    seen: set[str] = set()
    for form in printed.forms:
        subject = form.subject
        layouts = scheme.project if subject.kind == "project" else scheme.department
        if not form.is_scored:
            continue
        if not layouts:
            facts: Iterable[_Fact] = [
                (
                    _OTHER_KIND,
                    "方案没有部门整体的计分"
                    if subject.kind == "department"
                    else "方案没有项目的计分",
                )
            ]
        else:
            facts = max(
                (list(_layout(form, x)) for x in layouts), key=lambda f: sum(p for p, _ in f)
            )
        for points, said in facts:
            if said not in seen:
                seen.add(said)
                yield points, said


def _layout(form: SubjectForm, layout: Layout) -> Iterator[_Fact]:
    """Compare what a form prints with the parts of a layout."""
    subject, printed = form.subject, form.points
    kinds = {part.kind for part in layout.part}
    for part in layout.part:
        for name in part.classes:
            if part.weight is None or name not in printed:
                continue
            same = printed[name] == part.weight
            words = f"{name} {printed[name].normalize():f} 分"
            yield (
                (_SAME_POINTS, words)
                if same
                else (_OTHER_POINTS, f"印作{words}，方案为 {part.weight.normalize():f} 分")
            )
    named = {name for part in layout.part for name in part.classes}
    if named:
        for name in sorted(set(printed) - named - {""}):
            yield _OTHER_POINTS, f"方案没有“{name}”"
        if layout.when_class and layout.when_class not in printed:
            yield _OTHER_POINTS, f"没有“{layout.when_class}”"
    execution = next((p.weight for p in layout.part if p.kind == "execution"), None)
    weight = subject.get(("funds", "stated", "weight"))
    if weight is not None and execution is not None:
        yield (
            (_SAME_POINTS, f"执行率 {execution.normalize():f} 分")
            if weight == execution
            else (-1, f"执行率分值印作 {weight.normalize():f}，方案为 {execution.normalize():f}")
        )
    has_goal = subject.get(("goal", "stated", "score")) is not None
    if has_goal or "goal" in kinds:
        yield (
            (_SAME_KIND, "总目标单独计分")
            if has_goal == ("goal" in kinds)
            else (_OTHER_KIND, "总目标是否计分与方案不同")
        )
    has_goals = any(g.get("indicator") for g in subject.get(("goals",)) or [])
    if has_goals or "goals" in kinds:
        yield (
            (_SAME_KIND, "按年度目标计分")
            if has_goals == ("goals" in kinds)
            else (_OTHER_KIND, "是否按年度目标计分与方案不同")
        )
