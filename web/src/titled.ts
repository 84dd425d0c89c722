// What a place of the file is called on the page: its column and its row, or its field.

import { Key, Sheet, TextField, Wish } from "./api";
import { path } from "./overlay";

// What is asked for at a place, as the page calls it; empty where the page does not show it.
export function titleOf(sheet: Sheet, keys: Key[], wish?: Wish): string {
  const at = path(keys);
  const isIt = (own: { keys: Key[] }) => path(own.keys) === at;
  for (const row of sheet.rows) {
    const n = row.cells.findIndex(isIt);
    // An editor beside may have moved the row: what was typed knows whose it is.
    if (n >= 0) return joined(sheet.columns[n]?.title, wish?.row || row.name);
  }
  for (const row of sheet.funds?.rows ?? []) {
    const n = row.cells.findIndex(isIt);
    if (n >= 0) return joined(sheet.funds?.columns[n]?.title, row.name);
  }
  for (const list of sheet.lists) {
    for (const row of list.rows) {
      const found = row.cells.find(isIt);
      if (found) return joined(found.title, row.label);
    }
  }
  const fields: TextField[] = [
    ...sheet.fields, ...sheet.texts, ...sheet.own, ...sheet.goals, ...sheet.prose, ...sheet.sections,
    ...sheet.placed.flatMap((own) => own.fields),
  ];
  return fields.find(isIt)?.title ?? "";
}

function joined(title = "", row = ""): string {
  return [title, row].filter(Boolean).join(" ");
}
