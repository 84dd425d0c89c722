// A field that is being typed into: it stays what it is, whatever comes from the server meanwhile.

import { useState } from "preact/hooks";
import { Cell, Wish } from "./api";

// What every field needs of the form around it.
export interface Pen {
  save: (wishes: Wish[]) => void;
  typing: (wish: Wish | null) => void; // null: no more
}

export interface Draft {
  words: string;
  isTouched: boolean;
  type: (words: string) => void;
  commit: (words: string) => void;
  leave: () => void;
}

export function useDraft(cell: Cell, pen: Pen): Draft {
  const [draft, setDraft] = useState<{ words: string; was: string } | null>(null);
  const wish = (now: string): Wish => ({ keys: cell.keys, was: draft?.was ?? cell.value, now, row: cell.row, unit: cell.unit });
  return {
    words: draft?.words ?? cell.value,
    isTouched: draft !== null,
    type: (words) => {
      setDraft({ words, was: draft?.was ?? cell.value });
      pen.typing(wish(words));
    },
    commit: (words) => {
      const own = wish(words);
      setDraft(null);
      pen.typing(null);
      if (own.now !== own.was) pen.save([own]);
    },
    leave: () => {
      setDraft(null);
      pen.typing(null);
    },
  };
}
