"""Another's name or another year that was left in a sentence taken from elsewhere."""

import pytest

from tests.rules.tree.trees import found, project, told, unit

SAID = "{unit}按月核对{project}预算执行进度，{year}年底前向财政局报送支出明细。"
FEW = "由{unit}会同有关单位办理完毕了"
BODIES = ("东山县文化局", "西河县水务局", "南湖县教育局", "北桥县林业局", "中街县民政局")


def own(body, of=2023, text=SAID, **instead):
    named = {"unit": body, "project": "图书购置", "year": str(of), **instead}
    return unit(body, of), project("图书购置", text.format(**named))


def left(findings):
    return told(findings, "name-left", "year-left")


BAD = [
    (
        "of one other",
        [own(BODIES[0]), own(BODIES[1], unit=BODIES[0])],
        [("d1", BODIES[0], BODIES[1])],
    ),
    (
        "of the one that two took it from",
        [own(BODIES[0]), *(own(body, unit=BODIES[0]) for body in BODIES[1:3])],
        [("d1", BODIES[0], BODIES[1]), ("d2", BODIES[0], BODIES[2])],
    ),
    (
        "beside several that write their own",
        [*map(own, BODIES[:4]), own(BODIES[4], unit=BODIES[2])],
        [("d4", BODIES[2], BODIES[4])],
    ),
    ("year of a model", [own(BODIES[0]), own(BODIES[1], year="2022")], [("d1", "2022", "2023")]),
    (
        "year and name of last year's own paper",
        [own(BODIES[0], 2022), own(BODIES[0], 2023, year="2022")],
        [("d1", "2022", "2023")],
    ),
    (
        "quoted by the others",
        [own(BODIES[0], unit="{{ unit.name }}"), own(BODIES[1], unit=BODIES[0])],
        [("d1", BODIES[0], BODIES[1])],
    ),
    (
        "year quoted by the others",
        [own(BODIES[0], year="{{ year }}"), own(BODIES[1], year="2021")],
        [("d1", "2021", "2023")],
    ),
    (
        "project of another",
        [
            own(BODIES[0]),
            (
                unit(BODIES[1]),
                project("水渠修缮", SAID.format(unit=BODIES[1], project="图书购置", year=2023)),
            ),
        ],
        [("d1", "图书购置", "水渠修缮")],
    ),
    (
        "just enough said",
        [own(BODIES[0], text=FEW), own(BODIES[1], text=FEW, unit=BODIES[0])],
        [("d1", BODIES[0], BODIES[1])],
    ),
    (
        "a name of four signs",
        [own("市文化局"), own(BODIES[1], unit="市文化局")],
        [("d1", "市文化局", BODIES[1])],
    ),
]
GOOD = [
    ("each its own", [*map(own, BODIES)]),
    ("a name of three signs", [own("文化局"), own(BODIES[1], unit="文化局")]),
    ("quoted", [own(BODIES[0]), own(BODIES[1], unit="{{ unit.name }}", year="{{ year }}")]),
    ("a partner that many name", [own(BODIES[0]), *(own(b, unit=BODIES[0]) for b in BODIES[1:4])]),
    ("a body that is not of the tree", [own(BODIES[0], unit="省财政厅"), own(BODIES[1], unit="省财政厅")]),
    (
        "its own authority",
        [
            own(BODIES[0]),
            (
                unit("东山县图书馆"),
                project("图书购置", SAID.format(unit=BODIES[0], project="图书购置", year=2023), authority=BODIES[0]),
            ),
        ],
    ),
    ("one year of several", [own(BODIES[0]), own(BODIES[1], text=SAID + "\n" + SAID.replace("{year}", "2022"))]),
    (
        "a document of another year",
        [own(BODIES[n], text=f"按照《管理办法》（财预〔{2020 + n}〕10号）的规定，{{unit}}逐笔核对支出。") for n in (0, 1)],
    ),
    (
        "too little said",
        [own(BODIES[0], text="由{unit}会同有关单位办理完毕"), own(BODIES[1], text="由{unit}会同有关单位办理完毕", unit=BODIES[0])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("says", "dossiers", "expected"), BAD, ids=[case[0] for case in BAD])
def test_what_was_left_is_told_with_what_belongs_there(tmp_path, says, dossiers, expected):
    assert left(found(tmp_path, *dossiers)) == expected


@pytest.mark.parametrize(("says", "dossiers"), GOOD, ids=[case[0] for case in GOOD])
def test_what_is_right_is_left_alone(tmp_path, says, dossiers):
    assert left(found(tmp_path, *dossiers)) == []


def test_it_stands_at_the_name_itself_and_names_the_model(tmp_path):
    findings = found(
        tmp_path, own(BODIES[0]), own(BODIES[1], text="做好工作。\n" + SAID, unit=BODIES[0])
    )
    (finding,) = [f for f in findings if f.id == "name-left"]
    place = finding.where.place
    assert (
        (tmp_path / "d1" / "p0.toml")
        .read_text("utf-8")
        .split("\n")[place.line - 1][place.column - 1 :]
        .startswith(BODIES[0])
    )
    assert "d0" in finding.how


def test_sentences_that_differ_in_names_and_years_are_one_wording(tmp_path):
    findings = found(tmp_path, *(own(body, 2021 + n) for n, body in enumerate(BODIES)))
    assert told(findings, "text-reworded") == []
