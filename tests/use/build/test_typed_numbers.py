"""Numbers typed into prose: advised to be quoted, and told when they have gone stale."""

import pytest

PROSE = 'overview = "为全县读者购置图书。"'


def with_prose(text):
    return {PROSE: f'overview = "{text}"'}


@pytest.mark.parametrize(
    "text",
    [
        "全年支出95万元。",
        "支出950000元。",
        "支出0.0095亿元。",
        "执行率95%。",
        "目标为20000册。",
        "读者满意度93％。",
    ],
)
def test_a_typed_figure_is_advised_to_be_quoted(dossier, run, text):
    code, out, _ = run("check", dossier(change=with_prose(text)))
    assert code == 0
    assert "X07" in out
    assert "{{" in out


@pytest.mark.parametrize(
    "text",
    [
        "2023年启动。",
        "依据财预〔2020〕100号文件。",
        "第95万元档。",
        "95余万元。",
        "共有95人参加。",
        "支出{{ funds.spent }}。",
        "编号A95万元。",
        "购书3册。",
    ],
)
def test_years_document_numbers_and_small_counts_are_left_alone(dossier, run, text):
    assert "X07" not in run("check", dossier(change=with_prose(text)))[1]


SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}


class TestStale:
    def test_a_typed_number_that_stayed_behind_is_told_with_both_values_and_lines(
        self, dossier, run
    ):
        prose = with_prose("全年支出95万元。")
        folder = dossier(change=prose)
        run("build", folder)
        dossier(change={**prose, **SPENT})
        code, out, _ = run("build", folder)
        assert code == 0
        (line,) = [line for line in out.splitlines() if "X08" in line]
        assert "95万元" in line
        assert "现在是 96万元" in line
        assert line.count("books.toml:") == 2

    def test_it_is_told_as_long_as_it_stays(self, dossier, run):
        prose = with_prose("全年支出95万元。")
        folder = dossier(change=prose)
        run("build", folder)
        dossier(change={**prose, **SPENT})
        run("build", folder)
        assert "X08" in run("build", folder)[1]
        dossier(change={**prose, "spent = 95\n": "spent = 97\n", "spent = 95 }": "spent = 97 }"})
        assert "X08" in run("build", folder)[1]

    def test_it_is_silent_once_it_is_mended(self, dossier, run):
        prose = with_prose("全年支出95万元。")
        folder = dossier(change=prose)
        run("build", folder)
        dossier(change={**with_prose("全年支出{{ funds.spent }}。"), **SPENT})
        assert "X08" not in run("build", folder)[1]

    def test_changes_tells_it_before_a_build(self, dossier, run):
        prose = with_prose("全年支出95万元。")
        folder = dossier(change=prose)
        run("build", folder)
        dossier(change={**prose, **SPENT})
        assert "以前的值 95万元" in run("changes", folder)[1]

    def test_a_number_that_is_another_figure_now_is_not_stale(self, dossier, run):
        prose = with_prose("预算100万元。")
        folder = dossier(
            change={**prose, "spent = 95\n": "spent = 100\n", "spent = 95 }": "spent = 100 }"}
        )
        run("build", folder)
        dossier(change=prose)
        assert "X08" not in run("build", folder)[1]
