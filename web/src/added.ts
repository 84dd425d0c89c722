// The row that came last into a list, found again in the sheet as it is now.

import { Cell, Key, Sheet } from "./api";
import { path } from "./overlay";

interface Known {
  keys: Key[];
  label?: string; // where it is not called as it was asked for
}

export function lastOf(sheet: Sheet, list: Key[]): Known {
  const within = [...named(sheet)].filter(({ keys }) => keys.length === list.length + 1 && path(keys.slice(0, -1)) === path(list));
  return within[within.length - 1] ?? { keys: [] };
}

function* named(sheet: Sheet): Iterable<Known> {
  const rows = [...sheet.rows, ...(sheet.funds?.rows ?? []), ...sheet.lists.flatMap((own) => own.rows), ...sheet.placed];
  for (const { keys } of rows) yield { keys };
  for (const own of sheet.placed) {
    for (const [n, cell] of own.head.entries()) yield { keys: [...own.keys, "head", n], label: cell.value };
    for (const [n, row] of own.rows.entries()) yield { keys: [...own.keys, "rows", n], label: said(row) };
  }
}

// What a row of a placed table is called: all that it says.
export function said(cells: Cell[]): string {
  return cells.map((cell) => cell.value).join("\t");
}
