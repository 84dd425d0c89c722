// A field of a row that is not there yet: what is typed in it is kept like all that is typed.

import { useState } from "preact/hooks";
import { Drafts } from "./drafts";

export interface Begun {
  words: string;
  type: (words: string) => void;
}

export function useBegun(drafts: Drafts, field: string): Begun {
  const [words, show] = useState(() => drafts.words(field));
  return {
    words,
    type: (now) => {
      drafts.begin(field, now);
      show(now);
    },
  };
}
