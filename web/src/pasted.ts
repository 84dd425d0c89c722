// A block that is pasted into the grid: which cells it changes, which rows it begins, what has no place.

import { Cell, Key, Row, Wish } from "./api";
import { uncounted } from "./clipboard";
import { Laid } from "./columns";
import { halfwidth } from "./halfwidth";
import { headed } from "./headed";

const FEWEST = 2; // lines that a column counts
const LONG = "reason"; // a text that may have several lines

type Line = (string | undefined)[]; // nothing: the block has no such column

export interface Pasted {
  wishes: Wish[];
  rows: { list: Key[]; row: Record<string, string> }[]; // behind the last one
  lost: number; // cells with words for which there is no column
}

export function pasted(laid: Laid, at: { row: number; column: number }, given: string[][]): Pasted {
  const { sheet, views } = laid;
  // Where words are typed a column of numbers that goes up line by line only counts them.
  const isWords = sheet.columns[views[at.column]?.cell ?? -1]?.kind !== "number";
  const counted = isWords ? uncounted(given, FEWEST) : null;
  const block = counted && !counted.hasHead ? counted.lines : given;
  const { column: from, lines, lost } = headed(laid, given) ?? { column: at.column, lines: block, lost: 0 };
  const found: Pasted = { wishes: [], rows: [], lost };
  const last = sheet.rows[sheet.rows.length - 1];
  let above = last?.cells.find((cell) => keyOf(last, cell) === "class")?.value ?? "";
  for (const [down, line] of spread(laid, from, lines).entries()) {
    const row = sheet.rows[at.row + down];
    const begun: Record<string, string> = {};
    for (const [right, given] of line.entries()) {
      if (given === undefined) continue;
      const column = views[from + right]?.cell ?? -1;
      const cell = (row ?? last)?.cells[column];
      const key = last && cell ? keyOf(row ?? last, cell) : "";
      const said = key === LONG ? given : halfwidth(key, given.replace(/\s*\n\s*/g, "")); // names are broken to fit a column
      if (!cell || (!row && !key)) {
        if (said && views[from + right] === undefined) found.lost += 1;
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

// A class that has two columns on the form is one value: 产出指标, 数量指标 is 产出/数量. A block that names
// the whole class in one cell has one column for it; every other one has as many as the form, whatever
// its words are. What is blank goes on from the line above.
function spread({ sheet, views }: Laid, column: number, block: Line[]): Line[] {
  const view = views[column];
  if (sheet.columns[view?.cell ?? -1]?.key !== "class") return block;
  const classes = sheet.classes.filter(Boolean);
  const whole = (line: Line) => wholeClass(classes, line[0]?.trim() ?? "");
  const isTwo = block.some((line) => inTwo(classes, line) !== "")
    || ((view?.levels?.length ?? 0) > 1 && !block.some((line) => whole(line) !== ""));
  if (!isTwo) return block.map((line) => [whole(line) || (line[0] ?? ""), ...line.slice(1)]);
  let above = ["", ""];
  return block.map((line) => {
    const [first = "", second = ""] = line.slice(0, 2).map((own) => own?.trim());
    const own = first && first !== above[0] ? [first, second] : [first || above[0] || "", second || above[1] || ""];
    above = own;
    return [inTwo(classes, own) || own.filter(Boolean).join("/"), ...line.slice(2)];
  });
}

// The class that two cells name (empty: none that is known).
function inTwo(classes: string[], [first = "", second = ""]: Line): string {
  return classes.find((own) => {
    const [one = "", other = ""] = own.split("/");
    return other !== "" && first.startsWith(one) && second.startsWith(other);
  }) ?? "";
}

// The class that one cell names, by itself or by its lower level (empty: none, or it could be several).
function wholeClass(classes: string[], words: string): string {
  if (words.includes("/") || classes.includes(words)) return words;
  const meant = classes.filter((own) => words !== "" && words.startsWith(own.split("/")[1] ?? own));
  return meant.length === 1 ? meant[0] ?? "" : "";
}
