// Words over a block that is pasted into a table: they say to which of its columns the others go.

const SHORTEST = 2; // letters that may stand for a longer heading

// The column of the table for each column of a block, by its first line; nothing where that line is data.
export function columnsFor(head: string[], headings: string[][]): (number | undefined)[] | null {
  const free = new Set(headings.keys());
  const take = (isIt: (own: string) => boolean): number | undefined => {
    const at = [...free].find((own) => headings[own]?.some(isIt));
    if (at !== undefined) free.delete(at); // two columns of one name are taken one after the other
    return at;
  };
  const exact = head.map((words) => (plain(words) ? take((own) => own === plain(words)) : undefined));
  const named = head.map((words, n) => exact[n] ?? take((own) => isBegun(own, plain(words))));
  const known = named.filter((own) => own !== undefined);
  return known.length > 1 && known.length * 2 > head.filter((own) => plain(own)).length ? named : null;
}

export function isBegun(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= SHORTEST && (one.startsWith(other) || other.startsWith(one));
}

export function plain(words: string): string {
  return words.replace(/[\s:：]/g, "");
}
