// A field that is being typed into: it stays what it is, whatever comes from the server meanwhile.

import { useState } from "preact/hooks";
import { Cell, Wish } from "./api";
import { giveUp, refusalOf } from "./refusals";

// What every field needs of the form around it.
export interface Pen {
  save: (wishes: Wish[]) => void;
  typing: (wish: Wish | null) => void; // null: no more
}

export interface Draft {
  words: string;
  isTouched: boolean;
  wrong: string; // why its words cannot stand there
  type: (words: string) => void;
  commit: (words: string) => void;
  leave: () => void;
}

export function useDraft(cell: Cell, pen: Pen): Draft {
  const refused = refusalOf(cell);
  const [, again] = useState(0);
  const [draft, setDraft] = useState<{ words: string; was: string } | null>(null);
  const wish = (now: string): Wish => ({ keys: cell.keys, was: draft?.was ?? cell.value, now, row: cell.row, unit: cell.unit });
  return {
    words: draft?.words ?? refused?.words ?? cell.value,
    isTouched: draft !== null,
    wrong: refused?.message ?? "",
    type: (words) => {
      setDraft({ words, was: draft?.was ?? cell.value });
      pen.typing(wish(words));
    },
    commit: (words) => {
      const own = wish(words);
      setDraft(null);
      pen.typing(null);
      if (own.now === refused?.words) return; // nothing was mended
      giveUp(cell.keys);
      if (own.now !== own.was) pen.save([own]);
      else again((turn) => turn + 1);
    },
    leave: () => {
      setDraft(null);
      if (giveUp(cell.keys)) again((turn) => turn + 1);
      pen.typing(null);
    },
  };
}
