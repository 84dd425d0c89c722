"""What is measured against each other says the same: our documents and those of docxtpl."""

from benchmarks.by_docxtpl import documents, render_all, words_of
from benchmarks.district import write_district
from generator.load.workspace_folder import find_workspace
from generator.model.order import Order
from generator.use.build.build import build
from generator.use.library import Library


def test_docxtpl_renders_the_words_of_a_build(tmp_path):
    write_district(tmp_path, 6)
    (tmp_path / "jixiao.toml").write_text('layout = "fixed"\n', encoding="utf-8")
    folders = sorted((tmp_path / "inputs").iterdir())
    library = Library(find_workspace(tmp_path / "inputs")[0])
    theirs = tmp_path / "by-docxtpl"
    theirs.mkdir()
    wanted = documents(folders, library, tmp_path)
    render_all(wanted, theirs)()
    for folder in folders:
        build(folder, library, Order())
    assert len(wanted) == 6
    for document in wanted:
        unit, _, name = document.name.partition("-2023-")
        ours = tmp_path / "outputs" / f"{unit}-2023" / name
        assert words_of(ours.read_bytes()) == words_of((theirs / document.name).read_bytes())
