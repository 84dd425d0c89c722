// Scores while somebody types: asked for after every letter, and the last answer holds.

import { post, Tried, Wish } from "./api";

const PAUSE = 40; // letters that come faster than this are asked for together

export class Attempt {
  private timer = 0;
  private turn = 0;

  constructor(private readonly base: string, private readonly told: (tried: Tried | null) => void) {}

  type(wishes: Wish[]): void {
    window.clearTimeout(this.timer);
    const own = ++this.turn;
    this.timer = window.setTimeout(() => {
      post<Tried>(`${this.base}/try`, { wishes })
        .then((tried) => { if (own === this.turn) this.told(tried.rows ? tried : null); })
        .catch(() => undefined); // saving says what is wrong
    }, PAUSE);
  }

  // What was typed is saved or left: answers on their way are of no use any more.
  end(): void {
    window.clearTimeout(this.timer);
    this.turn += 1;
  }
}
