"""Wording: the words that rules look for, as data with their source. Units live in ``model/units``."""

from functools import cached_property
from itertools import combinations

from generator.model.apart import Apart
from generator.model.carried_fields import CarriedFields, Carrying
from generator.model.entry import Entry, Text, field
from generator.model.units import Comparison, CountingUnits, Dimension, NumberWords, Units
from generator.model.whole_amounts import WholeAmounts
from generator.model.wording_rule import PhraseGroup, WordingRule


class Placeholders(Entry):
    """Words that fill a cell without saying anything."""

    target: tuple[Text, ...] = field((), title="不能作为指标值的词")
    actual: tuple[Text, ...] = field((), title="不能作为定量指标完成值的词")
    anywhere: tuple[Text, ...] = field((), title="模板或填表说明遗留的词")
    source: Text = field(title="来源")


class ClassWords(Entry):
    """Words in an indicator's name that tell which class it belongs to."""

    class_: Text = field(title="应属类别")
    words: tuple[Text, ...] = field(title="名称含有")
    not_in: tuple[Text, ...] = field(title="不应放在", description="类别或一级类别")
    source: Text = field(title="来源")


class RateWords(Entry):
    """Words in an indicator's name that ask for a dimension, such as 率 for a ratio."""

    dimension: Text = field(title="量纲")
    endings: tuple[Text, ...] = field((), title="名称以此结尾")
    not_endings: tuple[Text, ...] = field((), title="以此结尾的除外")
    beginnings: tuple[Text, ...] = field((), title="名称以此开头")
    against: tuple[Text, ...] = field(
        (), title="只报这些量纲", description="不写时，量纲不同的都报"
    )
    source: Text = field(title="来源")


class EvaluationMethods(Entry):
    """The methods named for evaluations."""

    names: tuple[Text, ...] = field(title="方法名称")
    source: Text = field(title="来源")
    verified: bool = field(False, title="已与原文核对")


class NamesApart(Entry):
    """What tells apart names that are nearly alike."""

    characters: Text = field("", title="这些字不同，就是两个名称")
    opposites: tuple[Text, ...] = field(
        (),
        title="对举的字",
        examples=[["在离", "新改扩"]],
        description="每项两个或几个字，任意两个不同",
    )
    words: tuple[Text, ...] = field((), title="只有一个名称有这些词，就是两个名称")
    denials: Text = field("", title="表示否定的字", description="一句有、一句没有，意思相反")
    bodies: tuple[Text, ...] = field((), title="单位名称的结尾", description="后面接内设机构的")
    sections: tuple[Text, ...] = field((), title="内设机构名称的结尾")
    measures: tuple[Text, ...] = field(
        (), title="名称末尾说计量什么的词", description="两个名称的不同，就是两个名称"
    )
    source: Text = field(title="来源")


class WholeAmountWords(Entry):
    """What amounts of all the money are called, of which a list of parts is none."""

    names: tuple[Text, ...] = field((), title="全部资金的金额的叫法")
    before: tuple[Text, ...] = field((), title="前面可以有的字")
    source: Text = field(title="来源")


class Wording(Entry):
    """All wording packs together."""

    dimension: tuple[Dimension, ...] = field((), title="计量单位")
    counting_units: tuple[CountingUnits, ...] = field((), title="各自成一类的单位")
    comparison: tuple[Comparison, ...] = field((), title="比较的说法")
    number_words: tuple[NumberWords, ...] = field((), title="数旁边的字")
    carried_fields: tuple[CarriedFields, ...] = field((), title="转入时的自设栏目")
    placeholders: Placeholders | None = field(None, title="占位词")
    class_words: tuple[ClassWords, ...] = field((), title="类别用词")
    rate_words: tuple[RateWords, ...] = field((), title="量纲用词")
    names_apart: tuple[NamesApart, ...] = field((), title="相近而不同的名称")
    whole_amounts: tuple[WholeAmountWords, ...] = field((), title="全部资金的金额")
    methods: EvaluationMethods | None = field(None, title="评价方法")
    phrase: tuple[PhraseGroup, ...] = field((), title="固定语", description="由 jixiao lint 使用")
    rule: tuple[WordingRule, ...] = field((), title="文字规则", description="由 jixiao lint 使用")

    @cached_property
    def units(self) -> Units:
        """Return the units of measure."""
        return Units(self.dimension, self.counting_units, self.comparison, self.number_words)

    @cached_property
    def carrying(self) -> Carrying:
        """Return what tells fields of one year."""
        return Carrying(self.carried_fields, self.units.money)

    @cached_property
    def apart(self) -> Apart:
        """Return what tells names apart."""
        characters = frozenset("".join(one.characters for one in self.names_apart))
        groups = [group for one in self.names_apart for group in one.opposites]
        pairs = (frozenset(pair) for group in groups for pair in combinations(group, 2))
        words = tuple(word for one in self.names_apart for word in one.words)
        bodies = tuple(word for one in self.names_apart for word in one.bodies)
        sections = tuple(word for one in self.names_apart for word in one.sections)
        measures = tuple(word for one in self.names_apart for word in one.measures)
        denials = frozenset("".join(one.denials for one in self.names_apart))
        return Apart(characters, frozenset(pairs), words, bodies, sections, measures, denials)

    @cached_property
    def wholes(self) -> WholeAmounts:
        """Return what tells an amount of all the money from one of its parts."""
        known = self.whole_amounts
        return WholeAmounts(
            (name for one in known for name in one.names),
            (word for one in known for word in one.before),
        )
