"""What the name of a folder says of a dossier."""

import pytest

from generator.use.init.folder_name import FolderName, read_folder_name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("某县图书馆-2024", FolderName("某县图书馆", 2024)),
        ("某县图书馆2024年度", FolderName("某县图书馆", 2024)),
        ("2024年 某县图书馆", FolderName("某县图书馆", 2024)),
        ("某县图书馆（2024）", FolderName("某县图书馆", 2024)),
        ("library-2024", FolderName("", 2024)),
        ("某县图书馆", FolderName("某县图书馆", None)),
        ("某局12024", FolderName("某局12024", None)),
        ("某局1899", FolderName("某局1899", None)),
        ("inputs", FolderName("", None)),
    ],
)
def test_unit_and_year_are_taken_from_the_name(name, said):
    assert read_folder_name(name) == said
