"""Further amounts of all the money are those of its sources together."""

import pytest

SOURCES = """
sources = [
  { name = "省级资金", initial = 60, budget = 60, spent = 58, amounts = { "到位数" = 60 } },
  { name = "县级资金", initial = 40, budget = 40, spent = 37, amounts = { "到位数" = OWN } },
]

[funds.amounts]
"到位数" = WHOLE
"""
LINE = 'sources = [{ name = "当年财政拨款", initial = 100, budget = 100, spent = 95 }]\n'


def told_of(dossier, run, own, whole, budget="40"):
    text = (
        SOURCES.replace("OWN", own)
        .replace("WHOLE", whole)
        .replace("budget = 40", f"budget = {budget}")
    )
    _, out, err = run("check", dossier(change={LINE: text.lstrip("\n")}))
    return [line for line in (out + err).splitlines() if "到位数合计" in line]


@pytest.mark.parametrize(("own", "whole"), [("32.5", "92.5"), ("40", "100.00")])
def test_what_adds_up_is_right(dossier, run, own, whole):
    assert told_of(dossier, run, own, whole) == []


def test_what_does_not_add_up_is_told_at_the_whole(dossier, run):
    (line,) = told_of(dossier, run, "32.51", "92.5")
    assert "A09 到位数合计印作 92.5，各项来源之和为 92.51（60+32.51）" in line
    assert "books.toml:" in line


def test_sources_that_are_only_some_are_not_added_up(dossier, run):
    assert told_of(dossier, run, "30", "95", budget="35") == []
