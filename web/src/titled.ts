// What a place of the file is called on the page: its column and its row, or its field.

import { Cell, Key, Sheet, TextField, Wish } from "./api";
import { path } from "./overlay";

interface Place {
  cell: Cell;
  title: string;
  row: string; // what its row is called
}

// What is asked for at a place, as the page calls it; empty where the page does not show it.
export function titleOf(sheet: Sheet, keys: Key[], wish?: Wish): string {
  const found = placeOf(sheet, keys);
  // An editor beside may have moved the row: what was typed knows whose it is.
  const row = found?.row && (wish?.row || found.row);
  return [found?.title, row].filter(Boolean).join(" ");
}

export function placeOf(sheet: Sheet, keys: Key[]): Place | undefined {
  const at = path(keys);
  const isIt = (own: { keys: Key[] }) => path(own.keys) === at;
  const rows = [
    ...sheet.rows.map((own) => ({ ...own, columns: sheet.columns })),
    ...(sheet.funds?.rows ?? []).map((own) => ({ ...own, columns: sheet.funds?.columns ?? [] })),
  ];
  for (const { cells, columns, name } of rows) {
    const n = cells.findIndex(isIt);
    const cell = cells[n];
    if (cell) return { cell, title: columns[n]?.title ?? "", row: name };
  }
  for (const { cells, label } of sheet.lists.flatMap((own) => own.rows)) {
    const cell = cells.find(isIt);
    if (cell) return { cell, title: cell.title, row: label };
  }
  const fields: TextField[] = [
    ...sheet.fields, ...sheet.texts, ...sheet.own, ...sheet.goals, ...sheet.prose, ...sheet.sections,
    ...sheet.placed.flatMap((own) => own.fields),
  ];
  const cell = fields.find(isIt);
  return cell && { cell, title: cell.title, row: "" };
}
