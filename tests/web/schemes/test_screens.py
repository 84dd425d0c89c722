"""Schemes are shown with every value and its basis, and beside each other."""

from html import unescape


def get(page, path, **asked):
    answer = page.client.get(path, params=asked)
    assert answer.status_code == 200
    return unescape(answer.text)


def test_a_scheme_shows_every_value_with_its_basis_and_whether_that_was_checked(page):
    text = get(page, "/schemes/mof-2020")
    assert "<caption>各项数值</caption>" in text
    assert "预算执行率" in text
    assert "财预〔2020〕10号" in text
    assert "已核对" in text


def test_two_schemes_are_compared_with_what_they_make_of_the_dossiers(page):
    names = [
        own.id
        for found, _ in page.served.library(page.served.root).schemes.values()
        if found
        for own in [found.scheme]
    ]
    other = next(name for name in names if name != "mof-2020")
    text = get(page, "/schemes/diff", left="mof-2020", right=other)
    assert "不同的" in text
    assert "1 个项目和部门" in text
    same = get(page, "/schemes/diff", left="mof-2020", right="mof-2020")
    assert "没有不同" in same


def test_a_scheme_that_nobody_knows_is_told(page):
    text = get(page, "/schemes/diff", left="nope<", right="mof-2020")
    assert "nope" in text
    assert "<nope" not in text
