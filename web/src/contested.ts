// What was typed where the file changed meanwhile: it is kept until somebody says which of the two holds.

import { Saved, Sheet, Wish } from "./api";
import { path } from "./overlay";
import { ask, PASSING, say } from "./say";
import { Stopped } from "./steps";
import { titleOf } from "./titled";

type Refused = Saved["refused"];

const OPEN = "jixiao asks ";

interface Question {
  told: string;
  mine: Wish[];
}

// Say what was not saved, and where; where words stand against words ask which hold.
export function tellRefused(
  base: string, sheet: Sheet | null, refused: Refused, wishes: Wish[], save: (wishes: Wish[]) => void,
): void {
  const mine: Wish[] = [];
  const told: string[] = [];
  for (const one of refused) {
    const wish = wishOf(one, wishes);
    const place = placeOf(sheet, one, wish);
    const why = `${place && `${place}：`}${one.message}`;
    if (wish?.now && typeof one.now === "string") {
      mine.push({ ...wish, was: one.now });
      told.push(`${why}。没有保存填的“${wish.now}”`);
    } else say(wish?.now ? `${why}。没有保存填的“${wish.now}”` : why, "fault");
  }
  if (!mine.length) return;
  const question = { told: told.join("\n"), mine };
  keep(base, [...open(base), question]);
  put(base, question, save);
}

let stopped: HTMLElement | null = null;

// Say what was not taken back or done again; it can be done all the same, or given up.
export function tellStopped(sheet: Sheet | null, own: Stopped | null, then: () => void): void {
  stopped?.remove();
  stopped = null;
  if (!own) return;
  const told = own.refused.map((one) => {
    const place = placeOf(sheet, one, wishOf(one, own.wishes));
    return `没有${own.deed}${place && `${place}的改动`}：${one.message}`;
  });
  const { deed, force, giveUp } = own;
  stopped = ask(told.join("\n"), [
    ...(force ? [{ words: `仍要${deed}`, act: force }] : []),
    { words: `不再${deed}`, act: () => { giveUp(); then(); } },
  ]);
  stopped?.classList.add(PASSING);
}

function wishOf(one: Refused[number], wishes: Wish[]): Wish | undefined {
  return wishes.find((own) => path(own.keys) === path(one.keys));
}

function placeOf(sheet: Sheet | null, one: Refused[number], wish?: Wish): string {
  const title = sheet && titleOf(sheet, one.keys, wish);
  return title ? `“${title}”` : "";
}

// Asks again what was open when the tab was loaded anew.
export function askAgain(base: string, save: (wishes: Wish[]) => void): void {
  open(base).forEach((own) => put(base, own, save));
}

function put(base: string, question: Question, save: (wishes: Wish[]) => void): void {
  const answered = () => keep(base, open(base).filter((own) => own.told !== question.told));
  ask(question.told, [
    { words: "用我写的", act: () => { answered(); save(question.mine); } },
    { words: "用别处的", act: answered },
  ]);
}

function open(base: string): Question[] {
  try {
    return JSON.parse(window.sessionStorage.getItem(OPEN + base) ?? "[]") as Question[];
  } catch {
    return [];
  }
}

function keep(base: string, questions: Question[]): void {
  try {
    if (questions.length) window.sessionStorage.setItem(OPEN + base, JSON.stringify(questions));
    else window.sessionStorage.removeItem(OPEN + base);
  } catch {
    // a browser that keeps nothing
  }
}
