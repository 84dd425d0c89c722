// What a place of the file is called on the page: one name for its cell, for what is asked of it, for its problems.

import { Cell, Key, Row, Sheet, TextField, Wish } from "./api";
import { cellTitle, laidOut } from "./columns";
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
  return found ? named(found.title, found.row && (wish?.row || found.row)) : "";
}

// What a problem is called that stands at a cell; empty where the page shows none of its key.
export function titleAt(sheet: Sheet, key: string): string {
  const found = key ? find(sheet, (own) => own.key === key) : undefined;
  return found ? named(found.title, found.row) : "";
}

export function placeOf(sheet: Sheet, keys: Key[]): Place | undefined {
  const at = path(keys);
  return find(sheet, (own) => path(own.keys) === at);
}

// A cell is called as its column, then as its row.
export function named(title: string, row: string): string {
  return [title, row].filter(Boolean).join(" ");
}

// A row that has no name yet is called by its class.
export function called(row: Row): string {
  return row.name || `${row.cells[0]?.value ?? ""}（未命名）`;
}

function find(sheet: Sheet, isIt: (own: Cell) => boolean): Place | undefined {
  for (const row of sheet.rows) {
    const n = row.cells.findIndex(isIt);
    const [cell, column] = [row.cells[n], sheet.columns[n]];
    if (!cell || !column) continue;
    const view = laidOut(sheet, sheet.form.find((own) => own.kind === "indicators")).views.find((own) => own.cell === n);
    return { cell, title: view ? cellTitle(view, column) : column.title, row: called(row) };
  }
  // What the form prints is filled in there, and is called as there.
  const onForm = sheet.fields.find(isIt);
  if (onForm) return { cell: onForm, title: onForm.title, row: "" };
  for (const { cells, name } of sheet.funds?.rows ?? []) {
    const n = cells.findIndex(isIt);
    const cell = cells[n];
    if (cell) return { cell, title: sheet.funds?.columns[n]?.title ?? "", row: name };
  }
  for (const { cells, label } of sheet.lists.flatMap((own) => own.rows)) {
    const cell = cells.find(isIt);
    if (cell) return { cell, title: cell.title, row: label };
  }
  const fields: TextField[] = [
    ...sheet.texts, ...sheet.own, ...sheet.goals, ...sheet.prose, ...sheet.sections,
    ...sheet.placed.flatMap((own) => own.fields),
  ];
  const cell = fields.find(isIt);
  return cell && { cell, title: cell.title, row: "" };
}
