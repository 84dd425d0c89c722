"""Type setting as data: how wide letters are, what may not break, how columns are chosen."""

from generator.model.entry import Amount, Entry, Text, Whole, field


class Widths(Entry):
    """Advance widths of the letters that are not a whole em wide."""

    source: Text = field(title="来源")
    em: Whole = field(title="一个 em 有多少单位", ge=1)
    other: Whole = field(title="没有列出的西文字符", ge=0)
    gap: Whole = field(title="汉字和西文之间", ge=0)
    small_gap: Whole = field(title="汉字和西文之间，取得小的程序", ge=0)
    small: Whole = field(title="有的程序用西文字体的符号，这么宽", ge=0)
    small_signs: Text = field(title="这样的符号")
    behind: dict[str, Text] = field(title="宽度 = 跟在西文、数字后面时，有的程序用西文字体的符号")
    full_from: Text = field(title="从这个字起都是全角")
    full: Text = field(title="也是全角的")
    latin: dict[str, Text] = field(title="宽度 = 这样宽的字符")


class LineRules(Entry):
    """What may not begin a line, and what may not end one."""

    source: Text = field(title="来源")
    not_first: Text = field(title="不在行首")
    not_last: Text = field(title="不在行尾")
    hanging: Text = field(title="正文里可以排到版心外面的行末标点")
    held: Text = field(title="有的程序不在这些符号和后面的西文、数字之间换行")


class WholeRules(Entry):
    """What is not to be cut by the end of a line."""

    source: Text = field(title="来源")
    before: Text = field(title="数前面的符号")
    link: Text = field(title="两个数之间的连接号")
    brackets: Text = field(title="成对的括号", description="前括号、后括号依次写")
    bracket_longest: Whole = field(title="括号里最多几个字", ge=0)
    label_longest: Whole = field(title="最多几个字的格子不拆", ge=0)
    units: tuple[Text, ...] = field(title="数后面的单位")


class AdjustRules(Entry):
    """How much lines may be set closer or wider, so that nothing is cut by their ends."""

    source: Text = field(title="来源")
    closer: Amount = field(title="字距最多缩小多少（em）", ge=0)
    wider: Amount = field(title="字距最多放大多少（em）", ge=0)
    lines: Whole = field(title="表格里至少这么多行的，才调", ge=1)
    label_longest: Whole = field(title="名称最多几个字；名称不调", ge=0)
    pushed: Amount = field(title="名称的一行，末一个字后面最多空多少（em），下一行另起", ge=0)


class ColumnRules(Entry):
    """How the widths of columns are chosen."""

    source: Text = field(title="来源")
    step: Amount = field(title="列宽取多少毫米的整数倍", ge=0)
    fine_step: Amount = field(title="还有拆开的，取多少毫米的整数倍", ge=0)
    slack: Amount = field(title="右边至少留的空（磅）", ge=0)
    narrowest: Amount = field(title="最窄的列（毫米）", ge=0)
    stands: Amount = field(title="高出这么多倍以内，列宽不动", ge=1)
    broken: Amount = field(title="拆开一处当作高出多少磅", ge=0)
    broken_first: Amount = field(title="先找大致的列宽时，拆开一处当作高出多少磅", ge=0)
    lone: Amount = field(title="一行只有一个字，当作高出多少磅；末行算两次", ge=0)
    rows: Whole = field(title="最多按多少行来定", ge=1)
    keep_mark: Text = field(title="列宽照模板的标记")


class RowRules(Entry):
    """Where a table may go on to another page."""

    source: Text = field(title="来源")
    together: Amount = field(title="不高于多少的一组放在同一页（磅）", ge=0)
    rule: Amount = field(title="行之间的线（磅）", ge=0)
    spare: Amount = field(title="各种程序排出的页最多相差多少（磅）", ge=0)
    loose: Amount = field(
        title="没有固定行距的，页高因字体最多相差多少（页的几分之几）", ge=0, le=1
    )
    air: tuple[Amount, ...] = field(
        title="自己的表样没有写明的，行的上下各留多少（磅），依次试，不多占页的为准"
    )
    early: Amount = field(title="断在两组之间，页末最多空多少（磅）", ge=0)
    continued: Text = field(title="接上页的一组，名称后面写什么")
    continued_short: Text = field(title="放不下三个字的格子里，名称后面写什么")
    continued_down: Text = field(title="一行一个字的窄格子里，名称后面写什么")
    label_longest: Whole = field(title="名称最多几个字", ge=0)


class FitRules(Entry):
    """How a form that goes on to one more page by next to nothing is set tighter."""

    source: Text = field(title="来源")
    nearly: Amount = field(title="末页只占这么多（页的几分之几）的，算差一点", ge=0, le=1)
    sizes: tuple[Amount, ...] = field(title="字号依次取（磅）")
    smallest: Amount = field(title="最小的字号（磅）", ge=0)
    air: Amount = field(title="行的上下至少各留多少（磅）", ge=0)


class TitleRules(Entry):
    """Where the first line of a title on two lines may end."""

    source: Text = field(title="来源")
    size: Amount = field(title="多大的字是标题（磅）", ge=1)
    before: tuple[Text, ...] = field(title="在哪些词之前")
    after: tuple[Text, ...] = field(title="在哪些词之后")


class HighRules(Entry):
    """Which cells are told as very high before there is a page."""

    source: Text = field(title="来源")
    narrow: Whole = field(title="指标表的一格大约有多少字宽", ge=1)
    wide: Whole = field(title="目标的一格大约有多少字宽", ge=1)
    lines: Whole = field(title="多于这么多行的，指出", ge=1)


class TypeSetting(Entry):
    """The pack of type setting."""

    widths: Widths = field(title="字宽")
    lines: LineRules = field(title="行首行尾")
    whole: WholeRules = field(title="不拆开的")
    adjust: AdjustRules = field(title="调整字距")
    rows: RowRules = field(title="跨页")
    fit: FitRules = field(title="差一点排满一页的")
    high: HighRules = field(title="太高的格子")
    title: TitleRules = field(title="两行的标题")
    columns: ColumnRules = field(title="列宽")
