"""jixiao lint as a clerk uses it: problems at the word, fixes that keep everything else, whole trees."""

import json

import pytest

from tests.conftest import PROJECT, UNIT, write_files

SLIPS = {
    "为全县读者购置图书。": "坚持稳中求百,为全县读者购置图书,今年完成。",
    "新馆推迟开放。": "《办法》、《细则》没有印发",
}


def test_a_sound_dossier_has_nothing_to_tell(dossier, run):
    assert run("lint", dossier())[:2] == (0, "检查了 1 份填报：没有发现问题。\n")


def test_a_problem_stands_at_the_word_itself(dossier, run):
    code, out, _ = run("lint", dossier(change=SLIPS))
    assert code == 0
    line = 'overview = "坚持稳中求百,为全县读者购置图书,今年完成。"'
    assert f"books.toml:5:{line.index('稳中') + 1}: 警告 W01 “稳中求百”应为“稳中求进”" in out
    assert f"books.toml:5:{line.index('今年') + 1}: 警告 W05" in out
    assert f"books.toml:5:{line.index(',') + 1}: 提示 F01" in out


@pytest.mark.parametrize("style", ["json", "sarif", "github"])
def test_other_formats_carry_the_place(dossier, run, style):
    _, out, _ = run("lint", dossier(change=SLIPS), "--format", style)
    if style == "github":
        assert "::warning file=inputs/library-2023/books.toml,line=5,col=" in out
        return
    data = json.loads(out)
    if style == "json":
        assert {p["code"] for p in data["problems"]} == {"W01", "W05", "F01", "F05"}
        assert data["summary"]["warning"] == 2
    else:
        assert len(data["runs"][0]["results"]) == 5


def test_a_trial_shows_the_difference_and_changes_nothing(dossier, run):
    folder = dossier(change=SLIPS)
    before = (folder / "books.toml").read_bytes()
    _, out, _ = run("lint", folder, "--fix", "--dry-run")
    assert '-overview = "坚持稳中求百,为全县读者购置图书,今年完成。"' in out
    assert '+overview = "坚持稳中求进，为全县读者购置图书，今年完成。"' in out
    assert (folder / "books.toml").read_bytes() == before


def test_a_fix_changes_the_words_and_nothing_else(dossier, run):
    commented = PROJECT.replace("[funds]", "# 备注：稳中求百,不改\n[funds]   # 万元")
    folder = dossier(project=commented, change={})
    path = folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    for old, new in SLIPS.items():
        text = text.replace(old, new)
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    _, out, _ = run("lint", folder, "--fix")
    assert "改正了 1 个文件里的 4 处。" in out
    expected = text.replace("坚持稳中求百,为", "坚持稳中求进，为").replace(
        "图书,今年", "图书，今年"
    )
    expected = expected.replace("》、《", "》《")
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode()
    assert "W05" in out  # what is not certain stays
    assert run("lint", folder, "--fix")[1].startswith("改正了 0 个文件")


def test_lines_that_end_in_two_ways_keep_their_ends_in_a_fix(dossier, run):
    path = dossier(change={"丰富馆藏。": "丰富馆藏。。"}) / "books.toml"
    mixed = path.read_bytes().replace(b"\n", b"\r\n").replace(b"]\r\n", b"]\n")
    path.write_bytes(mixed)
    run("lint", path.parent, "--fix")
    assert path.read_bytes() == mixed.replace("。。".encode(), "。".encode())


def test_escapes_and_quoted_figures_survive_a_fix(dossier, run):
    text = 'achieved = "稳中求百\\n购\\u4E66\\"{{ funds.spent }}\\",完成"'
    folder = dossier(
        change={
            "achieved = '购书{{ indicator(\"购书册数\").actual }}，支出{{ funds.spent }}。'": text
        }
    )
    run("lint", folder, "--fix")
    assert 'achieved = "稳中求进\\n购\\u4E66\\"{{ funds.spent }}\\"' in (
        folder / "books.toml"
    ).read_text(encoding="utf-8")


def test_an_acceptance_holds_and_is_not_fixed(dossier, run):
    accept = '\n[[accept]]\ncode = "W01"\nkey = "project.overview"\nreason = "引文原样"\n'
    folder = dossier(project=PROJECT.replace("为全县", "坚持稳中求百，为全县") + accept)
    _, out, _ = run("lint", folder, "--fix")
    assert "已接受 1 个" in out
    assert "引文原样" in out
    assert "稳中求百" in (folder / "books.toml").read_text(encoding="utf-8")


def test_an_unused_acceptance_of_wording_is_told_by_lint_and_not_by_check(dossier, run):
    folder = dossier(project=PROJECT + '\n[[accept]]\ncode = "W05"\nreason = "x"\n')
    assert "I22" in run("lint", folder)[1]
    assert "I22" not in run("check", folder)[1]


def test_an_unused_acceptance_of_a_check_is_told_by_check_and_not_by_lint(dossier, run):
    folder = dossier(project=PROJECT + '\n[[accept]]\ncode = "C03"\nreason = "x"\n')
    assert "I22" in run("check", folder)[1]
    assert "I22" not in run("lint", folder)[1]


def test_the_workspace_weighs_wording_anew(dossier, run, workspace):
    folder = dossier(change=SLIPS)
    (workspace / "jixiao.toml").write_text('[severity]\nW05 = "error"\n', encoding="utf-8")
    assert run("lint", folder)[0] == 1


def test_a_broken_file_is_told_and_the_rest_is_looked_at(dossier, run):
    code, out, _ = run("lint", dossier(change=SLIPS, other="a = "))
    assert code == 1
    assert "other.toml:1:5: 错误 I05" in out
    assert "W01" in out


class TestAcrossATree:
    @pytest.fixture
    def tree(self, dossier, workspace):
        """Write two dossiers of two bodies that share words."""
        folder = dossier()
        names = ("图书购置", "购书册数", "到馆人次增长率", "读者满意度")
        renamed = ("图书添购", "购书数册", "到馆增长人次率", "读者满意度")

        def make(**changes):
            text = PROJECT
            for old, new in (*zip(names, renamed, strict=True), *changes.items()):
                text = text.replace(old, new)
            unit = UNIT.replace("某县图书馆", "邻县少年儿童图书馆")
            write_files(
                workspace / "inputs" / "children-2023", {"unit.toml": unit, "books.toml": text}
            )
            return folder.parent

        return make

    def test_one_thing_under_two_names_is_told_with_the_form_to_prefer(self, tree, run):
        _, out, _ = run("lint", tree())
        assert "X05 指标名称" in out
        assert "只是语序不同" in out
        assert "建议统一写作" in out

    def test_boilerplate_and_reworded_sentences_are_told(self, tree, run):
        same = "项目资金按进度拨付，专款专用，由财务室逐笔审核，年底前全部支付完毕，没有超出预算，也没有挪用。"
        near = same.replace("逐笔审核", "逐笔复核")
        old = 'use = "作为下年度预算安排的依据。"'
        folder = tree(
            **{old: f'use = "{same}"\npublicity = "{same}"', 'publicity = "在政府': '# "'}
        )
        library = folder / "library-2023" / "books.toml"
        text = library.read_text(encoding="utf-8").replace(old, f'use = "{same}"')
        library.write_text(text, encoding="utf-8")
        assert "W06 这段话逐字出现在" in run("lint", folder)[1]
        library.write_text(text.replace(same, near), encoding="utf-8")
        assert "W06 同一句话有两种写法" in run("lint", folder)[1]

    def test_indicators_copied_by_an_unlike_project_are_told(self, tree, run):
        rows = "".join(
            f'\n[[indicator]]\nclass = "产出/数量"\nname = "办理事项之{n}"\ntarget = "≥1件"\n'
            for n in "甲乙丙丁戊己"
        )
        folder = tree(图书添购="车辆保险")
        for name in ("library-2023", "children-2023"):
            path = folder / name / "books.toml"
            path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8")
        path.write_text(
            path.read_text(encoding="utf-8").replace("购书数册", "购书册数"), encoding="utf-8"
        )
        _, out, _ = run("lint", folder)
        assert "C10 9 个指标与“" in out

    def test_what_was_left_in_a_copy_is_told_at_its_word_and_may_be_accepted(self, tree, run):
        said = "{name}按月核对预算执行进度，年底前报送支出明细和结余情况。"
        old = "为全县读者购置图书。"
        implementer = 'implementer = "{}"'
        theirs = {implementer.format("某县图书馆"): implementer.format("邻县少年儿童图书馆")}
        folder = tree(**{old: said.format(name="某县图书馆"), **theirs})
        library = folder / "library-2023" / "books.toml"
        text = library.read_text(encoding="utf-8")
        own = said.format(name="{{ unit.name }}")
        library.write_text(text.replace(old, own), encoding="utf-8")
        code, out, _ = run("lint", folder)
        assert code == 0
        line = f'overview = "{said.format(name="某县图书馆")}"'
        assert f"books.toml:5:{line.index('某县') + 1}: 警告 W09" in out
        assert "“某县图书馆”是别人的，应为“邻县少年儿童图书馆”" in out
        copy = folder / "children-2023" / "books.toml"
        accept = '\n[[accept]]\ncode = "W09"\ncount = 1\nreason = "合写"\n'
        copy.write_text(copy.read_text(encoding="utf-8") + accept, encoding="utf-8")
        assert "警告 W09" not in run("lint", folder)[1]
        # Alone, nobody can tell: that is no fault of the acceptance.
        assert "I22" not in run("lint", copy.parent)[1]

    def test_a_glossary_lists_the_terms(self, tree, run):
        _, out, _ = run("lint", tree(), "--glossary")
        assert out.splitlines()[0] == "类别\t用语\t处数\t填报\t相近的写法"
        assert "指标\t读者满意度\t2\t2\t" in out
        assert "指标\t到馆人次增长率\t1\t1\t到馆增长人次率" in out

    def test_a_glossary_is_data_too(self, tree, run):
        data = json.loads(run("lint", tree(), "--glossary", "--format", "json")[1])
        kinds = {row["kind"] for row in data["terms"]}
        assert kinds == {"单位", "项目", "指标"}
