// What Excel puts on the clipboard, as lines and cells.

// Cells that are merged come with their words in each place that they cover; without any, nothing comes.
export function merged(html: string): string[][] | null {
  if (!/(row|col)span=["']?([2-9]|1\d)/i.test(html)) return null;
  const own = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!own) return null;
  const rows: string[][] = Array.from(own.rows, () => []);
  Array.from(own.rows).forEach((row, r) => {
    let column = 0;
    for (const cell of Array.from(row.cells)) {
      while (rows[r]?.[column] !== undefined) column += 1;
      cell.querySelectorAll("br").forEach((end) => end.replaceWith("\n"));
      const words = (cell.textContent ?? "").trim();
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          const line = rows[r + down];
          if (line) line[column + right] = words;
        }
      }
      column += cell.colSpan;
    }
  });
  return rows.map((row) => Array.from(row, (words) => words ?? ""));
}

// Quoted cells may hold line ends.
export function table(words: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const text = words.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let n = 0; n < text.length; n += 1) {
    const sign = text[n] ?? "";
    if (quoted) {
      if (sign === '"' && text[n + 1] === '"') { cell += '"'; n += 1; }
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") { rows[rows.length - 1]?.push(cell); cell = ""; }
    else if (sign === "\n") { rows[rows.length - 1]?.push(cell); rows.push([]); cell = ""; }
    else cell += sign;
  }
  rows[rows.length - 1]?.push(cell);
  return rows;
}

const SERIAL = /^(\d+)[.．、]?$/;

interface Counted {
  lines: string[][];
  hasHead: boolean; // the first line names the columns
}

// A block without the column that only counts its lines; nothing where it has none.
export function uncounted(block: string[][], fewest = 1): Counted | null {
  const numbers = block.map((line) => Number(SERIAL.exec(line[0]?.trim() ?? "")?.[1] ?? NaN));
  const hasHead = block.length > 1 && Number.isNaN(numbers[0]);
  const counted = hasHead ? numbers.slice(1) : numbers;
  const isWhole = counted.every((own, n) => own === (counted[0] ?? 0) + n);
  if (!isWhole || counted.length < fewest || !block.some((line) => line.length > 1)) return null;
  return { lines: block.map((line) => line.slice(1)), hasHead };
}

// Names that are pasted one a line or a cell; what counts them, and what stands over them, is none.
export function namesIn(words: string): string[] {
  const block = table(words);
  const found = uncounted(block) ?? { lines: block, hasHead: false };
  return found.lines.slice(found.hasHead ? 1 : 0).flat().map((own) => own.replace(/\s+/g, " ").trim()).filter(Boolean);
}
