"""Where a number comes from is a cell that can be filled in, on whichever sheet it is."""

from generator.web.pages.number_sources import Sources


def test_a_fact_of_the_unit_leads_to_its_sheet(page):
    path = page.folder / "unit.toml"
    path.write_text(f'{path.read_text(encoding="utf-8")}\n[facts]\n"组织处理" = "169人"\n')
    examined = page.served.examined(page.folder)
    figure = next(own for own in examined.book.values() if own.shown == "169人")
    (cell,) = Sources(page.id, examined.dossier, examined.book, {}).of_figure(figure.id)["cells"]
    assert cell["subject"] == "unit"
    assert cell["address"].startswith(f"/d/{page.id}/fill/unit")
    assert cell["keys"] == ["facts", "组织处理"]
    wish = {"keys": cell["keys"], "was": cell["value"], "now": "170人", "row": cell["row"]}
    assert page.ask("save", {"wishes": [wish]}, "unit")["done"] == 1
    assert "170人" in path.read_text(encoding="utf-8")
