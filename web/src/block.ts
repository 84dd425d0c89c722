// A block of Excel that is pasted on a field in a table: it goes over the fields to the right and below, as in the grid.

import { Cell, Key, Sheet, Wish } from "./api";
import { merged, table } from "./clipboard";
import { columnsFor } from "./headings";
import { say } from "./say";

// A field of a table; one whose row is not in the file yet says which list the row goes to.
interface Field {
  cell?: Cell;
  begins?: { list: Key[]; name: string; key: string; unit: string | undefined };
}

interface Rows {
  list: Key[];
  row: Record<string, string>;
  unit?: string | undefined;
}

interface Spread {
  wishes: Wish[];
  rows: Rows[];
  left: string[][]; // lines for which the table has no row
  lost: number; // cells for which it has no column
}

const SOURCES: Key[] = ["funds", "sources"];
const fields = new WeakMap<Element, Field>();
const NOTHING = /^[-—–]$/; // how Excel shows a zero or nothing in its columns of money
const NUMBER = /^[\d\s,，.．%％+-]*$/;

export function hold(element: Element | null, field: Field): void {
  if (element) fields.set(element, field);
}

interface Hand {
  save: (wishes: Wish[]) => void;
  add: (list: Key[], row: Record<string, string>, unit?: string) => void;
}

// Takes a paste of several cells; tells what there was no place for.
export function pasteBlock(event: ClipboardEvent, sheet: Sheet, hand: Hand): void {
  const at = (event.target as Element).closest?.("td, th") as HTMLTableCellElement | null;
  const own = at?.closest("table");
  if (!at || !own || own.classList.contains("placed") || !field(at)) return;
  const whole = merged(event.clipboardData?.getData("text/html") ?? "");
  const block = whole ?? table(event.clipboardData?.getData("text/plain") ?? "");
  if (block.length * (block[0]?.length ?? 0) < 2) return;
  event.preventDefault();
  event.stopPropagation();
  const lines = block.map((line) => line.map((words) => words.trim()));
  const rows = places(own);
  const columns = lines.length > 1 ? columnsFor(lines[0] ?? [], headings(rows)) : null;
  if (columns && !lines[0]?.[0] && !columns.includes(0)) columns[0] = 0; // nothing stands over what rows are called
  const spread = columns ? under(rows, at, columns, lines.slice(1)) : over(rows, at, lines, whole !== null);
  if (spread.wishes.length) hand.save(spread.wishes);
  spread.rows.forEach((one) => hand.add(one.list, one.row, one.unit));
  // Lines behind the last one of the money begin with what the source is called.
  const more = own.classList.contains("funds") ? spread.left.filter((one) => one[0]) : [];
  const sorted = columns ? more.map((one) => inOrder(columns, one)) : more;
  sorted.forEach(([name = "", ...amounts]) => hand.add(SOURCES, { name, ...amountsOf(sheet, amounts) }));
  if (more.length) say(`多 ${more.length} 个资金来源，加在后面`);
  const left = spread.left.length - more.length;
  if (left) say(`有 ${left} 行在这张表里没有对应的行，没有贴进去`, "fault");
  if (spread.lost) say(`有 ${spread.lost} 格没有对应的栏目，没有贴进去`, "fault");
}

function amountsOf(sheet: Sheet, words: string[]): Record<string, string> {
  const columns = sheet.funds?.columns ?? [];
  return Object.fromEntries(columns.map((own, n) => [own.key, words[n] ?? ""]).filter(([, said]) => said));
}

// The cells of a line by the columns of the table.
function inOrder(columns: (number | undefined)[], line: string[]): string[] {
  const found: string[] = [];
  columns.forEach((own, n) => { if (own !== undefined) found[own] = line[n] ?? ""; });
  return Array.from(found, (words) => words ?? "");
}

// What stands over each column, and in no row that is filled in; and what its fields are called.
function headings(rows: HTMLTableCellElement[][]): string[][] {
  const heads = rows.filter((row) => !row.some(field));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const named = (n: number) => rows.flatMap((row) => plain(titles(row[n])[0] ?? "") || []);
  return Array.from({ length: width }, (_, n) => [...heads.flatMap((row) => plain(row[n]?.textContent ?? "") || []), ...named(n)]);
}

// The name of a field is that of its column, and behind a space that of its row.
function titles(cell: HTMLTableCellElement | undefined): string[] {
  const own = Array.from(cell?.querySelectorAll("input") ?? []).find((one) => fields.has(one));
  return (own?.getAttribute("aria-label") ?? "").split(" ");
}

// Lines under headings: each goes to the row that it names, or follows the one that the block is pasted on.
function under(rows: HTMLTableCellElement[][], at: HTMLTableCellElement, columns: (number | undefined)[], block: string[][]): Spread {
  const found: Spread = { wishes: [], rows: [], left: [], lost: 0 };
  const begun = new Map<string, Rows>();
  const first = rows.findIndex((row) => row.includes(at));
  const isCalled = (column: number | undefined) => rows.some((row) => {
    const cell = row[column ?? -1];
    return row.some(field) && cell !== undefined && !field(cell) && plain(cell.textContent ?? "") !== "";
  });
  block.filter((line) => line.some(Boolean)).forEach((line, down) => {
    const named = rows.findIndex((row) => line.some((words) => isLabel(row, words)));
    const isNamed = line.some((words, n) => words !== "" && !NUMBER.test(words) && isCalled(columns[n]));
    const row = rows[named >= 0 || isNamed ? named : first + down];
    if (!row) {
      found.left.push(line);
      return;
    }
    line.forEach((said, n) => {
      const cell = row[columns[n] ?? -1];
      if (cell) put(field(cell), NOTHING.test(said) ? "" : said, found, begun);
      else if (said && !isLabel(row, said)) found.lost += 1;
    });
  });
  found.rows = [...begun.values()];
  return found;
}

function over(rows: HTMLTableCellElement[][], at: HTMLTableCellElement, block: string[][], isMerged: boolean): Spread {
  const found: Spread = { wishes: [], rows: [], left: [], lost: 0 };
  const begun = new Map<string, Rows>();
  const first = rows.findIndex((row) => row.includes(at));
  const start = isMerged ? rows[first]?.indexOf(at) ?? 0 : distinct(rows[first] ?? []).indexOf(at);
  block.forEach((line, down) => {
    if (!line.some(Boolean)) return;
    const named = (row: HTMLTableCellElement[] | undefined) => row !== undefined && isLabel(row, line[0] ?? "");
    const own = named(rows[first + down]) ? first + down : rows.findIndex(named);
    const row = rows[own >= 0 ? own : first + down];
    if (!row || (own < 0 && line[0] && !NUMBER.test(line[0]) && !isText(row, start))) {
      found.left.push(line);
      return;
    }
    const words = own >= 0 ? line.slice(1) : line;
    const cells = isMerged ? row : distinct(row);
    words.forEach((said, right) => {
      const cell = cells[start + right];
      if (!cell) {
        if (said) found.lost += 1;
        return;
      }
      if (cells[start + right - 1] === cell && right > 0) return; // one cell over several places
      put(field(cell), NOTHING.test(said) ? "" : said, found, begun);
    });
  });
  found.rows = [...begun.values()];
  return found;
}

function put(own: Field | undefined, now: string, found: Spread, begun: Map<string, Rows>): void {
  const { cell, begins } = own ?? {};
  if (cell && cell.value !== now) {
    found.wishes.push({ keys: cell.keys, was: cell.value, now, row: cell.row, unit: cell.unit });
  } else if (begins && now) {
    const key = `${begins.list.join("/")} ${begins.name}`;
    const row = begun.get(key) ?? { list: begins.list, row: begins.name ? { name: begins.name } : {}, unit: begins.unit };
    row.row[begins.key] = now;
    begun.set(key, row);
  }
}

// The cells of a table by their places: one over several places is at each of them.
function places(own: HTMLTableElement): HTMLTableCellElement[][] {
  const rows: HTMLTableCellElement[][] = Array.from(own.rows, () => []);
  Array.from(own.rows).forEach((row, r) => {
    let column = 0;
    for (const cell of Array.from(row.cells)) {
      while (rows[r]?.[column]) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          const line = rows[r + down];
          if (line) line[column + right] = cell;
        }
      }
      column += cell.colSpan;
    }
  });
  return rows;
}

function distinct(row: HTMLTableCellElement[]): HTMLTableCellElement[] {
  return row.filter((cell, n) => row[n - 1] !== cell);
}

function field(cell: HTMLTableCellElement): Field | undefined {
  const input = Array.from(cell.querySelectorAll("input")).find((own) => fields.has(own));
  return input && fields.get(input);
}

function isText(row: HTMLTableCellElement[], start: number): boolean {
  const own = distinct(row)[start];
  return own !== undefined && field(own) !== undefined && !NUMBER.test(own.querySelector("input")?.value ?? "");
}

// Whether words are what stands in front of a row: 其中：财政拨款 is 财政拨款.
function isLabel(row: HTMLTableCellElement[], words: string): boolean {
  const bare = plain(words);
  if (bare === "" || NUMBER.test(words)) return false;
  return distinct(row).some((cell) => plain((field(cell) ? titles(cell)[1] : cell.textContent) ?? "") === bare);
}

function plain(words: string): string {
  return words.replace(/[\s:：]/g, "").replace(/^其中/, "");
}
