// What is typed and not saved yet is kept in the browser: a crash loses the letter under way at most.

import { Wish } from "./api";

export class Drafts {
  private readonly name: string;
  private waiting: Wish[] = [];
  private typed: Wish[] = [];

  constructor(address: string) {
    this.name = `jixiao ${address}`;
  }

  // Give what was left behind, once.
  taken(): Wish[] {
    try {
      const found = JSON.parse(window.localStorage.getItem(this.name) ?? "[]") as unknown;
      window.localStorage.removeItem(this.name);
      return Array.isArray(found) ? (found as Wish[]).filter((own) => own.now !== own.was) : [];
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

  private keep(): void {
    const all = [...this.waiting, ...this.typed];
    try {
      if (all.length) window.localStorage.setItem(this.name, JSON.stringify(all));
      else window.localStorage.removeItem(this.name);
    } catch {
      // a browser that keeps nothing
    }
  }
}
