"""A rate that the scheme says is of something else than the budget is held against that."""

import pytest

from tests.rules.forms import BOOK, form

IDS = ("rate", "rate-score", "rate-score-doubtful", "overspent", "left-over")


def told(funds, **beside):
    own = form(**{"funds": funds, "beside-funds": beside})
    return [(one.id, one.left, one.right) for one in BOOK.findings(own) if one.id in IDS]


@pytest.mark.parametrize(
    ("funds", "beside", "expected"),
    [
        ("|100|60|75|10|7.5", {"whole": "80"}, []),
        ("|100|60|60|10|6", {}, []),
        ("|100|60|60|10|7.5", {"whole": "80"}, [("rate", "60%", "75%")]),
        ("|100|60|75|10|5.5", {"whole": "80"}, [("rate-score-doubtful", "5.5", "7.5")]),
        ("|100|110|88|10|8.8", {"whole": "125"}, []),
        ("|100|110|110|10|10", {}, [("overspent", "110", "100")]),
        ("|100|90|112.5|10|10", {"whole": "80"}, [("overspent", "90", "80")]),
        ("|100|60|75|10|7.5", {"whole": "80", "left": "20"}, []),
        ("|100|60|75|10|7.5", {"whole": "80", "left": "25"}, [("left-over", "25", "20")]),
    ],
)
def test_a_rate_is_held_against_what_it_is_of(funds, beside, expected):
    assert told(funds, **beside) == expected


@pytest.mark.parametrize(
    ("funds", "beside", "said"),
    [
        ("|100|60|75|10|7.5", {"arrived": "80"}, "60 ÷ 100；按到位数算相符"),
        ("80|100|60|75|10|7.5", {}, "60 ÷ 100；按年初预算数算相符"),
        ("|100|60|60|10|6", {"whole": "80"}, "60 ÷ 80；按全年预算数算相符"),
        ("|100|60|75|10|7.5", {"arrived": "90"}, "60 ÷ 100"),
    ],
)
def test_the_amount_of_which_the_rate_would_be_is_named(funds, beside, said):
    own = form(**{"funds": funds, "beside-funds": beside})
    assert [one.how for one in BOOK.findings(own) if one.id == "rate"] == [said]
