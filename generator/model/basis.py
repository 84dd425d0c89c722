"""What a rule rests on, and for which years it holds."""

from generator.model.entry import Entry, Flag, Text, Whole, field


class Basis(Entry):
    """A document that a rule rests on."""

    id: Text = field(title="依据代码")
    document: Text = field(title="文件")
    clause: Text = field("", title="条款")
    verified: Flag = field(False, title="已与原文核对")
    remark: Text = field("", title="说明")

    def __str__(self) -> str:
        """Write the citation as it is shown to users."""
        unverified = "" if self.verified else "（未与原文核对）"
        return f"{self.document}{self.clause}{unverified}"


class Force(Entry):
    """The years for which the scheme is in force; an end that is not known stays empty."""

    from_: Whole = field(title="起始年度")
    to: Whole | None = field(None, title="截止年度")
    verified: Flag = field(
        True,
        title="适用的地方和年度已核对",
        description="false 时，外来的表即使地方、年度相合，也只当推断",
    )

    def __str__(self) -> str:
        """Write the years as they are shown to users."""
        if self.to == self.from_:
            return str(self.from_)
        return f"{self.from_}—{self.to}" if self.to is not None else f"{self.from_} 起"

    def holds(self, year: int) -> bool:
        """Tell whether the scheme is in force for a year."""
        return self.from_ <= year and (self.to is None or year <= self.to)
