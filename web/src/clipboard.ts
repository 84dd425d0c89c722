// What Excel puts on the clipboard, as lines and cells.

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
