// Steps on their way to the file: something new, one that is taken back, one that is done again.
// One that cannot be taken back stays where it is, until it can be or is given up.

import { lastOf } from "./added";
import { Saved, Wish } from "./api";
import { NewRow } from "./drafts";
import { CellsStep, inverse, Journal, Step } from "./journal";
import { path } from "./overlay";

export type Deed = "撤销" | "重做";

// What was not done of a step, and what can be made of it.
export interface Stopped {
  deed: Deed;
  refused: Saved["refused"];
  wishes: Wish[];
  force: (() => void) | null; // over what stands there now; none where there is nothing to write over
  giveUp: () => void;
}

export interface Hand {
  ask: (address: string, body: unknown, wishes: Wish[], done: (saved: Saved) => void, row?: NewRow) => void;
  refused: (step: Step, saved: Saved) => void; // of what is new
  stopped: (own: Stopped | null) => void; // nothing: what was told before holds no more
  changed: (saved: Saved) => void;
}

export class Steps {
  constructor(private readonly journal: Journal, private readonly hand: Hand) {}

  // Something new; `then` comes before the page knows what the answer says of the sheet.
  run(own: Step, then?: () => void): void {
    this.send(own, (saved) => {
      this.hand.refused(own, saved);
      if (!saved.done) return;
      this.hand.changed(saved);
      this.journal.take({ ...taken(own, saved), kept: saved.kept });
      then?.();
    });
  }

  step(isUndo: boolean): void {
    const of = isUndo ? this.journal.last : this.journal.next;
    this.hand.stopped(null);
    if (of) this.go(of, isUndo ? inverse(of) : of, isUndo);
  }

  private go(of: Step, own: Step, isUndo: boolean): void {
    this.send(own, (saved) => {
      this.hand.changed(saved);
      const refused = new Set(saved.refused.map((one) => path(one.keys)));
      const isPart = of.kind === "cells" && of.wishes.some((one) => !refused.has(path(one.keys)));
      if (!refused.size) {
        if (!saved.problems.length) this.journal.move(of, isUndo, saved.kept); // else nothing was written
        return;
      }
      if (of.kind === "cells" && isPart) this.journal.part(of, isUndo, (one) => !refused.has(path(one.keys)));
      this.hand.stopped({
        deed: isUndo ? "撤销" : "重做",
        refused: saved.refused,
        wishes: own.kind === "cells" ? own.wishes : [],
        force: this.forced(of, own, saved, isUndo),
        giveUp: () => this.journal.drop(of),
      });
    });
  }

  private forced(of: Step, own: Step, saved: Saved, isUndo: boolean): (() => void) | null {
    const now = new Map(saved.refused.map((one) => [path(one.keys), one.now]));
    if (own.kind !== "cells" || [...now.values()].some((words) => typeof words !== "string")) return null;
    const wishes = own.wishes.flatMap((one) => {
      const was = now.get(path(one.keys));
      return typeof was === "string" ? [{ ...one, was }] : [];
    });
    const step: CellsStep = { kind: "cells", wishes };
    return () => { if (this.journal.has(of)) this.go(of, step, isUndo); };
  }

  private send(own: Step, done: (saved: Saved) => void): void {
    const kept = own.kept ?? "";
    if (own.kind === "cells") this.hand.ask("save", { wishes: own.wishes, kept }, own.wishes, done);
    else if (own.kind === "add") {
      const { list, row, unit } = own;
      this.hand.ask("add", { list, row, kept, unit: unit ?? "" }, [], done, kept ? undefined : { list, row, unit });
    } else this.hand.ask("remove", { keys: own.keys, row: own.label, kept }, [], done);
  }
}

// What was done of a new step, with the place that a new row got.
function taken(own: Step, saved: Saved): Step {
  if (own.kind === "cells") {
    const refused = new Set(saved.refused.map((one) => path(one.keys)));
    return { ...own, wishes: own.wishes.filter((one) => !refused.has(path(one.keys))) };
  }
  return own.kind === "add" && saved.sheet ? { ...own, ...lastOf(saved.sheet, own.list) } : own;
}
