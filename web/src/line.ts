// What is to be saved, one after the other. Nothing leaves the line before the server has answered.

import { AskError, outlives, post, Saved, Sheet, Wish } from "./api";
import { NewRow } from "./drafts";

export interface Asked {
  address: string;
  body: unknown;
  wishes: Wish[];
  row?: NewRow; // that is to be added
  done: (saved: Saved) => void;
}

export interface Listener {
  answered: (saved: Saved) => void;
  refused: (error: unknown) => void; // it will never be taken
  held: (error: AskError, waiting: number) => void; // it is tried again
}

export class Line {
  private waiting: Asked[] = [];
  private isRunning = false;
  turn = 0; // what was asked for before another turn tells of files as they no longer are

  constructor(private readonly base: string, private readonly listener: Listener) {}

  get isBusy(): boolean {
    return this.waiting.length > 0;
  }

  // Whether what waits is lost with the page: the one change that is on its way arrives without it. A row
  // that is added waits for its answer, since it would be added again.
  get needsPage(): boolean {
    const [first, ...more] = this.waiting;
    if (!first) return false;
    return more.length > 0 || !this.isRunning || first.row !== undefined || !outlives(JSON.stringify(first.body));
  }

  // What was typed and is not in the file yet.
  get wishes(): Wish[] {
    return this.waiting.flatMap((own) => own.wishes);
  }

  get rows(): NewRow[] {
    return this.waiting.flatMap((own) => own.row ?? []);
  }

  put(asked: Asked): void {
    this.waiting.push(asked);
    this.turn += 1;
    void this.run();
  }

  async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    for (let own = this.waiting[0]; own; own = this.waiting[0]) {
      let saved: Saved;
      try {
        saved = await post<Saved>(`${this.base}/${own.address}`, own.body, true);
      } catch (error) {
        if (error instanceof AskError && error.isPassing) {
          this.listener.held(error, this.waiting.length);
          break;
        }
        this.waiting.shift();
        this.listener.refused(error);
        continue;
      }
      this.waiting.shift();
      this.turn += 1;
      own.done(saved);
      this.listener.answered(saved);
    }
    this.isRunning = false;
  }
}

export function isSame(one: Sheet, other: Sheet): boolean {
  return one.digest === other.digest && one.scores.total === other.scores.total && one.problems.length === other.problems.length
    && JSON.stringify(one.elsewhere) === JSON.stringify(other.elsewhere)
    && JSON.stringify(one.printed) === JSON.stringify(other.printed); // the unit's file gives some of it
}
