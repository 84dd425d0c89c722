"""Rows class by class: the order of the form, its words, rows to spare, what is of no class of it."""

from generator.excel.form.class_groups import class_groups
from generator.model.scheme_classes import Classes


def classes(**children):
    made = (
        Classes.read({"name": name, "basis": "b", "children": list(own)})
        for name, own in children.items()
    )
    return [one for one, _ in made]


def told(*given, labels=None):
    return [(g.path, g.level1, g.level2, g.held) for g in class_groups(*given, labels or {})]


def test_rows_stand_below_their_class_in_the_order_of_the_form():
    known = classes(产出=("数量", "质量"), 满意度=())
    assert told(known, ["产出/质量", "产出/数量", "产出/质量", "自定"]) == [
        ("产出/数量", "产出指标", "数量指标", (1,)),
        ("产出/质量", "产出指标", "质量指标", (0, 2)),
        ("满意度", "满意度指标", "", ()),
        ("", "", "", (3,)),
    ]


def test_of_a_class_that_leaves_its_level_open_those_in_use_are_printed():
    known = classes(效益=())
    found = told(known, ["效益/社会效益", "效益/经济效益"])
    assert [path for path, *_ in found] == ["效益/社会效益", "效益/经济效益", ""]


def test_a_form_calls_classes_by_its_own_words_without_their_points():
    labels = {"产出": "产出（{{ weight }}分）", "产出/数量": "产出数量"}
    found = told(classes(产出=("数量",)), [], labels=labels)
    assert found[0] == ("产出/数量", "产出", "产出数量", ())


def test_every_class_has_rows_to_spare_and_a_blank_one_has_more():
    held, blank, free = class_groups(classes(产出=("数量", "质量")), ["产出/数量"], {})
    assert 0 < held.spare < blank.spare
    assert class_groups([], [], {})[0].spare > free.spare > 0
