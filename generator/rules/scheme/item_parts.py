"""S16: parts of the score that are made up of items are written out, and others have none."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.toml import KeyPath
from generator.model.item import Item
from generator.model.scheme import Scheme
from generator.model.score_parts import Part
from generator.rules.scheme.scheme_fault import Fault

_WHOLE = 100


def check_items(scheme: Scheme) -> Iterator[Fault]:
    """Check every part of every layout."""
    for kind, layouts in (("project", scheme.project), ("department", scheme.department)):
        for number, layout in enumerate(layouts):
            for index, part in enumerate(layout.part):
                yield from _part(part, (kind, number, "part", index))


def _part(part: Part, keys: KeyPath) -> Iterator[Fault]:
    if part.by_source and part.kind != "execution":
        hint = '请删去 by-source，或把 kind 写成 "execution"'
        yield Fault("S16", (*keys, "by-source"), "只有执行率可以按来源计分", hint, on="key")
    if part.kind != "items":
        if part.item:
            message = f"部分“{part.id}”的种类是 {part.kind}，用不到 item"
            yield Fault("S16", (*keys, "item"), message, '请删去，或把 kind 写成 "items"', on="key")
        return
    if not part.item:
        message = f"部分“{part.id}”没有列出各项"
        yield Fault("S16", (*keys, "kind"), message, "请写 [[project.part.item]] 的名称和分值")
        return
    together = sum((item.weight for item in part.item), Decimal(0))
    if part.weight is not None and together != part.weight:
        message = f"各项分值之和为 {together:f}，部分“{part.id}”的分值是 {part.weight:f}"
        yield Fault("S16", (*keys, "weight"), message, "请改正各项的 weight", f"{part.weight:f}")
    names = [item.name for item in part.item]
    for number, item in enumerate(part.item):
        at = (*keys, "item", number)
        if item.name in names[:number]:
            message = f"部分“{part.id}”里“{item.name}”写了两次"
            yield Fault("S16", (*at, "name"), message, "请改名或删去一个", item.name)
        yield from _answers(item, at)


def _answers(item: Item, keys: KeyPath) -> Iterator[Fault]:
    if item.judge == "answer" and not item.answers:
        hint = '请写 answers，如 [{ word = "是", percent = 100 }, { word = "否", percent = 0 }]'
        yield Fault("S16", (*keys, "judge"), f"“{item.name}”按所答计分，没有写可答的话", hint)
    if item.judge != "answer" and item.answers:
        message = f"“{item.name}”由单位自评，用不到 answers"
        yield Fault("S16", (*keys, "answers"), message, '请删去，或写 judge = "answer"', on="key")
    words = [answer.word for answer in item.answers]
    for number, answer in enumerate(item.answers):
        if answer.word in words[:number]:
            at = (*keys, "answers", number, "word")
            yield Fault("S16", at, f"“{answer.word}”写了两次", "每句话只写一次", answer.word)
    if words and all(answer.percent < _WHOLE for answer in item.answers):
        message = f"“{item.name}”怎样答也得不到满分"
        yield Fault("S16", (*keys, "answers"), message, "请给满分的一答写 percent = 100")
