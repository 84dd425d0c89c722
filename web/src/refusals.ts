// What was typed and cannot stand in its cell: it stays there as typed, until it is mended or given up.

import { Cell, Key, Saved, Wish } from "./api";
import { path } from "./overlay";

interface Refusal {
  words: string;
  message: string;
  was: string; // what the file has: once that is another, it counts
}

const known = new Map<string, Refusal>();

// What stands against other words is asked about, and is none of this.
export function keepRefused(refused: Saved["refused"], wishes: Wish[]): void {
  for (const one of refused) {
    const wish = wishes.find((own) => path(own.keys) === path(one.keys));
    if (wish?.now && typeof one.now !== "string") known.set(path(one.keys), { words: wish.now, message: one.message, was: wish.was });
  }
}

export function refusalOf(cell: Cell): Refusal | undefined {
  const own = known.get(path(cell.keys));
  return own?.was === cell.value ? own : undefined;
}

export function giveUp(keys: Key[]): boolean {
  return known.delete(path(keys));
}

// What a cell shows and begins to be typed from.
export function wordsOf(cell: Cell): string {
  return refusalOf(cell)?.words ?? cell.value;
}
