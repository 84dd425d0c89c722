// What is typed and not saved yet is kept in the browser: a crash loses the letter under way at most.

import { Key, Wish } from "./api";

const ALIVE = 6000; // where a browser cannot say which tabs live: a tab that kept nothing for so long is gone
const TAB = "jixiao tab";

// A row that is to be added, and is not in the file yet.
export interface NewRow {
  list: Key[];
  row: Record<string, string>;
  unit?: string | undefined; // of its amounts
}

interface Kept {
  at: number;
  wishes: Wish[];
  rows: NewRow[];
  begun: Record<string, string>; // words in fields of rows that are not there yet, by the field
}

export type Left = Omit<Kept, "at">;

export class Drafts {
  private readonly start: string;
  private name = "";
  private waiting: { wishes: Wish[]; rows: NewRow[] } = { wishes: [], rows: [] };
  private typed: Wish[] = [];
  private begun: Record<string, string> = {};

  constructor(address: string) {
    this.start = `jixiao draft ${address} `;
  }

  // Give what was left behind, once: by this tab, or by one that is gone. What another one types is its own.
  async taken(): Promise<Left> {
    const left: Left = { wishes: [], rows: [], begun: {} };
    this.name = this.start + (await tab());
    const alive = await living();
    try {
      const names = Object.keys(window.localStorage).filter((own) => own.startsWith(this.start));
      for (const name of names) {
        const kept = JSON.parse(window.localStorage.getItem(name) ?? "{}") as Partial<Kept>;
        const isAlive = alive?.has(name.slice(this.start.length)) ?? Date.now() - (kept.at ?? 0) < ALIVE;
        if (name !== this.name && isAlive) continue;
        window.localStorage.removeItem(name);
        left.wishes.push(...(kept.wishes ?? []).filter((own) => own.now !== own.was));
        left.rows.push(...(kept.rows ?? []));
        Object.assign(left.begun, kept.begun);
      }
    } catch {
      // a browser that keeps nothing
    }
    this.begun = { ...left.begun };
    this.waiting = { wishes: left.wishes, rows: left.rows };
    this.keep();
    return left;
  }

  wait(wishes: Wish[], rows: NewRow[]): void {
    this.waiting = { wishes, rows };
    this.keep();
  }

  type(wishes: Wish[]): void {
    this.typed = wishes;
    this.keep();
  }

  words(field: string): string {
    return this.begun[field] ?? "";
  }

  begin(field: string, words: string): void {
    if (words) this.begun[field] = words;
    else delete this.begun[field];
    this.keep();
  }

  // Also called from time to time: whoever still types is not gone.
  keep(): void {
    if (!this.name) return;
    const wishes = [...this.waiting.wishes, ...this.typed];
    const { rows } = this.waiting;
    const kept: Kept = { at: Date.now(), wishes, rows, begun: this.begun };
    const isAny = wishes.length > 0 || rows.length > 0 || Object.keys(this.begun).length > 0;
    try {
      if (isAny) window.localStorage.setItem(this.name, JSON.stringify(kept));
      else window.localStorage.removeItem(this.name);
    } catch {
      // a browser that keeps nothing
    }
  }
}

// A name for this tab, the same after it was loaded anew; one that was doubled gets another.
async function tab(): Promise<string> {
  let name = "";
  try {
    name = window.sessionStorage.getItem(TAB) ?? "";
    // What was loaded anew lets its name go a moment later.
    if (!name || !((await isHeld(name)) || (await pause(), await isHeld(name)))) {
      name = `${Date.now()}-${Math.random()}`;
      window.sessionStorage.setItem(TAB, name);
      await isHeld(name);
    }
  } catch {
    // a browser that keeps nothing
  }
  return name;
}

function pause(): Promise<void> {
  return new Promise((done) => window.setTimeout(done, 300));
}

// Hold a name for as long as the tab lives; tells whether nobody else does.
function isHeld(name: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((tell) => {
    void navigator.locks.request(TAB + name, { ifAvailable: true }, (lock) => {
      tell(lock !== null);
      return lock && new Promise(() => undefined);
    });
  });
}

// Names of the tabs that live; nothing where the browser does not know.
async function living(): Promise<Set<string> | null> {
  if (!navigator.locks) return null;
  const { held } = await navigator.locks.query();
  return new Set((held ?? []).map((own) => (own.name ?? "").slice(TAB.length)));
}
