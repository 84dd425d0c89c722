// What was typed where the file changed meanwhile: it is kept until somebody says which of the two holds.

import { Saved, Sheet, Wish } from "./api";
import { path } from "./overlay";
import { ask, say } from "./say";
import { titleOf } from "./titled";

type Refused = Saved["refused"];

const OPEN = "jixiao asks ";

interface Question {
  told: string;
  mine: Wish[];
}

export type Deed = "撤销" | "重做";

// Say what was not saved, and where; where words stand against words ask which hold. `deed`: nobody typed
// them just now, they were to come back.
export function tellRefused(
  base: string, sheet: Sheet | null, refused: Refused, wishes: Wish[], save: (wishes: Wish[]) => void, deed?: Deed,
): void {
  const mine: Wish[] = [];
  const told: string[] = [];
  for (const one of refused) {
    const wish = wishes.find((own) => path(own.keys) === path(one.keys));
    const title = sheet && titleOf(sheet, one.keys, wish);
    const place = title ? `“${title}”` : "";
    const why = `${place && `${place}：`}${one.message}`;
    if (deed) say(`没有${deed}${place && `${place}的改动`}：${one.message}`, "fault");
    else if (wish?.now && typeof one.now === "string") {
      mine.push({ ...wish, was: one.now });
      told.push(`${why}。没有保存填的“${wish.now}”`);
    } else say(wish?.now ? `${why}。没有保存填的“${wish.now}”` : why, "fault");
  }
  if (!mine.length) return;
  const question = { told: told.join("\n"), mine };
  keep(base, [...open(base), question]);
  put(base, question, save);
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
