"""``build --as-stated``: what a unit filled in and had printed, with nothing that is worked out."""

import docx

STATED = '\n[stated]\ntotal = 91.5\ngrade = "良"\n\n[[problem]]'
OF_ROW = "weight = 30\nstated = { score = 21 }\nreason"
COMPUTED = "24"  # 8 of 10 per cent, of 30 points


def built(run, folder, workspace, *more):
    code, _, err = run("build", folder, *more)
    assert code == 0, err
    return workspace / "outputs" / folder.name


def words_of(path):
    """Return the words of all cells and paragraphs of a file."""
    document = docx.Document(str(path))
    rows = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return [*rows, *(p.text for p in document.paragraphs)]


def test_stated_figures_are_printed_for_computed_ones(dossier, run, workspace):
    folder = dossier(change={"\n[[problem]]": STATED, "weight = 30\nreason": OF_ROW})
    (made,) = built(run, folder, workspace, "--as-stated").glob("*（按填报数）.docx")
    words = words_of(made)
    assert "91.5" in words
    assert "21" in words
    assert COMPUTED not in words


def test_what_is_not_stated_stays_blank_in_a_draft_too(dossier, run, workspace):
    folder = dossier(change={"\n[[problem]]": STATED})
    target = built(run, folder, workspace, "--as-stated", "--draft")
    (made,) = target.glob("*（按填报数）（草稿）.docx")
    words = words_of(made)
    assert COMPUTED not in words
    assert not any("待补" in word for word in words)


def test_the_usual_files_are_left_as_they_are(dossier, run, workspace):
    folder = dossier()
    target = built(run, folder, workspace)
    before = {p.name: p.read_bytes() for p in target.glob("*.docx")}
    built(run, folder, workspace, "--as-stated")
    after = {p.name: p.read_bytes() for p in target.glob("*.docx")}
    assert {name: after[name] for name in before} == before
    assert all("（按填报数）" in name for name in after.keys() - before.keys())
    _, _, told = run("build", folder)
    assert "未变" in told


def test_changes_are_told_against_what_was_worked_out(dossier, run, workspace):
    folder = dossier()
    built(run, folder, workspace)
    built(run, folder, workspace, "--as-stated")
    path = folder / "books.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("20500册", "20600册"), encoding="utf-8"
    )
    built(run, folder, workspace, "--as-stated")
    _, out, _ = run("changes", folder)
    assert "20500册" in out
    assert "20600册" in out


def test_faults_stop_nothing(dossier, run, workspace):
    folder = dossier(change={"weight = 50": "weight = 45", "\n[[problem]]": STATED})
    assert run("build", folder)[0] == 1
    assert run("build", folder, "--as-stated")[0] == 0


def test_a_number_keeps_the_places_that_were_typed(dossier, run, workspace):
    funds = "spent = 95\nstated = { rate = 95.00, score = 9.50 }\n"
    folder = dossier(change={"spent = 95\n": funds})
    (made,) = built(run, folder, workspace, "--as-stated").glob("*（按填报数）.docx")
    assert {"95.00%", "9.50"} <= {*words_of(made)}


def test_columns_and_pages_are_those_of_the_template(dossier, run, workspace):
    def columns(path):
        tables = docx.Document(str(path)).tables
        return [[column.width for column in table.columns] for table in tables]

    folder = dossier()
    stated = next(built(run, folder, workspace, "--as-stated").glob("*（按填报数）.docx"))
    fitted = next(p for p in built(run, folder, workspace).glob("*.docx") if "按" not in p.name)
    assert columns(stated) != columns(fitted)
    (workspace / "jixiao.toml").write_text('layout = "fixed"\n', encoding="utf-8")
    built(run, folder, workspace)
    assert columns(stated) == columns(fitted)
