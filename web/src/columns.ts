// What stands in the columns of the grid: in the order of the form, then what it does not print.

import { Column, FormColumn, FormPart, FormRow, Row, Sheet } from "./api";
import { path } from "./overlay";

export const SCORE = "score";

export interface View {
  title: string; // over the column
  cell: number; // of a row; none (-1) for what is worked out
  said: string; // the name of what is worked out
  levels?: { level: number; heading: string }[];
  isBeside: boolean; // the form does not print it
}

export interface Laid {
  sheet: Sheet; // its rows as the form has them
  views: View[];
  said: Map<string, FormRow>; // by row
}

export function laidOut(sheet: Sheet, part?: FormPart): Laid {
  const printed = (part?.columns ?? []).map((own) => view(sheet, own)).filter((own) => own.cell >= 0 || own.said);
  const rest = sheet.columns
    .map((own, n): View => ({ title: own.title, cell: n, said: "", isBeside: printed.length > 0 }))
    .filter((own) => !printed.some((other) => other.cell === own.cell));
  const views = [...printed, ...rest];
  if (!views.some((own) => own.said === SCORE)) views.push({ title: "得分", cell: -1, said: SCORE, isBeside: printed.length > 0 });
  const order = (part?.rows ?? []) as FormRow[];
  const said = new Map(order.map((own) => [path(own.keys), own]));
  const at = new Map(order.map((own, n) => [path(own.keys), n]));
  const place = (row: Row) => at.get(path(row.keys)) ?? order.length;
  const rows = [...sheet.rows].sort((one, other) => place(one) - place(other));
  return { sheet: { ...sheet, rows }, views, said };
}

function view(sheet: Sheet, own: FormColumn): View {
  if (!own.keys) return { title: own.heading, cell: -1, said: own.said ?? "", isBeside: false };
  const key = own.keys.join("-");
  const cell = sheet.columns.findIndex((column) => column.key === key);
  const title = own.heading || (sheet.columns[cell]?.title ?? "");
  return { title, cell, said: "", isBeside: false, ...(own.levels ? { levels: own.levels } : {}) };
}

// What a cell is called: as the heading that it stands under, without the letter that a formula names it by.
// A heading that is the beginning of what the column is called says nothing else.
export function cellTitle(own: View, column: Column): string {
  const heading = (own.levels?.length ?? 0) > 1 ? "" : own.title.replace(/（[A-Za-z]）$/, "");
  return column.title.startsWith(heading) ? column.title : heading;
}
