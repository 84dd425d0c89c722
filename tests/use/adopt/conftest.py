"""One form adopted, another of the same kind printed by it."""

import pytest

from generator.use.adopt.comparing import compare
from generator.use.foreign_file import read_foreign


@pytest.fixture
def twin(run, workspace):
    """Adopt one form, import and print another; return the differences, what was said, the template."""

    def go(first, second):
        (workspace / "first.docx").write_bytes(first)
        other = workspace / "second.docx"
        other.write_bytes(second)
        run("adopt", workspace / "first.docx", "-o", workspace, "--id", "own")
        _, said, _ = run("import", other, "-o", workspace / "inputs" / "y", "--scheme", "own")
        run("build", workspace / "inputs" / "y", "--as-stated")
        made = sorted((workspace / "outputs" / "y").glob("*.docx"))
        found = [compare(read_foreign(other)[0], read_foreign(one)[0]) for one in made]
        template = read_foreign(workspace / "templates" / "docx" / "own.docx")[0]
        best = min(found, key=lambda one: len(one.differences))
        return best.differences, said, [text for _, text, _ in template.said()]

    return go
