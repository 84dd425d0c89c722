"""Read the sentences of templates/text/snippets/: of two with one name the nearer folder's holds."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.base.problem import Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.toml import read_toml
from generator.load.kept import kept
from generator.load.packs import Packs
from generator.load.validation import validate
from generator.model.snippet import Snippet, SnippetFile

SNIPPETS = "text/snippets/*.toml"


class LoadedSnippets(NamedTuple):
    """The sentences by name, and what is wrong with them."""

    by_name: Mapping[str, Snippet]
    problems: tuple[Problem, ...]


@kept(SNIPPETS)
def load_snippets(packs: Packs) -> LoadedSnippets:
    """Read all files; a sentence that cannot be read is left out, and told."""
    from generator.prose.name_tree import snippet_names  # noqa: PLC0415 - kept between runs
    from generator.prose.prose_render import template_faults  # noqa: PLC0415 - see above

    found: dict[str, Snippet] = {}
    problems: list[Problem] = []
    for root in packs.roots:
        own: dict[str, Snippet] = {}
        for path in sorted(root.glob(SNIPPETS)):
            source, faults = read_toml(path, shown_path(path))
            problems += faults
            file, faults = validate(SnippetFile, source) if source is not None else (None, ())
            problems += faults
            for index, snippet in enumerate(file.snippet if file is not None else ()):
                if source is None:
                    continue
                keys = ("snippet", index)
                broken = template_faults(source, (*keys, "text"), snippet.text, snippet_names())
                problems += broken
                if snippet.name in own:
                    message = f"有两条常用句都叫“{snippet.name}”"
                    place = source.place((*keys, "name"))
                    problems.append(Problem("S01", Severity.ERROR, message, place, "请改名或删去"))
                elif not broken:
                    own[snippet.name] = snippet
        found = own | found
    return LoadedSnippets({name: found[name] for name in sorted(found)}, tuple(problems))
