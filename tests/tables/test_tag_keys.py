"""Which keys of the inputs a tag prints: those that stand in their files."""

import pytest

from generator.tables.tag_keys import keys_of_tag


@pytest.mark.parametrize(
    ("tag", "keys"),
    [
        ("form.expected", ("goal", "expected")),
        ("form.adjusted", ("goal", "adjusted")),
        ("form.goal_score", ("goal", "score")),
        ("form.unit", ("unit", "name")),
        ("form.name", ("project", "name")),
        ('field("电话")', ("fields", "电话")),
        ('form.amounts["到位数"]', ("funds", "amounts", "到位数")),
    ],
)
def test_a_tag_is_read_back_into_a_key_of_its_file(tag, keys):
    found = keys_of_tag(tag)
    assert keys in found
    assert not any(str(key).startswith("@") for path in found for key in path)
