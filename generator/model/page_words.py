"""How the page says what problems say for the command line."""

from generator.model.entry import Entry, Text, field


class PageWord(Entry):
    """A command, a file or a mark, and where on the page that is."""

    says: Text = field(title="命令行里的说法", min_length=1, examples=["jixiao check"])
    page: Text = field(title="页面上的说法", min_length=1, examples=["“问题”"])


class PageWords(Entry):
    """All of them."""

    word: tuple[PageWord, ...] = field((), title="说法")
