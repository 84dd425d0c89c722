// What lint is sure of in the words of the form: it takes longer than a check, and comes when it is found.

import { useEffect, useState } from "preact/hooks";
import { get, Problem, Sheet } from "./api";
import { placeOf } from "./titled";

const PAUSE = 1000; // after the last change of the file

export function useWording(base: string, digest: string | undefined): Problem[] {
  const [found, setFound] = useState<Problem[]>([]);
  useEffect(() => {
    if (!digest) return;
    let isOld = false;
    const take = (now: { problems: Problem[] }) => { if (!isOld) setFound(now.problems); };
    // Where the server does not answer the form itself says so.
    const timer = window.setTimeout(() => { get<{ problems: Problem[] }>(`${base}/wording`).then(take).catch(() => undefined); }, PAUSE);
    return () => {
      isOld = true;
      window.clearTimeout(timer);
    };
  }, [base, digest]);
  return found;
}

// What was found of words that have been changed since is not told.
export function withWording(sheet: Sheet, found: Problem[]): Sheet {
  const left = found.filter((own) => own.mend && placeOf(sheet, own.mend.keys)?.cell.value === own.mend.was);
  return left.length ? { ...sheet, problems: [...sheet.problems, ...left] } : sheet;
}
