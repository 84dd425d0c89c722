"""Items that a form scores beside its indicators: questions, steps of the process, of management."""

from typing import Literal

from generator.model.entry import Amount, Entry, Number, Text, field
from generator.model.indicator import StatedScore

Judge = Literal["stated", "answer"]


class Answer(Entry):
    """An answer that may be given, and what share of the points it gets."""

    word: Text = field(title="答案", min_length=1)
    percent: Amount = field(title="得分比例（%）", le=100)


class Item(Entry):
    """An item of a part of the score, as the scheme prints it."""

    name: Text = field(title="名称", min_length=1)
    weight: Amount = field(title="分值")
    standard: Text = field("", title="评分标准")
    judge: Judge = field(
        "stated", title="怎样计分", description="stated 由单位自评，answer 按所答计分"
    )
    answers: tuple[Answer, ...] = field((), title="可答的话")


class ItemAnswer(Entry):
    """What a unit says of an item."""

    name: Text = field(title="名称", description="与方案里的一样", examples=["制度健全性"])
    part: Text = field("", title="组成部分的代码", description="几个部分有同名的项时才写")
    answer: Text = field("", title="所答或完成情况", examples=["是"])
    score: Number | None = field(
        None, title="自评得分", description="方案按所答计分的项不用写", examples=[5]
    )
    reason: Text = field("", title="扣分原因或说明")
    stated: StatedScore = field(
        StatedScore(), title="印出的数", description="只用于核对，不参与计算"
    )
