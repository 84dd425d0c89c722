"""I24: a class that the scheme does not have, unless it leaves the classes to the unit."""

from types import SimpleNamespace

import pytest

from generator.model.indicator import Indicator
from generator.model.scheme_classes import Classes
from generator.rules.dossier.class_membership import classes, meant_class, same_class


@pytest.mark.parametrize(
    ("path", "told", "told_where_open"),
    [
        ("产出/数量", [], []),
        ("产出/时效", ["class-misspelt"], []),
        ("成本/经济成本", ["class-unknown"], []),
        ("效益/数量", ["class-of-no-block"], []),
    ],
)
def test_classes_of_the_unit_are_known_where_the_scheme_leaves_them_open(
    path, told, told_where_open
):
    own = Classes(name="产出", label="产出指标", children=("数量", "时效性"), basis="form")
    row = Indicator.from_data({"class": path, "name": "某指标", "target": "≥1件"})
    subject = SimpleNamespace(
        source=None, indicators=[SimpleNamespace(indicator=row, keys=("indicator", 0))]
    )
    for is_open, expected in ((False, told), (True, told_where_open)):
        scheme = SimpleNamespace(classes=(own,), own_classes=is_open, title="某表")
        evidence = SimpleNamespace(
            dossier=SimpleNamespace(subjects=[subject]),
            scheme=scheme,
            wording=SimpleNamespace(class_words=()),
        )
        assert [finding.id for finding in classes(evidence)] == expected


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("数量指标", "产出/数量"),
        ("产出－数量", "产出/数量"),
        ("产出/数量", "产出/数量"),
        ("质量", ""),  # of two blocks
        ("产出", ""),
        ("时效", ""),
    ],
)
def test_a_class_as_a_sheet_prints_it_is_one_or_none(words, meant):
    blocks = {"产出": ("数量", "质量"), "管理": ("质量",)}
    own = tuple(Classes(name=n, label=n, children=c, basis="form") for n, c in blocks.items())
    assert same_class(words, SimpleNamespace(classes=own, own_classes=False)) == meant
    assert same_class(words, SimpleNamespace(classes=own, own_classes=True)) == ""


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("产出指标/数量指标", "产出/数量"),
        ("产出/时效", ""),  # 时效性, or 数量 of the same block
        ("效果/数量", "产出/数量"),
        ("产出/数量", ""),
        ("产出/口碑", ""),
        ("产出", ""),  # the block alone may be either of its classes
        ("", ""),
    ],
)
def test_a_class_is_offered_where_no_other_comes_into_question(path, meant):
    own = Classes(name="产出", label="产出指标", children=("数量", "时效性"), basis="form")
    other = Classes(name="效益", label="效益指标", children=("口碑",), basis="form")
    scheme = SimpleNamespace(classes=(own, other), own_classes=False)
    assert meant_class(path, scheme) == meant
    assert not meant_class(path, SimpleNamespace(classes=(own, other), own_classes=True))
