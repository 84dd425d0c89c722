"""The commands as a clerk uses them: right and wrong, from any folder, twice."""

import json
import subprocess
import sys

import docx
import pytest

from tests.conftest import ROOT
from tests.foreign import word_bytes

HEAVY = (
    "pydantic",
    "docx",
    "docxtpl",
    "jinja2",
    "lxml",
    "rich",
    "openpyxl",
    "tomlkit",
    "tree_sitter",
    "rapidfuzz",
)


def test_help_imports_no_word_excel_or_model_code():
    code = (
        "import sys; sys.argv=['jixiao','--help']\n"
        "from generator.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"bad=[m for m in {HEAVY!r} if m in sys.modules]\n"
        "assert not bad, bad"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "check" in done.stdout


def test_check_imports_no_word_code_no_table_printer_and_nothing_that_reads_or_builds_documents():
    code = (
        f"import sys; sys.argv=['jixiao','check',{str(ROOT / 'inputs' / 'kaiping-2020')!r}]\n"
        "from generator.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "others=('docx','docxtpl','lxml','rich','tomlkit','tree_sitter','generator.read.draft',"
        "'generator.use.build.planned_documents','generator.roundtrip.manifest',"
        "'generator.model.blocks')\n"
        "bad=[m for m in others if m in sys.modules]\n"
        "assert not bad, bad"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_build_of_prepared_templates_parses_no_xml_and_speaks_to_no_network():
    code = (
        "import sys, generator.use.build.whole_build, generator.word.word_render\n"
        "bad=[m for m in ('lxml','xml.sax','urllib.request','docx','jinja2') if m in sys.modules]\n"
        "assert not bad, bad"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_an_audit_of_a_word_file_loads_nothing_of_other_work(tmp_path):
    form = tmp_path / "自评表.docx"
    form.write_bytes(word_bytes("2023年度项目支出绩效自评表", [["项目名称", "渠道清淤"]]))
    code = (
        f"import sys; sys.argv=['jixiao','audit',{str(form)!r}]\n"
        "from generator.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "others=('docx','docxtpl','jinja2','rich','tomlkit','python_calamine','tree_sitter',"
        "'generator.use.lint.lint','generator.roundtrip.state','generator.excel.sheet_reading')\n"
        "bad=[m for m in others if m in sys.modules]\n"
        "assert not bad, bad"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_sound_dossier_passes(dossier, run):
    code, out, _ = run("check", dossier())
    assert (code, out) == (0, "检查了 1 份填报：没有发现问题。\n")


def test_all_problems_of_all_files_come_at_once(dossier, run):
    folder = dossier(
        change={'name = "某县图书馆"': 'nmae = "某县图书馆"', "spent = 95\n": 'spent = "95"\n'},
        other="a = ",
    )
    code, out, _ = run("check", folder)
    assert code == 1
    assert "unit.toml:5:1: 错误 I10 不认识的键“nmae”" in out
    assert "是不是想写：name" in out
    assert "books.toml:10:9: 错误 I12 “spent”应为不带引号的数字" in out
    assert "other.toml:1:5: 错误 I05" in out


def test_a_missing_key_is_told_at_its_table(dossier, run):
    _, out, _ = run("check", dossier(change={'name = "购书册数"\n': ""}))
    assert "books.toml:17:1: 错误 I11 缺少“name”（三级指标名称）" in out


@pytest.mark.parametrize("style", ["json", "sarif", "github"])
def test_other_formats_carry_place_code_and_words(dossier, run, style):
    code, out, _ = run(
        "check", dossier(change={'authority = "某县文化局"\n': ""}), "--format", style
    )
    assert code == 1
    if style == "github":
        assert out.startswith("::error file=inputs/library-2023/books.toml,line=1,col=")
        return
    data = json.loads(out)
    if style == "json":
        (problem,) = data["problems"]
        assert set(problem) == {
            "code",
            "severity",
            "message",
            "hint",
            "file",
            "line",
            "column",
            "key",
            "place",
            "quote",
            "basis",
        }
        assert data["summary"] == {"error": 1, "warning": 0, "note": 0, "accepted": 0}
        assert (problem["code"], problem["key"]) == ("C01", "project.authority")
    else:
        (result,) = data["runs"][0]["results"]
        assert result["ruleId"] == "C01"
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] > 0


def test_an_accepted_problem_is_listed_and_not_counted(dossier, run):
    accept = (
        '\n[[accept]]\ncode = "C02"\nkey = "indicator[到馆人次增长率]"\nreason = "已当面说明"\n'
    )
    from tests.conftest import PROJECT

    folder = dossier(project=PROJECT.replace('reason = "新馆推迟开放。"\n', "") + accept)
    code, out, _ = run("check", folder)
    assert code == 0
    assert "已当面说明" in out
    assert "已接受 1 个" in out


def test_an_acceptance_that_meets_nothing_is_a_problem(dossier, run):
    from tests.conftest import PROJECT

    _, out, _ = run(
        "check", dossier(project=PROJECT + '\n[[accept]]\ncode = "C03"\nreason = "x"\n')
    )
    assert "警告 I22" in out


def test_a_broken_input_cannot_be_accepted_away(dossier, run):
    from tests.conftest import PROJECT

    text = (
        PROJECT.replace("funds.spent", "funds.spnt") + '\n[[accept]]\ncode = "I20"\nreason = "x"\n'
    )
    code, _, _ = run("check", dossier(project=text))
    assert code == 1


def test_the_workspace_may_weigh_problems_anew(dossier, run, workspace):
    folder = dossier(change={'reason = "新馆推迟开放。"\n': ""})
    assert run("check", folder)[0] == 0
    (workspace / "jixiao.toml").write_text('[severity]\nC02 = "error"\n', encoding="utf-8")
    assert run("check", folder)[0] == 1


def test_a_file_or_the_folder_above_name_the_dossier_too(dossier, run):
    folder = dossier()
    for path in (folder / "books.toml", folder.parent, folder.parent.parent):
        assert run("check", path)[0] == 0


@pytest.mark.parametrize("path", ["没有 这个", "jixiao.toml", "."])
def test_a_wrong_path_is_told(workspace, run, path):
    code, out, _ = run("check", path)
    assert code == 1
    assert "I01" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chekc",), "check"),
        (("check", "--fromat", "json"), "--format"),
        (("check", "--format", "xml"), "text"),
        (("explain",), "缺少"),
    ],
)
def test_wrong_use_is_told_in_chinese(run, arguments, words):
    code, _, err = run(*arguments)
    assert code == 2
    assert "用法有误" in err
    assert words in err


def test_our_own_fault_is_no_traceback(dossier, run, monkeypatch):
    from generator.cli import session

    def fail(_self, _doing, _work):
        raise RuntimeError("boom")

    monkeypatch.setattr(session.Session, "each", fail)
    code, out, err = run("check", dossier())
    assert code == 3
    assert "程序内部出错" in err
    assert "Traceback" not in out + err


class TestBuild:
    def test_it_writes_a_report_that_holds_the_figures(self, dossier, run, workspace):
        code, _, err = run("build", dossier())
        assert code == 0, err
        (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
        text = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
        assert "一、项目基本情况" in text
        assert "（一）评价目的" in text
        assert "自评总分为93.5分，评价等级为“优”" in text
        assert "2024年3月1日" in text

    def test_the_same_input_gives_the_same_bytes(self, dossier, run, tmp_path):
        folder = dossier()
        for name in ("一", "二"):
            assert run("build", folder, "-o", tmp_path / name)[0] == 0
        one, two = (
            sorted(p for p in (tmp_path / name).rglob("*") if p.is_file()) for name in ("一", "二")
        )
        assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
        lock, kept = (path for path in one if path.parent.name == ".jixiao")
        names = [path.name[:8] for path in one if path.parent.name != ".jixiao"]
        assert names == [".jixiao-", ".jixiao-", "01 某县图书馆"]
        assert (lock.name, lock.read_bytes()) == (".jixiao-lock", b"")
        assert kept.read_bytes() == one[-1].read_bytes()

    def test_with_an_error_nothing_is_written_and_the_earlier_file_stays(
        self, dossier, run, workspace
    ):
        assert run("build", dossier())[0] == 0
        (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
        before = path.read_bytes()
        code, _, err = run("build", dossier(change={"spent = 95\n": ""}))
        assert code == 1
        assert "没有写出" in err
        assert path.read_bytes() == before

    def test_a_draft_shows_what_is_missing(self, dossier, run, workspace):
        folder = dossier(change={"spent = 95\n": "", 'actual = "8%"\n': ""})
        code, out, _ = run("build", folder, "--draft")
        assert code == 0
        assert "C01" in out
        (path,) = (workspace / "outputs" / "library-2023").glob("*草稿*.docx")
        document = docx.Document(str(path))
        assert "【待补】" in "\n".join(p.text for p in document.paragraphs)
        assert "【待补】" in {c.text for row in document.tables[0].rows for c in row.cells}
        assert document.sections[0].header.paragraphs[0].text == "草稿"

    def test_a_second_run_leaves_the_same_files(self, dossier, run, workspace):
        folder = dossier()
        outputs = workspace / "outputs" / "library-2023"
        run("build", folder)
        before = {p.name: p.read_bytes() for p in outputs.rglob("*") if p.is_file()}
        run("build", folder)
        assert {p.name: p.read_bytes() for p in outputs.rglob("*") if p.is_file()} == before

    def test_one_failing_dossier_does_not_stop_the_others(self, dossier, run, workspace):
        folder = dossier()
        (folder.parent / "broken").mkdir()
        (folder.parent / "broken" / "unit.toml").write_text("a = ", encoding="utf-8")
        code, _, _ = run("build", folder.parent)
        assert code == 1
        assert list((workspace / "outputs" / "library-2023").glob("*.docx"))

    def test_a_broken_template_is_told_and_nothing_is_written(self, dossier, run, workspace):
        own = workspace / "templates" / "docx"
        own.mkdir(parents=True)
        (own / "report.docx").write_bytes(b"no word file")
        code, out, _ = run("build", dossier())
        assert code == 1
        assert "T02" in out
        assert not (workspace / "outputs").exists()

    def test_it_can_be_run_from_another_folder(
        self, dossier, run, tmp_path, monkeypatch, workspace
    ):
        folder = dossier()
        (tmp_path / "别处 一").mkdir()
        monkeypatch.chdir(tmp_path / "别处 一")
        assert run("build", folder)[0] == 0
        assert list((workspace / "outputs" / "library-2023").glob("*.docx"))


class TestExplain:
    def test_a_total_is_explained_down_to_lines_and_rules(self, dossier, run):
        code, out, _ = run("explain", dossier(), "score.total")
        assert code == 0
        assert "93.5分　books/score.total" in out
        assert "9.5 + 50 + 24 + 10 = 93.5" in out
        assert "inputs/library-2023/books.toml:" in out
        assert "财预〔2020〕10号" in out
        # Every leaf of the chain is a line that somebody typed, down to the last target.
        assert "books/indicator[效益/社会效益/到馆人次增长率].target" in out
        assert out.count("来自：") >= 8

    def test_a_shown_text_finds_its_figure(self, dossier, run):
        assert (
            "books/indicator[产出/数量/购书册数].actual" in run("explain", dossier(), "20500册")[1]
        )

    def test_an_unknown_one_is_told_with_the_nearest(self, dossier, run):
        code, _, err = run("explain", dossier(), "score.totl")
        assert code == 1
        assert "score.total" in err

    def test_without_a_name_all_figures_are_listed(self, dossier, run):
        assert "books/funds.rate\t95%" in run("explain", dossier())[1]


def test_scores_are_printed_with_their_reasons(dossier, run):
    code, out, _ = run("score", dossier())
    assert code == 0
    assert "总分 93.5 分：9.5 + 50 + 24 + 10 = 93.5" in out
    assert "30 × 8 ÷ 10" in out


def test_score_json_has_the_documented_shape(dossier, run):
    _, out, _ = run("score", dossier(), "--format", "json")
    data = json.loads(out)
    (sheet,) = data["dossiers"]
    assert {
        "path",
        "unit",
        "kind",
        "scheme",
        "total",
        "grade",
        "parts",
        "groups",
        "indicators",
    } <= set(sheet)
    assert set(sheet["parts"][0]) == {"id", "label", "weight", "score", "trace"}
    assert {"class", "weight", "score"} <= set(sheet["groups"][0])
    assert set(sheet["indicators"][0]) == {
        "id",
        "class",
        "goal",
        "name",
        "target",
        "actual",
        "weight",
        "score",
        "trace",
        "line",
    }
    assert isinstance(sheet["total"], str)
    assert data["problems"] == []


def test_schemes_are_listed_with_their_basis(run, workspace):
    code, out, _ = run("schemes")
    assert code == 0
    assert "mof-2020" in out
    code, out, _ = run("schemes", "mof-2020")
    assert "财预〔2020〕10号" in out
    assert run("schemes", "mof-2002")[0] == 1
