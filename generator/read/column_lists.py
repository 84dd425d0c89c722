"""Columns of indicators that found no place or were not understood: listed, cell by cell."""

from collections.abc import Collection

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.columns import OTHER, Choice, UnreadColumn
from generator.read.columns_assign import WITHOUT_PLACE
from generator.read.draft import SubjectDraft
from generator.read.header_band import Band
from generator.read.label_book import normal
from generator.read.reading_order import Desk

_NO_PLACE = "没有对应的项"
_TITLES = {
    "number": "序号", "class": "指标类别", "level1": "一级指标", "points1": "一级指标的分值", "level2": "二级指标",
    "points2": "二级指标的分值", "name": "三级指标", "description": "指标解释", "sign": "指标性质", "direction": "指标方向",
    "target": "指标值", "adjusted": "调整后的指标值", "measure-unit": "度量单位", "actual": "实际完成值",
    "weight": "分值", "score": "得分", "deduction": "扣分", "review": "复核得分", "review-reason": "复核说明",
    "reason": "偏差原因", "basis": "指标值依据", "evidence": "佐证材料",
}  # fmt: skip


def title_of(role: str) -> str:
    """Return how a column of a role is called."""
    return _TITLES.get(role, _NO_PLACE)


NAMELESS = "没有栏目名的"


class ColumnLists:
    """Lists the columns of one band that no row took."""

    def __init__(self, table: ReadTable, desk: Desk, subject: SubjectDraft) -> None:
        self._table, self._desk, self._subject = table, desk, subject

    def tell(self, band: Band, taken: Collection[Choice]) -> None:
        """List the columns that have no place or were not understood; say where nobody is sure."""
        for choice in band.choices:
            label = normal(choice.strip.heading)[:20] or NAMELESS
            if choice in taken:
                continue
            if choice.role == OTHER or choice.role in WITHOUT_PLACE:
                self._list(choice, band, label)
            elif not choice.is_sure:
                self._subject.remarks.append(
                    f"“{label}”一栏没有把握，按“{title_of(choice.role)}”导入，也可能是"
                    f"“{title_of(choice.runner_up)}”，请核对（{choice.strip.place}）"
                )

    def _list(self, choice: Choice, band: Band, label: str) -> None:
        is_known = choice.role != OTHER
        said = [cell for cell in self._said(choice, band) if not self._is_spoken_of(cell)]
        for cell in said:
            reason = f"“{label}”{_NO_PLACE}" if is_known else f"“{label}”一栏没有看懂"
            self._subject.leave(cell.place, cell.text, reason)
        if said or is_known or choice.strip.heading.strip():
            told = _NO_PLACE if is_known else "没有看懂"
            self._subject.remarks.append(f"“{label}”一栏{told}，没有导入（{choice.strip.place}）")
        if said and not is_known:
            self._desk.draft.unread_columns.append(
                UnreadColumn(normal(choice.strip.heading)[:20], choice.strip.place, len(said))
            )

    def _said(self, choice: Choice, band: Band) -> list[ReadCell]:
        """Return the cells of a column that say something; placeholders in it are of the form."""
        found = []
        says_nothing = self._desk.book.phrases.says_nothing
        for row in range(band.bottom, band.end):
            cell = self._table.at(row, choice.strip.start)
            is_own = cell is not None and cell.row == row and cell.column >= choice.strip.start
            if cell is None or not is_own or row in band.repeated or says_nothing(cell.text):
                continue
            if self._desk.lens.look(cell.text).kind == "placeholder":
                self._desk.tally.furnish(cell.place, "占位")
            elif cell.width * 2 <= self._table.width:
                found.append(cell)
        return found

    def _is_spoken_of(self, cell: ReadCell) -> bool:
        tally = self._desk.tally
        return cell.place in tally.uses or cell.place in tally.furniture
