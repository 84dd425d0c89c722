"""A corrected form updates what was made of the first; what a person changed is never lost without a word."""

import docx
import pytest
import tomli

from tests.use.adopt.layouts import LAYOUTS

GENERAL = LAYOUTS[0]
CORRECTED = GENERAL._replace(table=GENERAL.table.replace("偏差原因分析及改进措施", "未完成原因"))
REWEIGHED = GENERAL._replace(
    table=GENERAL.table.replace("[20] | [20] |", "[30] | [30] |")
    .replace("[30] | [30] |\n        满", "[20] | [20] |\n        满")
    .replace("产出指标 |", "产出指标（60分） |", 1)
    .replace("效益指标 |", "效益指标（20分） |", 1)
)


@pytest.fixture
def adopt(run, workspace):
    def write(data):
        (workspace / "form.docx").write_bytes(data)
        code, out, err = run("adopt", workspace / "form.docx", "-o", workspace)
        return code, out + err

    return write


@pytest.fixture
def template(workspace):
    return workspace / "templates" / "docx" / "form.docx"


@pytest.fixture
def scheme(workspace):
    return workspace / "templates" / "schemes" / "form.toml"


def files(folder):
    return {
        p.relative_to(folder): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
        and "lock" not in p.name
        and ".jixiao" not in p.parts
        and p.name != "form.docx"
    }


def test_the_same_form_again_changes_nothing(adopt, workspace):
    adopt(GENERAL.filled)
    before = files(workspace)
    code, out = adopt(GENERAL.filled)
    assert code == 0
    assert "写出" not in out
    assert files(workspace) == before


def test_a_corrected_form_takes_the_place_of_the_first(adopt, template):
    adopt(GENERAL.filled)
    adopt(CORRECTED.filled)
    words = [c.text for row in docx.Document(str(template)).tables[0].rows for c in row.cells]
    assert "未完成原因" in words
    assert "偏差原因分析及改进措施" not in words


def test_an_edited_template_stays_and_the_new_one_lies_beside_it(adopt, template):
    adopt(GENERAL.filled)
    document = docx.Document(str(template))
    document.add_paragraph("本表一式两份。")
    document.save(str(template))
    edited = template.read_bytes()
    code, out = adopt(CORRECTED.filled)
    assert code == 0
    assert "form（新版）.docx" in out
    assert template.read_bytes() == edited
    assert template.with_name("form（新版）.docx").is_file()


def test_an_edited_template_of_a_form_that_did_not_change_is_left_alone(adopt, template):
    adopt(GENERAL.filled)
    document = docx.Document(str(template))
    document.add_paragraph("本表一式两份。")
    document.save(str(template))
    edited = template.read_bytes()
    _, out = adopt(GENERAL.filled)
    assert "保留" in out
    assert template.read_bytes() == edited
    assert not template.with_name("form（新版）.docx").exists()


def test_an_edited_scheme_takes_what_the_form_changed(adopt, scheme):
    adopt(GENERAL.filled)
    scheme.write_text(
        scheme.read_text(encoding="utf-8").replace("places = 2", "places = 1"), encoding="utf-8"
    )
    adopt(REWEIGHED.filled)
    data = tomli.loads(scheme.read_text(encoding="utf-8"))
    assert data["rounding"]["places"] == 1
    assert [p.get("weight") for p in data["project"][0]["part"]] == [10, 60, 20, 10]


def test_what_was_not_made_of_the_form_is_not_written_over(adopt, scheme, workspace):
    scheme.parent.mkdir(parents=True)
    scheme.write_text('id = "form"\n', encoding="utf-8")
    code, out = adopt(GENERAL.filled)
    assert code == 1
    assert "没有覆盖" in out
    assert scheme.read_text(encoding="utf-8") == 'id = "form"\n'
    assert not (workspace / "templates" / "docx").exists()


def test_an_adoption_can_be_taken_back(adopt, run, template, workspace):
    adopt(GENERAL.filled)
    first = template.read_bytes()
    adopt(CORRECTED.filled)
    assert template.read_bytes() != first
    assert run("undo", workspace)[0] == 0
    assert template.read_bytes() == first


def test_ctrl_c_leaves_nothing_half_written(adopt, workspace, monkeypatch):
    from generator.use.import_ import import_saving

    real = import_saving.write_atomically
    done = []

    def interrupted(path, data, expected, **more):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(path)
        return real(path, data, expected, **more)

    monkeypatch.setattr(import_saving, "write_atomically", interrupted)
    code, _ = adopt(GENERAL.filled)
    assert code == 130
    assert set(files(workspace)) == {
        (workspace / n).relative_to(workspace) for n in ("jixiao.toml",)
    }
