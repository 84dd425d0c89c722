"""Problems lead to where they are mended: only to files of the dossier that they are of."""

import pytest

from generator.base.problem import Place, Problem, Severity
from generator.web.told import Told


@pytest.mark.parametrize(
    ("file", "way"),
    [
        ("{folder}/books.toml", "/fill/books"),
        ("{folder}/unit.toml", "/fill/unit"),
        ("{folder}/broken.toml", "/toml/broken"),
        ("templates/text/mof-2020/outline.toml", ""),
        ("{folder}/notes.txt", ""),
    ],
)
def test_a_file_that_is_not_of_the_dossier_is_no_link(page, file, way):
    dossier = page.served.examined(page.folder).dossier
    folder = dossier.source.shown.rpartition("/")[0]
    problem = Problem("T01", Severity.ERROR, "", Place(file.format(folder=folder)))
    found = Told(page.id, dossier).address(problem)
    assert found == (f"/d/{page.id}{way}" if way else "")
