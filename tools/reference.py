"""Write the pages of the reference that follow from data: docs/codes.md, docs/schemes.md.

``python -m tools.reference`` writes them; a test holds them against the data.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.problem import Severity
from generator.cli.schemes_shown import details
from generator.load.packs import find_packs
from generator.load.rule_texts import load_rule_texts
from generator.load.scheme_files import load_schemes
from generator.load.workspace_folder import find_workspace
from generator.model.rule_text import RuleTexts
from generator.use.library import Library

ROOT = Path(__file__).resolve().parent.parent
_WRITTEN = "由 `templates/` 里的数据写成（`python -m tools.reference`），请改数据，不要改这一页。"


def codes_page() -> str:
    """Return every code with what it tests, why, an example, what to do, and the basis."""
    families, _ = load_rule_texts(find_packs(None))
    return "\n".join(["# 全部问题代码", "", _WRITTEN, "", *_families(families)]).rstrip() + "\n"


def _families(families: "Sequence[RuleTexts]") -> Iterator[str]:
    for family in families:
        if not family.code:
            continue
        yield f"## {family.family}\n"
        for text in family.code:
            yield f"### {text.id}　{text.title}\n"
            yield f"- 级别：{Severity(text.severity).said}"
            yield f"- 查什么：{_plain(text.tests)}"
            yield f"- 为什么：{_plain(text.why)}"
            yield f"- 例子：{_plain(text.example)}"
            yield f"- 怎么改：{_plain(text.instead)}"
            yield f"- 依据：{_plain(text.basis)}\n" if text.basis else ""


def schemes_page() -> str:
    """Return every scheme with its values and what they rest on."""
    library = Library(find_workspace(ROOT / "templates")[0])
    lines = ["# 全部评分方案", "", _WRITTEN, ""]
    for found, _ in load_schemes(library.packs).values():
        if found is None:  # the tests say what is wrong with it
            continue
        first, *rest = details(found, library).splitlines()
        lines += [
            f"## {found.scheme.id}",
            "",
            _plain(first),
            "",
            *(f"- {_plain(line)}" for line in rest),
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def _plain(text: str) -> str:
    """Return words that Markdown shows as they are."""
    for sign in "\\`*_<>|":
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.replace("](", "]\\(").split())


PAGES = {"docs/codes.md": codes_page, "docs/schemes.md": schemes_page}


if __name__ == "__main__":
    for name, page in PAGES.items():
        (ROOT / name).write_text(page(), encoding="utf-8", newline="\n")
