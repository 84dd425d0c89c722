"""C10: unlike projects of one dossier do not share one and the same set of indicators."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.dossier import Subject
from generator.read.label_book import normal
from generator.rules.copied_sets import shared_of
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.held_figures import Held
from generator.rules.where import KeyPlace


def copied(evidence: Evidence) -> Iterator[Finding]:
    """Tell each project once, with all that it is like."""
    projects = evidence.dossier.projects
    alike = list(_alike(projects))
    for project in projects:
        pairs = [pair for pair in alike if project.id in (pair[0].id, pair[1].id)]
        if pairs:
            others = {side.id for pair in pairs for side in pair[:2]} - {project.id}
            left = str(max(shared for *_, shared, _ in pairs))
            right = "、".join(other.name for other in projects if other.id in others)
            yield Finding("copied", KeyPlace(project.source, ("indicator",)), left, right)


def copied_held(evidence: Evidence) -> Iterator[Held]:
    """Give every pair of projects that are alike, with how much they share."""
    for one, other, shared, fewest in _alike(evidence.dossier.projects):
        at, name = KeyPlace(one.source, ("indicator",)), f"{one.name}、{other.name}"
        finding = Finding("copied", at, str(shared), other.name, name=name)
        yield Held(
            finding, Decimal(fewest), Decimal(shared), agrees=False, unit="个", is_suspect=True
        )


def _alike(projects: Sequence[Subject]) -> Iterator[tuple[Subject, Subject, int, int]]:
    names = [(project, {at.indicator.name for at in project.indicators}) for project in projects]
    for index, (one, own) in enumerate(names):
        for other, others in names[index + 1 :]:
            is_one = normal(one.name) == normal(other.name)  # a form that stands there twice
            if not is_one and (shared := shared_of(own, others)):
                yield one, other, shared, min(len(own), len(others))
