// A block that is pasted into the grid: which cells it changes, which rows it begins, what has no place.

import { Cell, Key, Row, Wish } from "./api";
import { Laid } from "./columns";
import { halfwidth } from "./halfwidth";

const LONG = "reason"; // a text that may have several lines

export interface Pasted {
  wishes: Wish[];
  rows: { list: Key[]; row: Record<string, string> }[]; // behind the last one
  lost: number; // cells with words for which there is no column
}

export function pasted(laid: Laid, at: { row: number; column: number }, block: string[][]): Pasted {
  const { sheet, views } = laid;
  const found: Pasted = { wishes: [], rows: [], lost: 0 };
  const last = sheet.rows[sheet.rows.length - 1];
  let above = last?.cells.find((cell) => keyOf(last, cell) === "class")?.value ?? "";
  for (const [down, line] of block.entries()) {
    const row = sheet.rows[at.row + down];
    const begun: Record<string, string> = {};
    const words = joined(laid, at.column, line);
    for (const [right, given] of words.entries()) {
      const column = views[at.column + right]?.cell ?? -1;
      const cell = (row ?? last)?.cells[column];
      const key = last && cell ? keyOf(row ?? last, cell) : "";
      const said = key === LONG ? given : halfwidth(key, given.replace(/\s*\n\s*/g, "")); // names are broken to fit a column
      if (!cell || (!row && !key)) {
        if (said && views[at.column + right] === undefined) found.lost += 1;
      } else if (!row) begun[key] = said;
      else if (cell.value !== said) found.wishes.push({ keys: cell.keys, was: cell.value, now: said, row: cell.row });
    }
    if (row || !last || !Object.values(begun).some(Boolean)) continue;
    above = begun["class"] || above; // a class goes on until another one is named
    found.rows.push({ list: last.keys.slice(0, -1), row: { ...begun, class: above } });
  }
  return found;
}

// The key of a cell in its row; none of a value that only the form has.
function keyOf(row: Row, cell: Cell): string {
  const [key, ...below] = cell.keys.slice(row.keys.length);
  return below.length || key === undefined ? "" : String(key);
}

// A class has two columns on many forms, and is one value: 产出指标, 数量指标 is 产出/数量.
function joined({ sheet, views }: Laid, column: number, line: string[]): string[] {
  if (sheet.columns[views[column]?.cell ?? -1]?.key !== "class") return line;
  const [first = "", second = "", ...rest] = line;
  const both = sheet.classes.find((own) => {
    const [one = "", other = ""] = own.split("/");
    return other !== "" && first.startsWith(one) && second.startsWith(other);
  });
  if (both) return [both, ...rest];
  const single = sheet.classes.filter((own) => first !== "" && first.startsWith(own.split("/")[1] ?? own));
  return sheet.classes.includes(first) || single.length !== 1 ? line : [single[0] ?? first, second, ...rest];
}
