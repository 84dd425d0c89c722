"""Lists of words: what is a word beyond the general lexicon, and what is known of slips."""

from generator.model.entry import Entry, Flag, Number, Text, Whole, field


class WordGroup(Entry):
    """Words of one's own, with how common they are."""

    source: Text = field(title="来源")
    count: Whole = field(
        title="次数", description="越大越常用；少见的名称写 10", ge=1, le=100_000_000
    )
    words: Text = field(title="词", description="用空格或换行隔开")
    frame: Flag = field(False, title="只是格式", description="true 时只算通顺，不作为别的词的改法")
    general: Flag = field(
        False, title="通用词", description="true 时只是改正通用词典里的次数，不算自己的词"
    )


class PairGroup(Entry):
    """How often some characters follow others."""

    source: Text = field(title="来源")
    count: Whole = field(title="次数", ge=1, le=100_000_000)
    words: Text = field(
        title="相邻的字",
        description="一组的头一个字，后面跟过它后面出现的各字；# 是数字，| 是其他文字和标点",
    )


class JoinedGroup(Entry):
    """Which words stand right behind some others."""

    source: Text = field(title="来源")
    words: Text = field(
        title="相邻的词",
        description="一行的头一个词，后面是跟过它后面出现的各词，用空格隔开",
    )


class CharacterGroup(Entry):
    """Characters or words of which something is known."""

    source: Text = field(title="来源")
    words: Text = field(title="字", description="用空格或换行隔开；形近字一组连着写")


class AloneGroup(Entry):
    """Characters that are words by themselves in so many of a hundred places."""

    source: Text = field(title="来源")
    percent: Whole = field(title="百分之几", ge=0, le=100)
    words: Text = field(title="字", description="连着写")


class Evidence(Entry):
    """How much each sign counts for a slip or against one, and from which sum on it is told."""

    source: Text = field(title="来源")
    base: Number = field(title="起点")
    gain: Number = field(
        title="改后切分好多少", description="以 e 为底的对数之差，9 以内每 1 计多少"
    )
    much_gain: Number = field(title="好出 9 以上的", description="每 1 计多少，到 22 为止")
    little_gain: Number = field(title="好不到 4")
    common: Number = field(title="改成的词常见", description="每 e 倍计多少")
    seen: Number = field(title="改成的词本文别处有", description="越少见的词越算数")
    again: Number = field(title="原来的写法本文别处有", description="每处，最多两处")
    rare: Number = field(title="原来的字少见", description="名称常用少见的字")
    partly: Number = field(title="原来的字落在别的词里")
    quoted: Number = field(title="在引号里")
    long: Number = field(title="三字以上")
    neighbours: Number = field(
        title="改后相邻的字更常连着", description="以 e 为底的对数之差，8 以内每 1 计多少"
    )
    much_neighbours: Number = field(title="好出 8 以上的", description="每 1 计多少，到 20 为止")
    stands: Number = field(title="原来的字合乎语法", description="数字、量词、助词前后和名称里")
    torn: Number = field(
        0, title="没改的字本在旁边的词里", description="两字的词，改后拆散了那个词"
    )
    phrase: Number = field(0, title="改成自己词表里四字以上的词")
    doubled_gain: Number = field(title="重复的，删后切分好多少", description="12 以内每 1 计多少")
    doubled_neighbours: Number = field(
        0, title="一个字重复的，删后相邻的字更常连着", description="超过 8 的每 1 计多少"
    )
    linked: Number = field(0, title="改成的词跟旁边的词见过连着", description="每一边")
    at_home: Number = field(0, title="原来的词跟旁边的词见过连着", description="每一边")
    half_linked: Number = field(0, title="落了一个字的，补成的词跟旁边的词见过连着")
    half_both: Number = field(0, title="两边都见过的另计")
    word_linked: Number = field(0, title="原来也是词的，改成的词跟旁边的词见过连着")
    stray: Number = field(0, title="改后旁边还剩不成词的单字", description="每个，多是名称")
    rare_shape: Number = field(0, title="形近字，原来的字少见")
    strange: Number = field(
        0, title="改成的词报告里没有见过", description="既不在自己的词表里，也不在 familiar 里"
    )
    worded: Number = field(
        0, title="原来四字以上，拆开都是词", description="多是两个词连用，不是错字"
    )
    listed: Number = field(0, title="挨着顿号", description="并列的多是名称和专门用语")
    crowded: Number = field(
        0,
        title="全文不成词的字比一般报告多的",
        description="多出的占全文几分之几，乘以这个数；行业用语多的文稿，证据不足的不指出",
    )
    kinds: dict[str, Number] = field(
        {}, title="种类", description="同音、近音、形近、颠倒、重复各计多少"
    )
    told: Number = field(title="几分以上指出")
    likely: Number = field(title="几分以上有把握")
    certain: Number = field(title="几分以上可以自动改", description="改后还要落在四字以上的词里")


class WordLists(Entry):
    """What one file holds."""

    words: tuple[WordGroup, ...] = field((), title="词")
    pairs: tuple[PairGroup, ...] = field((), title="相邻的字")
    joined: tuple[JoinedGroup, ...] = field((), title="相邻的词")
    familiar: tuple[CharacterGroup, ...] = field(
        (), title="报告里用的词", description="别的词不大会是笔误本来要写的"
    )
    lone: tuple[CharacterGroup, ...] = field((), title="单独成词的字")
    alone: tuple[AloneGroup, ...] = field((), title="单独成词的多少")
    shapes: tuple[CharacterGroup, ...] = field((), title="形近字")
    repeated: tuple[CharacterGroup, ...] = field((), title="可以重叠的词")
    once: tuple[CharacterGroup, ...] = field((), title="单独成词时不会连写两遍的字")
    numerals: tuple[CharacterGroup, ...] = field((), title="数字和逐指的字")
    measures: tuple[CharacterGroup, ...] = field((), title="量词")
    particles: tuple[CharacterGroup, ...] = field((), title="助词")
    anywhere: tuple[CharacterGroup, ...] = field((), title="哪里都能站的字")
    singling: tuple[CharacterGroup, ...] = field((), title="后面的量词可以重叠的字")
    places: tuple[CharacterGroup, ...] = field((), title="地名后面的字")
    provinces: tuple[CharacterGroup, ...] = field((), title="省的名称末尾的字")
    counties: tuple[CharacterGroup, ...] = field((), title="只跟在地名后面的字")
    districts: tuple[CharacterGroup, ...] = field((), title="机关名称里跟在地名后面的字")
    bodies: tuple[CharacterGroup, ...] = field((), title="机关名称末尾的词")
    sites: tuple[CharacterGroup, ...] = field((), title="前面紧接着名称的地方")
    surnames: tuple[CharacterGroup, ...] = field((), title="姓")
    endings: tuple[CharacterGroup, ...] = field((), title="名称末尾的字")
    suffixes: tuple[CharacterGroup, ...] = field((), title="词后面加的字")
    opposites: tuple[CharacterGroup, ...] = field((), title="对举的字")
    evidence: Evidence | None = field(None, title="笔误的依据")
