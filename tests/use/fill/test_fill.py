"""A workbook goes out, is filled in, and comes back: into the right keys, again and again, and nowhere else."""

import io
import json
import shutil
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.number import plain
from generator.base.toml import read_toml
from generator.load.packaged import packaged_templates
from generator.use.fill.fill import fill, write_filling
from generator.use.fill.workbook_account import Answer
from tests.conftest import ROOT, UNIT, write_files
from tests.excel.form.workbooks import changed, form_of, known_form, marks_of, read, typed
from tests.use.fill.came_back import came_back, sent_form, with_typed

EXAMPLES = ("hongshan-2020", "kaiping-2020", "lukou-2023", "shanhaiguan-2021", "ziyang-2022")
SPENT, ACTUAL, DATE = ("funds", "spent"), ("indicator", 0, "actual"), ("unit", "date")


def data_of(path):
    file, problems = read_toml(path, path.name)
    assert file is not None, problems
    return file.data


@pytest.fixture(name="sent")
def sent_workbook(dossier, workspace):
    """Type into the workbook of a dossier; returns the file and the folder of the dossier."""

    def make(values=None, folder=None, name="填报表.xlsx"):
        folder = folder or dossier()
        path = workspace / name
        path.write_bytes(typed(known_form(folder), values or {}))
        return path, folder

    return make


def answers(filling):
    return [(e.answer, e.title, e.now) for file in filling.files for e in file.entries]


def applied(path, folder):
    filling = fill([path], folder)
    assert write_filling(filling) == ()
    return filling


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_untouched_workbook_changes_nothing(name, tmp_path):
    path = tmp_path / "填报表.xlsx"
    sent = form_of(ROOT / "inputs" / name)
    # How another program saves it is tried on the smallest; LibreOffice saves all of them elsewhere.
    path.write_bytes(changed(sent, lambda _: None) if name == "ziyang-2022" else sent)
    filling = fill([path], ROOT / "inputs")
    assert [file.folder.name for file in filling.files] == [name]
    assert (answers(filling), filling.fixed) == ([], ())


def test_the_same_dossier_gives_the_same_bytes(dossier):
    folder = dossier()
    assert form_of(folder) == form_of(folder)


def test_what_is_typed_goes_into_its_key_and_nothing_else_moves(sent):
    path, folder = sent({("books", SPENT): 93.5, ("books", ACTUAL): "20400册"})
    before = (folder / "books.toml").read_text("utf-8")
    filling = applied(path, folder)
    after = (folder / "books.toml").read_text("utf-8")
    assert {a for a, *_ in answers(filling)} == {Answer.TAKEN}
    assert after == before.replace("spent = 95\n", "spent = 93.5\n").replace("20500册", "20400册")


def test_comments_and_quotations_stay(sent, dossier):
    folder = dossier(change={"budget = 100\nspent": "budget = 100 # 见批复\nspent"})
    path, _ = sent({("books", ("funds", "budget")): 110}, folder)
    applied(path, folder)
    text = (folder / "books.toml").read_text("utf-8")
    assert "budget = 110 # 见批复" in text
    assert '{{ indicator("购书册数").actual }}' in text


@given(st.decimals(min_value=0, max_value=10**9, places=4, allow_nan=False))
def test_every_amount_goes_out_and_comes_back_exactly(number):
    from generator.excel.form.plain_words import meant, value_of
    from generator.excel.form.slot import SlotKind

    cell = float(number)  # as a cell holds it
    words = plain(Decimal(format(cell, ".15g")))
    assert value_of(SlotKind.NUMBER, meant(SlotKind.NUMBER, words).words) == number


def test_three_and_three_point_nought_are_one_number(sent, dossier):
    folder = dossier(change={"spent = 95\n": "spent = 95.00\n"})
    path, _ = sent({("books", SPENT): 95}, folder)
    assert answers(fill([path], folder)) == []


def test_a_percentage_in_a_cell_of_words_is_what_the_cell_shows(sent, workspace):
    path, folder = sent()
    place = read(path.read_bytes())
    at = place.cells[marks_of(place, "books", ACTUAL)].place

    def percent(book):
        book[at.sheet][at.cell].value = 0.935
        book[at.sheet][at.cell].number_format = "0%"

    path.write_bytes(changed(path.read_bytes(), percent))
    applied(path, folder)
    assert data_of(folder / "books.toml")["indicator"][0]["actual"] == "93.5%"


REFUSED = [
    (("books", SPENT), "约三万", "不是数"),
    (("books", SPENT), "95万元", "请只写数字 95"),
    (("books", SPENT), "42,000.50元", "请只写数字 42000.50"),
    (("books", SPENT), "-", "没有的留空"),
    (("books", SPENT), -3, "不能小于 0"),
    (("books", ("funds", "rate-places")), 2.5, "整数"),
    (("books", ("funds", "rate-places")), 9, "不能大于 4"),
    (("books", ("funds", "unit")), "美元", "只能是其中之一"),
    (("books", ("indicator", 0, "direction")), "大于", "只能是其中之一"),
    (("books", ("indicator", 0, "constraint")), "也许", "只能填"),
    (("", DATE), "2023年11月31日", "不是存在的日期"),
    (("books", ("indicator", 0, "name")), None, "不能空"),
    (("books", SPENT), "=1/0", "没有算出来的公式"),
    (("books", SPENT), "#REF!", "出错的公式（#REF!）"),
    (("books", ("indicator", 0, "actual")), "#N/A", "出错的公式（#N/A）"),
]


@pytest.mark.parametrize(("at", "value", "why"), REFUSED)
def test_what_is_no_value_of_its_cell_is_told_and_not_taken(dossier, at, value, why):
    folder = dossier()
    form = with_typed(sent_form(folder), {at: value})
    marks = marks_of(form, *at)
    is_unworked = str(value).startswith("=")
    cells = {**form.cells, marks: form.cells[marks]._replace(is_unworked=is_unworked)}
    if str(value).startswith("#"):
        cells[marks] = cells[marks]._replace(error=str(value))
    filling = came_back(folder, form._replace(cells=cells))
    (entry,) = filling.files[0].entries
    assert entry.answer is Answer.REFUSED
    assert why in entry.reason
    assert entry.place == form.cells[marks].place
    assert filling.fixed == ()
    assert [p.code for p in filling.files[0].problems] == ["O31", "O32"]


def row(number, **values):
    return {("books", ("indicator", number, key)): value for key, value in values.items()}


NEW = {"name": "合格率", "target": "100%", "actual": "99%", "weight": 10}
OF_QUALITY, OF_ANY = (
    5,
    27,
)  # rows to spare: the first of the class 产出/质量, and of those without one


@pytest.mark.parametrize(
    ("at", "typed_class"),
    [(OF_QUALITY, {}), (OF_ANY, {"class": "产出/质量"}), (OF_ANY, {"class": "质量指标"})],
)
def test_a_spare_row_becomes_a_new_indicator_once(sent, at, typed_class):
    path, folder = sent(row(at, **NEW, **typed_class))
    applied(path, folder)
    rows = data_of(folder / "books.toml")["indicator"]
    assert rows[3] == {**NEW, "class": "产出/质量"}
    assert answers(fill([path], folder)) == []


def test_a_new_row_without_what_it_must_have_is_told(sent):
    path, folder = sent(row(OF_ANY, target="100%"))
    (found,) = fill([path], folder).files[0].entries
    assert (found.answer, "指标类别、三级指标名称" in found.reason) == (Answer.REFUSED, True)


def test_an_emptied_row_goes(sent):
    path, folder = sent(
        row(1, **dict.fromkeys(("class", "name", "target", "actual", "weight", "reason")))
    )
    applied(path, folder)
    assert [r["name"] for r in data_of(folder / "books.toml")["indicator"]] == [
        "购书册数",
        "读者满意度",
    ]
    assert answers(fill([path], folder)) == []


def test_a_workbook_is_filled_in_further_and_taken_again(sent, workspace):
    path, folder = sent({("books", SPENT): 90, **row(OF_QUALITY, **NEW)})
    first = path.read_bytes()
    applied(path, folder)
    path.write_bytes(typed(first, {("books", SPENT): 91, **row(OF_QUALITY, actual="98%")}))
    filling = applied(path, folder)
    assert {a for a, *_ in answers(filling)} == {Answer.TAKEN}
    data = data_of(folder / "books.toml")
    assert (data["funds"]["spent"], data["indicator"][3]["actual"]) == (91, "98%")


def test_what_both_sides_changed_is_told_and_stays(sent):
    path, folder = sent({("books", SPENT): 90})
    text = (folder / "books.toml").read_text("utf-8")
    (folder / "books.toml").write_text(text.replace("spent = 95\n", "spent = 94\n"), "utf-8")
    filling = fill([path], folder)
    (entry,) = filling.files[0].entries
    assert (entry.answer, "94" in entry.reason) == (Answer.CONFLICT, True)
    assert filling.fixed == ()


def test_what_the_inputs_changed_alone_stays(sent):
    path, folder = sent()
    text = (folder / "books.toml").read_text("utf-8")
    (folder / "books.toml").write_text(text.replace("spent = 95\n", "spent = 94\n"), "utf-8")
    assert answers(fill([path], folder)) == []


def test_rows_of_the_inputs_that_moved_are_known_by_their_names(sent):
    path, folder = sent({("books", ("indicator", 2, "actual")): "95%"})
    text = (folder / "books.toml").read_text("utf-8")
    first, second = '[[indicator]]\nclass = "产出', '[[indicator]]\nclass = "效益'
    head, rows = text.split(first, 1)
    moved, rest = rows.split(second, 1)
    new = '[[indicator]]\nclass = "产出/时效"\nname = "到货时间"\ntarget = "6月底前"\n\n'
    text = f"{head}{new}{second}{rest.split('[[problem]]')[0]}{first}{moved}[[problem]]{rest.split('[[problem]]')[1]}"
    (folder / "books.toml").write_text(text, "utf-8")
    applied(path, folder)
    rows = {r["name"]: r.get("actual") for r in data_of(folder / "books.toml")["indicator"]}
    assert rows == {
        "到货时间": None,
        "到馆人次增长率": "8%",
        "读者满意度": "95%",
        "购书册数": "20500册",
    }


def test_rows_put_in_and_taken_out_of_the_workbook_move_no_value(sent):
    path, folder = sent({("books", ("indicator", 2, "actual")): "95%"})
    filled = read(path.read_bytes())
    at = filled.cells[marks_of(filled, "books", ("indicator", 0, "name"))].place

    def put_in(book):
        sheet = book[at.sheet]
        ranges = [str(one) for one in sheet.merged_cells.ranges]
        for one in ranges:
            sheet.unmerge_cells(one)
        sheet.insert_rows(at.row)
        sheet.cell(at.row, at.column).value = "自己加的一行"
        sheet.title = "改了名字"

    path.write_bytes(changed(path.read_bytes(), put_in))
    filling = fill([path], folder)
    assert answers(filling) == [
        (Answer.TAKEN, "实际完成值", "95%"),
        (Answer.UNPLACED, "", "自己加的一行"),
    ]


def test_rows_and_sheets_that_were_taken_out_are_told_and_delete_nothing(sent):
    path, folder = sent()
    filled = read(path.read_bytes())
    at = filled.cells[marks_of(filled, "books", ("indicator", 1, "name"))].place
    path.write_bytes(changed(path.read_bytes(), lambda book: book[at.sheet].delete_rows(at.row)))
    (entry,) = fill([path], folder).files[0].entries
    assert (entry.answer, "1 行" in entry.reason) == (Answer.UNPLACED, True)


def test_a_row_that_was_copied_counts_once(sent):
    path, folder = sent()
    filled = read(path.read_bytes())
    at = filled.cells[marks_of(filled, "books", ("indicator", 5, "name"))].place

    def copy(book):
        sheet = book[at.sheet]
        sheet.cell(at.row, 1).value = sheet.cell(at.row - 3, 1).value
        sheet.cell(at.row, at.column).value = "照抄的一行"

    path.write_bytes(changed(path.read_bytes(), copy))
    found = [e for e in fill([path], folder).files[0].entries if e.now]
    assert [(e.answer, e.now) for e in found] == [(Answer.UNPLACED, "照抄的一行")]


def test_a_workbook_is_matched_inside_the_folder_only_and_two_are_told(sent, workspace, tmp_path):
    path, folder = sent({("books", SPENT): 90})
    other = workspace / "elsewhere"
    write_files(other / "x-2023", {"unit.toml": UNIT.replace("图书馆", "文化馆"), "books.toml": ""})
    (file,) = fill([path], other).files
    assert (file.folder, file.problems[0].code) == (None, "O31")
    shutil.copytree(folder, workspace / "inputs" / "copy-2023")
    (file,) = fill([path], workspace / "inputs").files
    assert (file.folder, "2 个文件夹" in file.problems[0].message) == (None, True)
    (file,) = fill([path], folder).files
    assert file.folder == folder


@pytest.mark.parametrize(("answer", "chosen"), [("9\n2\n", "library-2023"), ("\n", "")])
def test_at_a_terminal_two_that_match_are_asked(sent, workspace, run, monkeypatch, answer, chosen):
    path, folder = sent({("books", SPENT): 90})
    shutil.copytree(folder, workspace / "inputs" / "copy-2023")
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    monkeypatch.setattr("generator.cli.fill.is_terminal", lambda: True)
    _, out, err = run("fill", path, "inputs", "--apply")
    assert "填入哪一个" in out + err
    spent = {f.name: data_of(f / "books.toml")["funds"]["spent"] for f in folder.parent.iterdir()}
    assert spent == {name: 90 if name == chosen else 95 for name in spent}


def test_of_two_dossiers_of_one_unit_and_year_the_subjects_tell(sent, workspace):
    path, folder = sent({("books", SPENT): 90})
    other = shutil.copytree(folder, workspace / "inputs" / "other-2023")
    (other / "books.toml").rename(other / "repair.toml")
    assert fill([path], workspace / "inputs").files[0].folder == folder


def test_one_workbook_goes_to_many_units_and_comes_back_from_all(dossier, workspace, run):
    names = [f"某县第{n}小学" for n in range(1, 6)]
    sent = known_form(dossier())
    (workspace / "收回").mkdir()
    for number, name in enumerate(names):
        source = dossier()
        folder = shutil.copytree(source, workspace / "inputs" / f"school-{number}-2023")
        text = (folder / "unit.toml").read_text("utf-8")
        (folder / "unit.toml").write_text(text.replace("某县图书馆", name), "utf-8")
        values = {("", ("unit", "name")): name, ("books", SPENT): 50 + number}
        (workspace / "收回" / f"{name}.xlsx").write_bytes(typed(sent, values))
    code, _, said = run("fill", "收回", "--apply")
    assert (code, "已写进 5 个输入文件" in said) == (0, True)
    for number in range(5):
        folder = workspace / "inputs" / f"school-{number}-2023"
        assert data_of(folder / "books.toml")["funds"]["spent"] == 50 + number
    assert run("undo")[0] == 0
    spent = [data_of(f / "books.toml")["funds"]["spent"] for f in (workspace / "inputs").iterdir()]
    assert spent == [95] * 6


def test_what_two_workbooks_of_one_dossier_say_differently_neither_of_them_says(sent, workspace):
    path, folder = sent({("books", SPENT): 90})
    second, _ = sent({("books", ACTUAL): "20400册", ("books", SPENT): 91}, folder, "二.xlsx")
    filling = fill([path, second], folder)
    assert answers(filling) == [
        (Answer.CONFLICT, "全年执行数", "90"),
        (Answer.TAKEN, "实际完成值", "20400册"),
        (Answer.CONFLICT, "全年执行数", "91"),
    ]
    assert "二.xlsx" in filling.files[0].entries[0].reason
    assert write_filling(filling) == ()
    data = data_of(folder / "books.toml")
    assert (data["funds"]["spent"], data["indicator"][0]["actual"]) == (95, "20400册")
    # Neither of them clears what only the other one holds.
    assert [a for a, *_ in answers(fill([path], folder))] == [Answer.TAKEN]


def test_after_an_undo_it_is_offered_again(sent, run):
    path, folder = sent({("books", SPENT): 90})
    before = (folder / "books.toml").read_text("utf-8")
    assert run("fill", path, folder, "--apply")[0] == 0
    assert run("undo")[0] == 0
    assert (folder / "books.toml").read_text("utf-8") == before
    assert answers(fill([path], folder)) == [(Answer.TAKEN, "全年执行数", "90")]


def test_programs_are_told_everything(sent, run):
    path, folder = sent({("books", SPENT): 90})
    code, out, _ = run("fill", path, folder, "--format", "json")
    told = json.loads(out)
    assert (code, told["applied"], len(told["files"])) == (0, False, 1)
    (difference,) = told["workbooks"][0]["differences"]
    assert difference["answer"] == "taken"
    assert (difference["was"], difference["now"]) == ("95", "90")


def test_what_is_no_workbook_of_ours_is_told(workspace, dossier):
    folder = dossier()
    import openpyxl

    openpyxl.Workbook().save(workspace / "别的.xlsx")
    (workspace / "坏的.xlsx").write_bytes(b"PK\3\4 broken")
    files = fill([workspace / "别的.xlsx", workspace / "坏的.xlsx"], folder).files
    assert [file.problems[0].code for file in files] == ["O31", "D01"]


def test_a_strangers_map_reaches_no_key_that_a_form_does_not_have(sent):
    """Cells may name any key: how a dossier is scored and what was accepted is not filled in."""
    path, folder = sent()
    for keys in ('["accept",0,"reason"]', '["scheme"]', '["nothing"]'):

        def rename(book, keys=keys):
            sheet = book["_jixiao_map"]
            for line in sheet.iter_rows():
                if line[0].value == "slot" and line[5].value == '["funds","purpose"]':
                    line[5].value = keys
                    line[8].value = "别的"

        data = changed(path.read_bytes(), rename)
        path.write_bytes(data)
        filling = fill([path], folder)
        assert filling.fixed == ()
        path.write_bytes(known_form(folder))


def test_a_draft_form_that_was_filled_in_in_word_comes_back(dossier, workspace, run):
    import docx

    folder = dossier(change={'overview = "为全县读者购置图书。"\n': ""})
    assert run("build", "--draft", folder)[0] == 0
    for path in sorted((workspace / "outputs").rglob("*.docx")):
        document = docx.Document(path)
        cells = [c for t in document.tables for r in t.rows for c in r.cells]
        if found := [c for c in cells if c.text.startswith("20500")]:
            break
    (cell, *_) = found
    cell.paragraphs[0].runs[0].text = "20400册"
    for run_ in cell.paragraphs[0].runs[1:]:
        run_.text = ""
    elsewhere = workspace / "收回的表.docx"
    document.save(elsewhere)
    code, out, said = run("fill", elsewhere, folder)
    assert (code, "20400册" in out) == (0, True), said


def test_the_packs_say_what_the_codes_mean():
    text = (packaged_templates() / "rules" / "11-template.toml").read_text("utf-8")
    assert '"O31"' in text
    assert '"O32"' in text


def test_macros_and_sheets_of_strangers_are_data(sent):
    path, folder = sent({("books", SPENT): 90})

    def add(book):
        sheet = book.create_sheet("台账")
        sheet.sheet_state = "hidden"
        for line in range(1, 50):
            sheet.cell(line, 1).value = "=CMD()" if line % 2 else "某县图书馆"

    data = io.BytesIO(changed(path.read_bytes(), add))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macro")
    path.write_bytes(data.getvalue())
    found = [(e.answer, e.now) for e in fill([path], folder).files[0].entries]
    assert found == [(Answer.TAKEN, "90"), (Answer.UNPLACED, "=CMD()")]


def test_what_another_unit_wrote_never_goes_into_the_dossier_that_the_form_was_of(sent, workspace):
    path, folder = sent({("", ("unit", "name")): "某市图书馆", ("books", SPENT): 90})
    before = (folder / "books.toml").read_bytes()
    (file,) = fill([path], workspace / "inputs").files
    assert file.folder is None
    assert "某市图书馆" in file.problems[0].message
    assert "某县图书馆" in file.problems[0].hint
    assert (folder / "books.toml").read_bytes() == before


def test_a_folder_without_dossiers_is_no_other_folder(sent, workspace, run):
    path, folder = sent({("books", SPENT): 90})
    before = (folder / "books.toml").read_bytes()
    (workspace / "空").mkdir()
    code, _, err = run("fill", path, "空", "--apply")
    assert code == 1
    assert "空" in err
    assert (folder / "books.toml").read_bytes() == before
