"""A form whose points no scheme has is imported as it is printed, and comes to its own total."""

from generator.base.toml import parse_toml
from tests.foreign import NATIONAL, word_bytes


def test_the_points_of_the_form_are_taken_over(run, workspace):
    swaps = {"产出指标（50分）": "产出指标（45分）", "效益指标（30分）": "效益指标（35分）"}
    form = workspace / "自评表.docx"
    table = [[swaps.get(cell, cell) for cell in row] for row in NATIONAL]
    form.write_bytes(word_bytes("项目支出绩效自评表（2023年度）", table))
    folder = workspace / "inputs" / "x"
    code, out, err = run("import", form, "-o", folder)
    assert code == 0, out + err
    assert "评分方案取 as-printed" in out + err
    unit, _ = parse_toml((folder / "unit.toml").read_text("utf-8"), folder, "unit.toml")
    assert unit.data["scheme"] == "as-printed"
    (path,) = folder.glob("project-*.toml")
    project, _ = parse_toml(path.read_text("utf-8"), path, path.name)
    stated = project.data["funds"]["stated"]["weight"]
    assert project.data["funds"]["weight"] == stated
