// What was changed on this page, in steps that can be taken back and done again.

import { Key, Wish } from "./api";

// A row that comes or goes: of which list, and what it is called.
export interface RowStep {
  kind: "add" | "remove";
  list: Key[];
  row: Record<string, string>;
  keys: Key[];
  label: string;
  kept?: string; // by which name the server takes back what was done last
  unit?: string | undefined; // of its amounts
}

export interface CellsStep {
  kind: "cells";
  wishes: Wish[];
  kept?: string;
}

export type Step = CellsStep | RowStep;

const MOST = 200;

// Lives as long as the tab: whoever looks at another page and comes back can still undo.
export class Journal {
  private readonly name: string;
  private done: Step[] = [];
  private undone: Step[] = [];

  constructor(address: string) {
    this.name = `jixiao steps ${address}`;
    try {
      const known = JSON.parse(window.sessionStorage.getItem(this.name) ?? "[[],[]]") as [Step[], Step[]];
      [this.done, this.undone] = known;
    } catch {
      // nothing that could be read
    }
  }

  take(step: Step): void {
    this.done = [...this.done.slice(-MOST), step];
    this.undone = [];
    this.keep();
  }

  private keep(): void {
    try {
      window.sessionStorage.setItem(this.name, JSON.stringify([this.done, this.undone]));
    } catch {
      // a browser that keeps nothing
    }
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  get last(): Step | undefined {
    return this.done[this.done.length - 1];
  }

  get next(): Step | undefined {
    return this.undone[this.undone.length - 1];
  }

  has(step: Step): boolean {
    return this.done.includes(step) || this.undone.includes(step);
  }

  // It was taken back, or done again: `kept` is the name of that change.
  move(step: Step, isUndo: boolean, kept: string): void {
    if (!this.has(step)) return; // given up, or something new was done meanwhile
    this.without(step);
    step.kept = kept;
    (isUndo ? this.undone : this.done).push(step);
    this.keep();
  }

  // Some of its cells were; the others stay.
  part(step: CellsStep, isUndo: boolean, isDone: (own: Wish) => boolean): void {
    if (!this.has(step)) return;
    (isUndo ? this.undone : this.done).push({ kind: "cells", wishes: step.wishes.filter(isDone) });
    step.wishes = step.wishes.filter((own) => !isDone(own));
    delete step.kept;
    this.keep();
  }

  drop(step: Step): void {
    this.without(step);
    this.keep();
  }

  private without(step: Step): void {
    this.done = this.done.filter((own) => own !== step);
    this.undone = this.undone.filter((own) => own !== step);
  }
}

// The step that takes another back.
export function inverse(step: Step): Step {
  if (step.kind === "cells") {
    const renamed = new Map(
      step.wishes.filter((own) => own.row && own.keys[own.keys.length - 1] === "name").map((own) => [rowOf(own), own.now]),
    );
    const wishes = step.wishes.map((own) => ({
      ...own, was: own.now, now: own.was, row: renamed.get(rowOf(own)) ?? own.row,
    }));
    return { ...step, wishes: wishes.reverse() };
  }
  return { ...step, kind: step.kind === "add" ? "remove" : "add" };
}

// Where the row of a cell is; a row that was given another name is found by that one.
function rowOf(own: Wish): string {
  return own.keys.slice(0, -1).join("/");
}
