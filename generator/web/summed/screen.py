"""汇总 as a screen: totals, charts, ranks, deviations and ties, each with the way to where it is filled in."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from generator.base.html import Html, joined, tag
from generator.summary.digest_rows import DossierRows, IndicatorRow, SubjectRow, TieRow, Verdict
from generator.summary.summary_words import shown_amount, shown_rate, shown_score
from generator.summary.whole import (
    UNGRADED,
    Summary,
    grade_count,
    mean_of,
    money_of,
    ranking,
    weighted_mean_of,
)
from generator.web.frame import fill_address, page, table, top_ways
from generator.web.late_answers import late
from generator.web.summed.charts import Bar, bars

_MOST_BARS: Final = 30
_MOST_ROWS: Final = 300
_FINE: Final = (Verdict.EQUAL,)

Ids = Mapping[str, str]  # the dossiers by the paths under which they are shown


class _Subject(NamedTuple):
    dossier: DossierRows
    row: SubjectRow


def summary_screen() -> Html:
    """Write the screen; its script asks for what is in it."""
    return page("汇总", top_ways("汇总"), late("/api/summary", "正在汇总各份填报……"), screen="late")


def summary_content(summary: Summary, ids: Ids) -> Html:
    """Write everything that a summary shows."""
    if not summary.dossiers:
        return tag("p", "没有填报，汇总是空的。")
    own = _Content(summary, ids)
    return joined([own.totals(), own.charts(), own.units(), own.ranks(), own.far(), own.ties()])


class _Content:
    def __init__(self, summary: Summary, ids: Ids) -> None:
        self._summary, self._ids = summary, ids
        self._rows = [row for _, _, row in summary.projects]
        self._every = [_Subject(d, row) for d in summary.dossiers for row in d.subjects]

    def totals(self) -> Html:
        """Write the sums and means of all projects."""
        summary, money = self._summary, self._summary.money
        counts = summary.problems
        facts = (
            ("填报", f"{len(summary.dossiers)} 份"),
            ("项目", f"{len(self._rows)} 个"),
            ("全年预算（万元）", shown_amount(money.budget)),
            ("全年执行（万元）", shown_amount(money.spent)),
            ("执行率", self._rate()),
            ("项目平均分", shown_score(mean_of(self._rows))),
            ("按资金加权平均分", shown_score(weighted_mean_of(self._rows))),
            ("错误、警告、提示", f"{counts.error}、{counts.warning}、{counts.note}"),
            ("勾稽", "有不符" if summary.is_at_odds() else "没有不符"),
        )
        return tag(
            "dl",
            [tag("div", tag("dt", name), tag("dd", said or "—")) for name, said in facts],
            class_="facts",
        )

    def _rate(self) -> str:
        """Return the rate, and what it rests on where that is not what stands beside it."""
        money = self._summary.money
        said = shown_rate(money.rate)
        without = sum(row.spent is None for row in self._rows)
        if not said or money.comparable == money.budget:
            return said
        return f"{said}（不含没有执行数的 {without} 个项目，按预算 {shown_amount(money.comparable)} 万元）"

    def charts(self) -> Html:
        """Draw scores, rates of execution and grades."""
        ranked = ranking(self._summary.projects)
        scores = [
            Bar(
                own.row.name,
                own.row.share or Fraction(0),
                shown_score(own.row.total),
                self._way(own.dossier, own.row),
            )
            for own in ranked[:_MOST_BARS]
        ]
        rates = sorted(
            (own for own in self._every if own.row.kind == "project" and own.row.rate is not None),
            key=lambda own: own.row.rate or Fraction(0),
        )
        spent = [
            Bar(
                own.row.name,
                own.row.rate or Fraction(0),
                shown_rate(own.row.rate),
                self._way(own.dossier, own.row, "funds.spent"),
            )
            for own in rates[:_MOST_BARS]
        ]
        return tag(
            "div",
            bars("项目得分，从高到低" + _of(ranked), scores),
            bars("预算执行率，从低到高" + _of(rates), spent),
            bars("等级", [*self._grades()]),
            class_="charts",
        )

    def _grades(self) -> Iterator[Bar]:
        counted = [(grade, grade_count(self._rows, grade)) for grade in (*self._summary.grades, "")]
        for grade, count in counted:
            if count:
                share = Fraction(count, len(self._rows))
                yield Bar(grade or UNGRADED, share, f"{count} 个")

    def units(self) -> Html:
        """Write a row for each dossier."""
        rows: list[list[object]] = []
        for own in self._summary.dossiers:
            id = self._ids.get(own.path, "")
            leading = own.department or (own.projects[0] if len(own.projects) == 1 else None)
            budget = shown_amount(money_of(own.projects).budget)
            counts = f"{own.problems.error}、{own.problems.warning}、{own.problems.note}"
            rows.append(
                [
                    tag("a", own.name, href=f"/d/{id}/fill") if id else own.name,
                    str(own.year or ""),
                    str(len(own.projects)),
                    budget,
                    shown_score(leading.total) if leading else "",
                    leading.grade if leading else "",
                    tag("a", counts, href=f"/d/{id}/problems") if id else counts,
                    "有不符" if own.is_at_odds else "",
                ]
            )
        heads = [
            "单位",
            "年度",
            "项目",
            "全年预算（万元）",
            "总分",
            "等级",
            "错误、警告、提示",
            "勾稽",
        ]
        return table("各单位", heads, rows)

    def ranks(self) -> Html:
        """Write the ranking of the projects; equal scores share a place."""
        rows: list[list[object]] = [
            [
                str(own.place),
                _link(own.row.name, self._way(own.dossier, own.row)),
                own.dossier.name,
                _link(shown_score(own.row.total), self._way(own.dossier, own.row)),
                shown_score(own.row.full),
                own.row.grade,
                _link(shown_rate(own.row.rate), self._way(own.dossier, own.row, "funds.spent")),
            ]
            for own in ranking(self._summary.projects)[:_MOST_ROWS]
        ]
        heads = ["名次", "项目", "单位", "得分", "满分", "等级", "执行率"]
        return table("项目排名", heads, rows)

    def far(self) -> list[Html]:
        """Write the indicators that are far from their targets."""
        tables = (
            ("没有达到目标的指标", self._summary.unmet),
            ("超出目标很多的指标", self._summary.beyond),
        )
        heads = ["单位", "项目", "指标", "年度指标值", "实际完成值", "偏差", "得分", "原因"]
        return [
            table(title, heads, [self._indicator(d, row) for d, row in found[:_MOST_ROWS]])
            for title, found in tables
            if found
        ]

    def _indicator(self, dossier: DossierRows, row: IndicatorRow) -> list[object]:
        subjects = [
            own for own in dossier.subjects if (own.name, own.kind) == (row.subject, row.kind)
        ]
        way = ""
        if len(subjects) == 1:
            way = self._way(dossier, subjects[0], f"indicator[{row.name}].actual")
        return [
            dossier.name,
            row.subject,
            _link(row.name, way),
            row.target,
            _link(row.actual, way),
            shown_rate(row.deviation),
            shown_score(row.score),
            row.reason,
        ]

    def ties(self) -> Html:
        """Write what was held against each other and is not the same."""
        every = [(d.name, tie) for d in self._summary.dossiers for tie in d.ties]
        every += [("各单位之间", tie) for tie in self._summary.across]
        bad = [(name, tie) for name, tie in every if tie.verdict not in _FINE]
        if not bad:
            return tag("p", f"勾稽关系核对 {len(every)} 处，都一致。")
        rows = [_tie(name, tie) for name, tie in bad[:_MOST_ROWS]]
        heads = ["单位", "核对什么", "位置", "一边", "另一边", "相差", "结果", "说明"]
        return table(f"勾稽关系：核对 {len(every)} 处，列出不一致的 {len(bad)} 处", heads, rows)

    def _way(self, dossier: DossierRows, row: SubjectRow, key: str = "") -> str:
        id = self._ids.get(dossier.path, "")
        return fill_address(id, row.id, key) if id else ""


def _tie(name: str, tie: TieRow) -> list[object]:
    return [
        name,
        tie.what,
        tie.where,
        f"{tie.left_label} {shown_amount(tie.left)}{tie.unit}",
        f"{tie.right_label} {shown_amount(tie.right)}{tie.unit}",
        shown_amount(tie.difference),
        str(tie.verdict),
        tie.remark,
    ]


def _link(words: str, address: str) -> object:
    return tag("a", words, href=address) if words and address else words or "—"


def _of(found: Sequence[object]) -> str:
    return f"（前 {_MOST_BARS} 个）" if len(found) > _MOST_BARS else ""
