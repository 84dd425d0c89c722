"""Read how the page says what problems say for the command line."""

from functools import cache

from generator.base.toml import read_toml
from generator.load.packaged import packaged_templates
from generator.model.page_words import PageWords

FILE = "page.toml"


@cache
def packaged_page_words() -> PageWords:
    """Read the packaged words."""
    file, problems = read_toml(packaged_templates() / FILE, FILE)
    if file is None:
        raise ValueError(problems)
    return PageWords.from_data(file.data)
