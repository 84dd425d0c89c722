"""Methods of a scheme: one for each situation and class, with options that fit its kind."""

from collections.abc import Iterator

from generator.base.toml import KeyPath
from generator.model.scheme import Scheme
from generator.model.scoring import Method
from generator.rules.scheme.scheme_fault import Fault

_ANY = ""


def check_methods(scheme: Scheme) -> Iterator[Fault]:
    """Check all scoring methods."""
    yield from _repeats(scheme)
    for index, method in enumerate(scheme.method):
        yield from _options(method, ("method", index))
        yield from _steps(method, ("method", index))
    yield from _tierless(scheme)


def _repeats(scheme: Scheme) -> Iterator[Fault]:
    """Two methods for one situation and class leave open which of them holds."""
    taken: set[tuple[str, str]] = set()
    for index, method in enumerate(scheme.method):
        for place, situation in enumerate(method.when):
            for name in method.classes or (_ANY,):
                if (situation, name) in taken:
                    of_class = f"（类别“{name}”）" if name else ""
                    message = f"情形“{situation}”{of_class}有两种计分方式"
                    at = ("method", index, "when", place)
                    yield Fault("S08", at, message, "请只留一种", quote=situation)
                taken.add((situation, name))


def _options(method: Method, keys: KeyPath) -> Iterator[Fault]:
    if method.kind == "steps":
        if not method.steps:
            yield Fault("S08", (*keys, "kind"), "分段计分缺少 steps", "请写明各段的 from 和 points")
        if not method.of:
            message, hint = "分段计分没有满分 of，或写成了 0", "请写 of = 各段得分的满分"
            yield Fault("S08", (*keys, "kind"), message, hint)
    else:
        for option, is_given in (("steps", bool(method.steps)), ("of", method.of is not None)):
            if is_given:
                message = f"计分方式 {method.kind} 用不到 {option}"
                hint = f'请删去 {option}，或把 kind 写成 "steps"'
                yield Fault("S08", (*keys, option), message, hint, on="key")
    if method.pass_line and method.kind != "ratio":
        message = f"计分方式 {method.kind} 不能有及格线"
        hint = '请删去 pass-line，或把 kind 写成 "ratio"'
        yield Fault("S08", (*keys, "pass-line"), message, hint, on="key")

    if not method.capped and (method.kind != "ratio" or method.when != ("execution",)):
        message, hint = "只有按比例计的执行率得分可以超过分值", "请删去 capped"
        yield Fault("S08", (*keys, "capped"), message, hint, on="key")


def _steps(method: Method, keys: KeyPath) -> Iterator[Fault]:
    for index, step in enumerate(method.steps):
        at = (*keys, "steps", index)
        if method.of and step.points > method.of:
            message = f"本段得分 {step.points:f} 超过满分 {method.of:f}"
            yield Fault("S08", (*at, "points"), message, "请改正 points 或 of")
        if index == 0:
            continue
        above = method.steps[index - 1]
        if step.from_ >= above.from_:
            message = f"分段起点 {step.from_:f} 不低于上一段的 {above.from_:f}"
            yield Fault("S08", (*at, "from"), message, "请从高到低写")
        if step.points > above.points:
            message = f"本段得分 {step.points:f} 高于上一段的 {above.points:f}"
            yield Fault("S08", (*at, "points"), message, "完成得越少，得分不应越高")


def _tierless(scheme: Scheme) -> Iterator[Fault]:
    """A method that judges by tiers needs tiers."""
    for index, method in enumerate(scheme.method):
        if method.kind == "tier" and not scheme.tier:
            message, hint = "按档次计分，但方案没有 [[tier]]", '请写明各档，或把 kind 写成 "unit"'
            yield Fault("S08", ("method", index, "kind"), message, hint)
