from generator.use.adopt.adopted_scheme import required

ASKED = frozenset(("project.name", "funds.rate", "score.total"))


def test_nothing_is_required_that_the_form_has_no_item_for():
    base = {"evaluation": ["project.name", "project.code"]}
    made = required(base, ASKED, "evaluation")
    assert made == {"evaluation": ["project.name", "funds.rate", "score.total"]}


def test_what_an_adopted_base_requires_is_required_once():
    base = required({"evaluation": ["project.name"]}, ASKED, "evaluation")
    assert required(base, ASKED, "evaluation") == base


def test_in_spring_nothing_is_worked_out():
    assert required({"goals": ["project.name"]}, ASKED, "goals") == {"goals": ["project.name"]}
