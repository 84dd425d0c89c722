"""Trees of dossiers written from few words, and what the rules between them say."""

from generator.load.dossier_inputs import load_dossier
from generator.load.packs import find_packs, load_wording
from generator.rules.dossier.tree_rules import across
from tests.conftest import write_files

WORDING = load_wording(find_packs(None))[0]


def unit(name="东山县文化局", year=2023, short=()):
    named = "".join(f'"{one}",' for one in short)
    return f'year = {year}\nscheme = "mof-2020"\n[unit]\nname = "{name}"\nshort = [{named}]\n'


def project(name="图书购置", overview="", rows=(), goal="", **more):
    """Write a project; a row is a name, a target and what else it says."""
    said = f'[project]\nname = "{name}"\noverview = """{overview}"""\n'
    said += "".join(f'{key} = "{value}"\n' for key, value in more.items())
    said += f'[goal]\nexpected = """{goal}"""\n' if goal else ""
    for row in rows:
        own, target, *rest = row.split("|")
        said += f'[[indicator]]\nclass = "产出/数量"\nname = "{own}"\ntarget = "{target}"\n'
        said += "".join(f"{line}\n" for line in rest)
    return said


def loaded(root, *dossiers):
    """Load dossiers, each a pair of unit.toml and the texts of its projects."""
    tree = []
    for number, (own, *projects) in enumerate(dossiers):
        files = {f"p{n}.toml": text for n, text in enumerate(projects)}
        folder = write_files(root / f"d{number}", {"unit.toml": own, **files})
        read = load_dossier(folder)
        assert read.dossier is not None, read.problems
        tree.append(read.dossier)
    return tree


def found(root, *dossiers):
    """Give the findings over dossiers."""
    return list(across(loaded(root, *dossiers), WORDING))


def told(findings, *ids):
    """Give where each finding of these kinds stands, what is there and what is preferred."""
    return [(f.where.source.path.parent.name, f.left, f.right) for f in findings if f.id in ids]
