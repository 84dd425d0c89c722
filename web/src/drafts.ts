// What is typed and not saved yet is kept in the browser: a crash loses the letter under way at most.

import { Wish } from "./api";

const ALIVE = 6000; // a tab that kept nothing for so long is gone
const TAB = "jixiao tab";

interface Kept {
  at: number;
  wishes: Wish[];
}

export class Drafts {
  private readonly start: string;
  private readonly name: string;
  private waiting: Wish[] = [];
  private typed: Wish[] = [];

  constructor(address: string) {
    this.start = `jixiao draft ${address} `;
    this.name = this.start + tab();
  }

  // Give what was left behind, once: by this tab, or by one that is gone. What another one types is its own.
  taken(): Wish[] {
    try {
      const names = Object.keys(window.localStorage).filter((own) => own.startsWith(this.start));
      return names.flatMap((name) => {
        const kept = JSON.parse(window.localStorage.getItem(name) ?? "{}") as Partial<Kept>;
        if (name !== this.name && Date.now() - (kept.at ?? 0) < ALIVE) return [];
        window.localStorage.removeItem(name);
        return (kept.wishes ?? []).filter((own) => own.now !== own.was);
      });
    } catch {
      return [];
    }
  }

  wait(wishes: Wish[]): void {
    this.waiting = wishes;
    this.keep();
  }

  type(wishes: Wish[]): void {
    this.typed = wishes;
    this.keep();
  }

  // Also called from time to time: whoever still types is not gone.
  keep(): void {
    const wishes = [...this.waiting, ...this.typed];
    try {
      if (wishes.length) window.localStorage.setItem(this.name, JSON.stringify({ at: Date.now(), wishes }));
      else window.localStorage.removeItem(this.name);
    } catch {
      // a browser that keeps nothing
    }
  }
}

// A name for this tab, the same after it was loaded anew.
function tab(): string {
  try {
    const known = window.sessionStorage.getItem(TAB) ?? `${Date.now()}-${Math.random()}`;
    window.sessionStorage.setItem(TAB, known);
    return known;
  } catch {
    return "";
  }
}
