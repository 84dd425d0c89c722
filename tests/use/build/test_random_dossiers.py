"""Whole dossiers of random words and sizes: every file that comes out is one that Word can open."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.toml_literal import literal
from generator.load.workspace_folder import find_workspace
from generator.model.order import Order
from generator.use.build.build import build
from generator.use.library import Library
from tests.word.samples import assert_valid

CLASSES = ("产出/数量", "产出/质量", "效益/社会效益", "效益/生态效益", "满意度/服务对象满意度")
words = st.one_of(
    st.text("&<>\"'甲乙丙，。％（）ＡＢab 12😀👍🏽《》“”", min_size=1, max_size=40),
    st.just("超" * 300),
    st.just("verylongwordwithoutanybreak" * 8),
).filter(lambda text: text.strip())


@st.composite
def indicators(draw):
    return [
        {
            "class": draw(st.sampled_from(CLASSES)),
            "name": f"{draw(words)}{n}",
            "target": f"≥{n + 1}个",
            "actual": f"{draw(st.integers(0, 200))}个",
            "reason": draw(words),
        }
        for n in range(draw(st.integers(1, 60)))
    ]


@settings(max_examples=8)
@given(
    name=words,
    unit=words,
    overview=words,
    rows=indicators(),
    scheme=st.sampled_from(
        ["mof-2020", "mof-2021", "hunan-2023", "hubei-hongshan-2020", "ningxia"]
    ),
    is_bound=st.booleans(),
)
def test_any_dossier_makes_valid_files(name, unit, overview, rows, scheme, is_bound):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "inputs" / "one"
        folder.mkdir(parents=True)
        (Path(place) / "jixiao.toml").write_text("", encoding="utf-8")
        (folder / "unit.toml").write_text(
            f'year = 2023\nscheme = "{scheme}"\nbundle = {str(is_bound).lower()}\n'
            f"[unit]\nname = {literal(unit)}\ndate = 2024-03-01\n",
            encoding="utf-8",
        )
        (folder / "p.toml").write_text(
            f"[project]\nname = {literal(name)}\noverview = {literal(overview)}\n"
            "[funds]\ninitial = 1\nbudget = 1\nspent = 0.5\n"
            + "".join(
                "[[indicator]]\n"
                + "".join(f"{key} = {literal(value)}\n" for key, value in row.items())
                for row in rows
            ),
            encoding="utf-8",
        )
        built = build(folder, Library(find_workspace(folder)[0]), Order(is_draft=True))
        assert built.written, [f"{p.code} {p.message}" for p in built.problems if p.stops]
        for path in built.written:
            assert_valid(path.read_bytes(), Path(place))
