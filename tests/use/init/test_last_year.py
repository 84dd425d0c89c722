"""What last year's material says is proposed for the next: unit, year, scheme, money."""

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.init.last_year import LastYear, place_of, read_last_year, scheme_of
from generator.use.library import Library


@pytest.fixture
def library(workspace):
    return Library(find_workspace(workspace)[0])


@pytest.mark.parametrize(
    ("change", "more", "found"),
    [
        ({}, {}, ("mof-2020", "万元", False)),
        ({'scheme = "mof-2020"': 'scheme = "hunan-2023"'}, {}, ("hunan-2023", "万元", False)),
        (
            {},
            {"roads": '[project]\nname = "修路"\n[funds]\nunit = "元"\n'},
            ("mof-2020", "万元、元", False),
        ),
        ({}, {"department": "[department]\n"}, ("mof-2020", "万元", True)),
        ({}, {"broken": "[["}, ("mof-2020", "万元", False)),
    ],
)
def test_a_dossier_says_what_it_was(dossier, library, change, more, found):
    assert read_last_year(dossier(change=change, **more), library) == LastYear(
        "某县图书馆", 2023, *found
    )


def test_what_cannot_be_read_says_nothing(tmp_path, library):
    assert read_last_year(tmp_path, library) is None
    (tmp_path / "unit.toml").write_text("[[", encoding="utf-8")
    assert read_last_year(tmp_path, library) is None


@pytest.mark.parametrize(
    ("scheme", "kept", "place"),
    [
        ("mof-2020", "mof-2020", ""),
        ("hunan-2023", "hunan-2023", "湖南省"),
        ("nope", None, ""),
        ("", None, ""),
    ],
)
def test_a_scheme_is_gone_on_with_at_its_place(library, scheme, kept, place):
    last = LastYear(scheme=scheme)
    found = scheme_of(last, library)
    assert (None if found is None else found.id) == kept
    assert place_of(last, library) == place
