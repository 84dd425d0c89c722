"""jixiao pull: edits of a Word file become a patch of the inputs, and a build gives them back."""

import tomllib

import docx
import pytest

from tests.use.pull.folders import built, example, inputs_of

LONG = 'overview = """为全县读者购置图书。\n全年支出{{ funds.spent }}，图书送到每个乡镇。""" # 概况'
PROSE = {'overview = "为全县读者购置图书。"': LONG}


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def only(outputs):
    (path,) = outputs.glob("*.docx")
    return path


def edit(path, old, new):
    document = docx.Document(str(path))
    holders = [*document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            holders += [p for cell in row.cells for p in cell.paragraphs]
    runs = {run._r: run for p in holders for run in p.runs if old in run.text}.values()
    assert runs, f"nothing says {old}"
    for run in runs:
        run.text = run.text.replace(old, new)
    document.save(str(path))


def words(path):
    document = docx.Document(str(path))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


@pytest.fixture
def pulled(dossier, run, outputs):
    """Build, edit, pull and apply; returns the project file, the diff and what was said."""

    def make(*edits, change=PROSE):
        folder = dossier(change=change)
        assert run("build", folder)[0] == 0
        for old, new in edits:
            edit(only(outputs), old, new)
        code, out, err = run("pull", only(outputs), "--apply")
        assert code == 0, err
        return folder / "books.toml", out, err

    return make


def test_a_changed_input_figure_becomes_a_changed_value_at_its_line(pulled, run, outputs):
    path, diff, _ = pulled(("20500册", "20600册"))
    text = path.read_text(encoding="utf-8")
    assert 'actual = "20600册"' in text
    assert '-actual = "20500册"' in diff
    run("build", path.parent)
    assert "购书20600册" in words(only(outputs))


def test_a_changed_amount_stays_a_number(pulled):
    path, _, _ = pulled(("95万元", "95.5万元"))
    assert "spent = 95.5\n" in path.read_text(encoding="utf-8")


def test_changed_prose_keeps_its_quotations_comments_and_layout(pulled, run, outputs):
    path, _, _ = pulled(("图书送到每个乡镇", "图书送到每个乡镇和社区"))
    text = path.read_text(encoding="utf-8")
    assert LONG.replace("每个乡镇", "每个乡镇和社区") in text
    before = words(only(outputs))
    _, out, _ = run("build", path.parent, "--on-edited", "merge")
    assert "图书送到每个乡镇和社区。" in words(only(outputs))
    assert words(only(outputs)) == before
    assert "O08" not in out


def test_a_cell_with_a_sentence_is_taken_back_too(pulled):
    path, _, _ = pulled(("丰富馆藏", "丰富馆藏资源"))
    assert 'expected = "丰富馆藏资源。"' in path.read_text(encoding="utf-8")


def test_changed_standard_wording_becomes_the_units_own_text_with_figures_quoted(
    pulled, run, outputs
):
    path, _, _ = pulled(("执行率为", "执行率达到"))
    text = path.read_text(encoding="utf-8")
    assert "[text]" in text
    assert "{{ funds.spent }}" in text.partition("[text]")[2]
    assert "{{ funds.rate }}" in text.partition("[text]")[2]
    before = words(only(outputs))
    run("build", path.parent, "--on-edited", "merge")
    assert words(only(outputs)) == before


def test_a_computed_figure_is_refused_with_its_formula_in_one_line(pulled):
    path, diff, err = pulled(("93.5分", "99分"))
    assert diff == ""
    assert "算出来的数" in err
    assert "9.5 + 50 + 24 + 10" in err
    assert "O16" in err
    assert "99" not in path.read_text(encoding="utf-8")


def test_without_apply_the_patch_is_only_shown(dossier, run, outputs):
    folder = dossier(change=PROSE)
    run("build", folder)
    before = (folder / "books.toml").read_bytes()
    edit(only(outputs), "20500册", "20600册")
    code, out, err = run("pull", only(outputs))
    assert code == 0
    assert '+actual = "20600册"' in out
    assert "--apply" in err
    assert (folder / "books.toml").read_bytes() == before


def test_a_file_without_edits_has_nothing_to_pull(dossier, run, outputs):
    run("build", dossier())
    code, out, err = run("pull", only(outputs))
    assert (code, out) == (0, "")
    assert "没有可取回的改动" in err


def test_inputs_that_moved_on_keep_what_moved(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    edit(only(outputs), "20500册", "20600册")
    dossier(change={"丰富馆藏。": "充实馆藏。"})
    code, _, err = run("pull", only(outputs), "--apply")
    text = (folder / "books.toml").read_text(encoding="utf-8")
    assert code == 0, err
    assert 'actual = "20600册"' in text
    assert "充实馆藏。" in text


def test_what_both_changed_is_told_and_left(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    edit(only(outputs), "20500册", "20600册")
    dossier(change={"20500册": "20700册"})
    code, diff, err = run("pull", only(outputs), "--apply")
    assert code == 0
    assert diff == ""
    assert "输入里也改了这一处" in err
    assert "20700册" in (folder / "books.toml").read_text(encoding="utf-8")


def test_a_changed_heading_is_refused(pulled):
    _, diff, err = pulled(("项目基本情况", "项目概况"))
    assert diff == ""
    assert "O16" in err


def test_quotes_and_backslashes_come_through(pulled):
    path, _, _ = pulled(("图书送到每个乡镇", '图书"送到"每个\\乡镇'))
    import tomllib

    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert '图书"送到"每个\\乡镇' in data["project"]["overview"]


@pytest.mark.parametrize("name", ["none.docx", "bad.docx"])
def test_a_file_that_cannot_be_read_is_told(run, workspace, name):
    (workspace / "bad.docx").write_bytes(b"no")
    code, _, err = run("pull", workspace / name)
    assert code == 1
    assert "O15" in err


CLEAN = [(), ("-o", "handed-in")]


@pytest.fixture
def clean(dossier, run, workspace):
    """Build a clean copy and find it."""

    def make(where=(), change=PROSE):
        folder = dossier(change=change)
        assert run("build", folder, "--clean", *where)[0] == 0
        (path,) = workspace.rglob("*.docx")
        return folder, path

    return make


@pytest.mark.parametrize("where", CLEAN)
def test_words_cells_and_figures_come_back_from_a_clean_copy(clean, run, workspace, where):
    folder, path = clean(where)
    edit(path, "图书送到每个乡镇", "图书送到每个村")
    edit(path, "20500册", "20600册")
    edit(path, "延长开放时间", "延长周末开放时间")
    where = () if not where else ("--inputs", folder)
    code, _, err = run("pull", path, "--apply", *where)
    assert code == 0, err
    assert "没有取回" not in err
    said = (folder / "books.toml").read_text(encoding="utf-8")
    assert "全年支出{{ funds.spent }}，图书送到每个村。" in said
    assert 'actual = "20600册"' in said
    assert "延长周末开放时间" in said


def test_a_clean_copy_is_pulled_after_the_inputs_moved_on(clean, run, dossier):
    folder, path = clean()
    edit(path, "图书送到每个乡镇", "图书送到每个村")
    moved = {**PROSE, "spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
    dossier(change={**moved, "延长开放时间": "延长周末开放时间"})
    code, diff, err = run("pull", path, "--apply")
    assert code == 0, err
    said = (folder / "books.toml").read_text(encoding="utf-8")
    assert "全年支出{{ funds.spent }}，图书送到每个村。" in said
    assert "spent = 96" in said
    assert "延长周末开放时间" in said
    assert (
        sum(line.startswith("+") and not line.startswith("+++") for line in diff.split("\n")) == 1
    )


def test_an_untouched_clean_copy_has_nothing_to_pull(clean, run):
    _, path = clean()
    code, _, err = run("pull", path)
    assert code == 0
    assert "没有可取回的改动" in err


def test_a_section_that_would_be_standard_again_is_not_taken_out(dossier, run, outputs):
    own = {"[result]": '[text]\noverview = "为全县读者购置图书，另见专报。"\n\n[result]'}
    path = dossier(change=own) / "books.toml"
    assert run("build", path.parent)[0] == 0
    said = words(only(outputs))
    document = docx.Document(str(only(outputs)))
    (gone,) = [p._p for p in document.paragraphs if "另见专报" in p.text]
    gone.getparent().remove(gone)
    document.save(str(only(outputs)))
    before = path.read_bytes()
    _, _, err = run("pull", only(outputs), "--apply")
    assert "另见专报" in said
    assert "O16" in err
    assert path.read_bytes() == before


def test_words_without_which_a_heading_stands_alone_are_told_before_they_go(dossier, run, outputs):
    path = dossier() / "books.toml"
    assert run("build", path.parent)[0] == 0
    document = docx.Document(str(only(outputs)))
    (gone,) = [p._p for p in document.paragraphs if p.text == "在政府网站公开。"]
    gone.getparent().remove(gone)
    document.save(str(only(outputs)))
    before = path.read_bytes()
    _, _, err = run("pull", only(outputs), "--apply")
    assert "T13 标题“结果公开情况”下面没有文字" in err
    assert path.read_bytes() == before


@pytest.mark.parametrize("whole", [False, True])
def test_hidden_words_are_not_pulled_into_print(dossier, run, outputs, whole):
    path = dossier(change=PROSE) / "books.toml"
    assert run("build", path.parent)[0] == 0
    document = docx.Document(str(only(outputs)))
    own = next(p for p in document.paragraphs if "图书送到每个乡镇" in p.text)
    home = own.insert_paragraph_before("", own.style) if whole else own
    home.add_run("内部掌握，不印。").font.hidden = True
    document.save(str(only(outputs)))
    before = path.read_bytes()
    _, _, err = run("pull", only(outputs), "--apply")
    assert "隐藏的文字" in err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "spent"), [("950000元", "spent = 96\n"), ("97万元", "spent = 97\n")]
)
def test_a_former_value_in_another_unit_does_not_go_back_after_a_merge(
    dossier, run, outputs, typed, spent
):
    money = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
    assert run("build", dossier())[0] == 0
    edit(only(outputs), "95万元", typed)
    path = dossier(change=money) / "books.toml"
    run("build", path.parent, "--on-edited", "merge")
    assert typed in words(only(outputs))
    run("pull", only(outputs), "--apply")
    assert spent in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "actual", "instead"),
    [
        ("20500册（含赠书）", "20500册", '{{ indicator("购书册数").actual }}（含赠书）'),
        ("全年购书20500册", "20500册", '全年购书{{ indicator("购书册数").actual }}'),
        ("20600册", "20600册", None),
        ("约20500册", "约20500册", None),
    ],
)
def test_words_beside_a_value_that_is_scored_are_printed_instead_of_it(
    dossier, run, outputs, typed, actual, instead
):
    path = dossier() / "books.toml"
    assert run("build", path.parent)[0] == 0
    document = docx.Document(str(only(outputs)))
    cells = {c._tc: c for t in document.tables for r in t.rows for c in r.cells}.values()
    (own,) = [c.paragraphs[0] for c in cells if c.text == "20500册"]
    own.runs[0].text = typed
    for other in own.runs[1:]:
        other.text = ""
    document.save(str(only(outputs)))
    _, _, err = run("pull", only(outputs), "--apply")
    row = tomllib.loads(path.read_text(encoding="utf-8"))["indicator"][0]
    assert (row["actual"], row.get("actual-text")) == (actual, instead)
    assert "新的错误" not in err
    assert run("build", path.parent, "--on-edited", "merge")[0] == 0


def test_a_paragraph_goes_although_the_inputs_have_a_new_one_beside_it(dossier, run, outputs):
    before = dossier(change=PROSE) / "books.toml"
    assert run("build", before.parent)[0] == 0
    document = docx.Document(str(only(outputs)))
    (gone,) = [p._p for p in document.paragraphs if p.text == "为全县读者购置图书。"]
    gone.getparent().remove(gone)
    document.save(str(only(outputs)))
    longer = {old: new.replace("乡镇。", "乡镇。\n另购有声读物。") for old, new in PROSE.items()}
    path = dossier(change=longer) / "books.toml"
    run("pull", only(outputs), "--apply")
    text = path.read_text(encoding="utf-8")
    assert "为全县读者购置图书。" not in text
    assert "另购有声读物。" in text


def test_a_title_that_was_parted_into_lines_is_not_pulled(tmp_path, monkeypatch, run):
    folder = example("ziyang-2022", tmp_path)
    (path,) = built("ziyang-2022", tmp_path)
    monkeypatch.chdir(tmp_path)
    document = docx.Document(str(path))
    title = next(p for p in document.paragraphs if p.text)
    first = title.insert_paragraph_before("", title.style)
    end = next(at for at, node in enumerate(title._p) if node.tag.endswith("}bookmarkEnd"))
    first._p.extend(list(title._p)[1 : end + 2])
    document.save(str(path))
    before = inputs_of(folder)
    _, _, err = run("pull", path, "--apply")
    assert "O16" in err
    assert inputs_of(folder) == before


def test_words_that_make_a_title_break_are_pulled_once(tmp_path, monkeypatch, run):
    folder = example("hongshan-2020", tmp_path)
    path = built("hongshan-2020", tmp_path)[1]
    monkeypatch.chdir(tmp_path)
    document = docx.Document(str(path))
    title = next(p for p in document.paragraphs if p.text)
    next(r for r in title.runs if r.text == "年度").text = "年度修订后"
    document.save(str(path))
    for _ in range(2):
        run("pull", path, "--apply")
        form = inputs_of(folder)["inspection.toml", "titles", "form"]
        assert form == "{{ year }}年度修订后{{ name }}项目自评表"
