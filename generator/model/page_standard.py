"""What a page is to look like, as data: the standard with its clauses, and the limits of the house."""

from generator.model.entry import Amount, Entry, Text, Whole, field


class Paper(Entry):
    """The paper."""

    clause: Text = field(title="条款")
    width: Amount = field(title="宽（毫米）", ge=1)
    height: Amount = field(title="高（毫米）", ge=1)
    near: Amount = field(title="相差多少毫米以内算作相同", ge=0)


class Margins(Entry):
    """The edges of a page and the area of its text."""

    clause: Text = field(title="条款")
    top: Amount = field(title="天头（毫米）", ge=0)
    left: Amount = field(title="订口（毫米）", ge=0)
    text_width: Amount = field(title="版心宽（毫米）", ge=1)
    text_height: Amount = field(title="版心高（毫米）", ge=1)
    near: Amount = field(title="相差多少毫米以内算作相同", ge=0)


class LetterGrid(Entry):
    """How many lines and characters a page holds."""

    clause: Text = field(title="条款")
    lines: Whole = field(title="每面行数", ge=1)
    characters: Whole = field(title="每行字数", ge=1)
    characters_near: Whole = field(title="字数相差多少以内不说", ge=0)


class Colour(Entry):
    """The colour of letters: black."""

    clause: Text = field(title="条款")


class Element(Entry):
    """One kind of line of a letter: what is not written is not looked at."""

    id: Text = field(title="标识", pattern="[a-z]+(-[a-z0-9]+)*")
    name: Text = field(title="名称", min_length=1)
    clause: Text = field(title="条款")
    font: Text = field("", title="字体的类", description="fonts.toml 里的类")
    size: Amount | None = field(None, title="字号（磅）", ge=1)
    side: Text = field("", title="在哪一边", examples=["center"])
    first: Amount | None = field(None, title="首行缩进（字）")
    right: Amount | None = field(None, title="右边空几字")


class SizeName(Entry):
    """The name of a size of letters."""

    name: Text = field(title="名称", min_length=1)
    points: Amount = field(title="磅", ge=1)


class LetterStandard(Entry):
    """The standard of official letters."""

    title: Text = field(title="名称")
    paper: Paper = field(title="纸张")
    margins: Margins = field(title="页边")
    grid: LetterGrid = field(title="行数字数")
    colour: Colour = field(title="颜色")
    element: tuple[Element, ...] = field((), title="各要素")
    size: tuple[SizeName, ...] = field((), title="字号的名称")

    def of(self, id: str) -> Element | None:
        """Return an element."""
        return next((element for element in self.element if element.id == id), None)

    def basis(self, clause: str) -> str:
        """Name a clause."""
        return f"{self.title} {clause}"

    def named(self, half_points: float) -> str:
        """Name a size of letters."""
        points = half_points / 2
        said = f"{points:g} 磅"
        name = next((one.name for one in self.size if float(one.points) == points), "")
        return f"{name}（{said}）" if name else said


class HouseLimits(Entry):
    """Limits that no standard gives."""

    indent_near: Amount = field(title="缩进相差多少字以内算作相同", ge=0)
    title_longest: Whole = field(title="标题一行最多几个字", ge=1)
    title_short: Amount = field(title="末行不到最长一行的多少算作不匀称", ge=0)
    sentence: Whole = field(title="正文一段至少几个字", ge=1)
    signature_longest: Whole = field(title="署名最多几个字", ge=1)
    spaces: Whole = field(title="几个半角空格算作对齐", ge=1)
    blank_lines: Whole = field(title="几个空段落算作撑开", ge=1)
    first_places: Whole = field(title="写出前几处", ge=1)
    label: Whole = field(title="栏目名最多几个字", ge=1)
    long_lines: Whole = field(title="几行以上不居中", ge=1)
    smallest: Amount = field(title="最小的字（磅）", ge=0)
    air: Amount = field(title="字上下至少空几磅", ge=0)
    double_from: Amount = field(title="空隙不到几磅的，两条线看着是一条", ge=0)
    double: Amount = field(title="两张表的空隙不到几磅算双线", ge=0)
    merged_label: Whole = field(title="类别名最多几个字", ge=1)
    few_cells: Whole = field(title="几列以上才看表头", ge=1)
    near_width: Whole = field(title="宽相差多少缇算一样", ge=0)


class HouseWords(Entry):
    """Words and marks by which lines of a letter are known."""

    attachment: Text = field(title="附件二字", min_length=1)
    notes: tuple[Text, ...] = field(title="表下说明开头的词")
    marks: Text = field(title="中西文都有的标点")
    dashes: Text = field(title="页码两边的线")
    ends: Text = field(title="名称后面不写的标点")
    colon: Text = field(title="附件后面的冒号", min_length=1)
    half_colon: Text = field(title="写错的冒号", min_length=1)


class PageHouse(Entry):
    """The pack of limits and words."""

    source: Text = field(title="来源")
    limits: HouseLimits = field(title="限度")
    words: HouseWords = field(title="词语")
