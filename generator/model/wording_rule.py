"""Rules of wording: what is looked for in a text, as data with message, scope, examples and source."""

from typing import Literal

from generator.model.entry import Day, Entry, Flag, Text, Whole, field

Scope = Literal["paragraph", "heading", "cell", "name"]
RuleKind = Literal[
    "near-miss",
    "substitution",
    "forbidden",
    "consistency",
    "doubled",
    "repetition",
    "counterpart",
    "brackets",
    "cut",
    "width",
    "spaces",
    "pause",
    "money",
    "range",
    "leftover",
    "measure-word",
    "number-mark",
    "number-order",
    "skipped-level",
    "heading-number",
    "heading-end",
    "slip",
    "enumeration",
    "outdated",
    "sentence",
    "short-early",
    "short-again",
    "full-again",
    "document-number",
    "date-form",
    "span",
    "amount-range",
    "own-name",
    "mixed-numeral",
    "percent-words",
    "long-number",
    "doubled-estimate",
    "doubled-figure",
    "unit-symbol",
    "particle",
    "title",
    "bare-title",
    "straight-quotes",
    "fall-by-times",
    "points-of-share",
    "estimate-mark",
]
SlipKind = Literal[
    "tone", "plain", "near", "shape", "swap", "doubled", "dropped", "added", "missing", "word"
]


class PhraseGroup(Entry):
    """Set phrases of one document: each has one right form."""

    source: Text = field(title="出处", description="文件名称，如《中国共产党章程》")
    date: Day | None = field(None, title="文件日期", examples=["2022-10-22"])
    verified: Flag = field(False, title="已与原文核对")
    closed: Flag = field(
        False, title="首尾字也不变", description="true 时首字、末字写错也算错（四字固定语）"
    )
    quoted: Flag = field(
        False, title="引号里的短语", description="true 时也查引号里的：“四个意识”写错一个字"
    )
    words: tuple[Text, ...] = field(title="固定语", examples=[["稳中求进"]])
    except_: tuple[Text, ...] = field((), title="不算错的近似词", examples=[["稳中有进"]])


class DatedWording(Entry):
    """Wording that another took the place of on a day."""

    old: Text = field(title="旧的说法", min_length=2)
    now: Text = field(title="现在的说法", min_length=2)
    since: Day = field(title="从哪一天起", examples=["2022-10-22"])
    source: Text = field(title="出处")
    verified: Flag = field(False, title="已与原文核对")


class WordingRule(Entry):
    """One rule of wording. Which keys it may have beyond the first ones depends on its kind."""

    id: Text = field(title="规则名", pattern=r"[a-z0-9]+(-[a-z0-9]+)*", examples=["money-unit"])
    code: Text = field(title="问题代码", pattern="[NWFX][0-9]{2}", examples=["W05"])
    kind: RuleKind = field(title="规则种类")
    message: Text = field(
        title="说什么",
        description="{found} 是查到的字，{wanted} 是应写的字，{sure} 是把握",
        min_length=1,
    )
    hint: Text = field("", title="怎么改")
    severity: Literal["error", "warning", "note"] | None = field(
        None, title="级别", description="不写则按代码的级别"
    )
    scope: tuple[Scope, ...] = field(
        (), title="查哪里", description="paragraph 段落、heading 标题、cell 单元格、name 名称"
    )
    except_: tuple[Text, ...] = field(
        (), title="例外", description="查到的字在这些词里时不算", examples=[["的的确确"]]
    )
    source: Text = field("", title="依据")
    verified: Flag = field(False, title="依据已与原文核对")
    good: tuple[Text, ...] = field((), title="正例", description="不应查出问题的写法")
    bad: tuple[Text, ...] = field((), title="反例", description="应当查出问题的写法")
    off: Flag = field(False, title="停用", description="同名的规则写 true，即停用程序自带的")
    swap: dict[str, Text] = field({}, title="改写", description="错误写法 = 正确写法")
    certain: Flag = field(False, title="可以自动改", description="true 时 lint --fix 会改")
    between: Flag = field(False, title="只在汉字之间", description="两边都是汉字时才算")
    words: tuple[Text, ...] = field(
        (),
        title="词",
        description="种类 sentence 的是整句，可变的地方写 {数} {单位} {项目} {年度}",
    )
    unnumbered: tuple[Text, ...] = field(
        (), title="数后面不算的词", description="紧跟在数后面时不算，如 11月30日前、十一月三十日前"
    )
    home: tuple[Text, ...] = field(
        (), title="本家", description="单位名称含这些词时不查；不知道单位的也不查"
    )
    stage: Literal["", "goals", "evaluation"] = field("", title="只查哪个阶段")
    forms: tuple[tuple[Text, ...], ...] = field(
        (), title="同一说法的几种写法", description="同一份材料只用其中一种"
    )
    slips: tuple[SlipKind, ...] = field(
        (),
        title="笔误种类",
        description="tone 同音同调、plain 同音、near 近音、shape 形近、swap 颠倒、doubled 重复、dropped 漏字、added 多字",
    )
    orders: tuple[tuple[Text, ...], ...] = field(
        (), title="排定的次序", description="各组依次写，次序或标点不对的指出"
    )
    dated: tuple[DatedWording, ...] = field(
        (), title="改了的说法", description="年度晚于 since 的材料里指出"
    )
    shortest: Whole = field(0, title="最少字数", description="短于它的不查")


class WordingRules(Entry):
    """The phrases and rules of one file."""

    phrase: tuple[PhraseGroup, ...] = field((), title="固定语")
    rule: tuple[WordingRule, ...] = field((), title="文字规则")
