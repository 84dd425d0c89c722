"""C12 and unknown sections: what a report's outline expects of the inputs."""

from collections.abc import Iterator

from generator.base.problem import Problem, Severity
from generator.base.suggestion import suggest
from generator.checks.evidence import Evidence, Rule
from generator.model.dossier import Subject
from generator.model.outline import Outline, Section

EMPTY = Rule("C12", Severity.WARNING, "报告各章节都有内容")
UNKNOWN = Rule("I21", Severity.ERROR, "自写章节在提纲里")


def check_sections(evidence: Evidence) -> Iterator[Problem]:
    """Look at every subject with the outline of each report that is written about it."""
    for template in evidence.scheme.document:
        outline = evidence.outlines.get(template.outline)
        if outline is None or template.stage != evidence.stage:
            continue
        for subject in evidence.dossier.subjects:
            if subject.kind == template.for_:
                yield from _unknown(subject, outline)
                yield from _empty(subject, outline)


def _unknown(subject: Subject, outline: Outline) -> Iterator[Problem]:
    known = [section.id for section in outline.section]
    for table, texts in (("text", subject.entry.text), ("text-after", subject.entry.text_after)):
        for name in texts:
            if name not in known:
                message = f"提纲“{outline.title}”里没有章节“{name}”"
                hint = suggest(name, known)
                yield UNKNOWN.problem(
                    subject.source, (table, name), message, hint, quote=name, on="key"
                )


def _empty(subject: Subject, outline: Outline) -> Iterator[Problem]:
    for section in outline.section:
        if section.optional or not section.needs or _is_filled(subject, section):
            continue
        message = f"章节“{section.title}”没有内容"
        hint = f"请填写 {'、'.join(section.needs)}，或在 [text] 里写 {section.id}"
        yield EMPTY.problem(subject.source, (), message, hint)


def _is_filled(subject: Subject, section: Section) -> bool:
    own = (subject.entry.text.get(section.id, ""), subject.entry.text_after.get(section.id, ""))
    return any(text.strip() for text in own) or any(_has(subject, path) for path in section.needs)


def _has(subject: Subject, path: str) -> bool:
    """Tell whether something stands at a key path such as ``result.use`` or ``goal.achieved``."""
    table, _, name = path.partition(".")
    if table == "goal":
        return any(getattr(at.goal, name, "").strip() for at in subject.goals())
    owner = getattr(subject.entry, table.replace("-", "_"), None)
    value = getattr(owner, name.replace("-", "_"), None) if name else owner
    return bool(value.strip() if isinstance(value, str) else value)
