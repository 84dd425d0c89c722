// What was changed on this page, in steps that can be taken back and done again.

import { Key, Wish } from "./api";

// A row that comes or goes: of which list, what it is called, and where it lies once it is gone.
export interface RowStep {
  kind: "add" | "remove";
  list: Key[];
  row: Record<string, string>;
  keys: Key[];
  label: string;
  kept?: string;
}

export type Step = { kind: "cells"; wishes: Wish[] } | RowStep;

export class Journal {
  private done: Step[] = [];
  private undone: Step[] = [];

  take(step: Step): void {
    this.done.push(step);
    this.undone = [];
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  back(): Step | undefined {
    const step = this.done.pop();
    if (step) this.undone.push(step);
    return step;
  }

  again(): Step | undefined {
    const step = this.undone.pop();
    if (step) this.done.push(step);
    return step;
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
    return { kind: "cells", wishes: wishes.reverse() };
  }
  return { ...step, kind: step.kind === "add" ? "remove" : "add" };
}

// Where the row of a cell is; a row that was given another name is found by that one.
function rowOf(own: Wish): string {
  return own.keys.slice(0, -1).join("/");
}
