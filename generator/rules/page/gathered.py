"""One thing that is wrong in many places is told once: with a count, and the first of the places."""

from collections.abc import Iterable, Iterator

from generator.rules.finding import Finding

_NAMES = 3


def gathered(findings: Iterable[Finding], places: int) -> Iterator[Finding]:
    """Join findings that say the same, those in one table apart from those in another."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        where = finding.where
        table = f"{where.table} {getattr(where, 'part', '')}"
        name = finding.name if finding.left else ""
        key = (finding.id, finding.left, finding.right, name, table)
        groups.setdefault(key, []).append(finding)
    for same in groups.values():
        yield same[0] if len(same) == 1 else _joined(same, places)


def _joined(same: list[Finding], most: int) -> Finding:
    first = same[0]
    names = [*dict.fromkeys(finding.name for finding in same if finding.name)]
    name = "、".join(names[:_NAMES]) + ("等" if len(names) > _NAMES else "")
    places = [*dict.fromkeys(str(finding.where) for finding in same)]
    told = "、".join(places[:most]) + ("等" if len(places) > most else "")
    count = f"共 {len(same)} 处：{told}"
    return first._replace(name=name, how="；".join(filter(None, (first.how, count))))
