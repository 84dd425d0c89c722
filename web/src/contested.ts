// What was typed where the file changed meanwhile: it is kept until somebody says which of the two holds.

import { Saved, Wish } from "./api";
import { path } from "./overlay";
import { ask, say } from "./say";

type Refused = Saved["refused"];

const OPEN = "jixiao asks ";

interface Question {
  told: string;
  mine: Wish[];
}

// Say what was not saved; where words stand against words ask which hold. `isOwn`: somebody typed them just now.
export function tellRefused(base: string, refused: Refused, wishes: Wish[], isOwn: boolean, save: (wishes: Wish[]) => void): void {
  const mine: Wish[] = [];
  const told: string[] = [];
  for (const one of refused) {
    const wish = wishes.find((own) => path(own.keys) === path(one.keys));
    const words = wish?.now ? `${one.message}。没有保存填的“${wish.now}”` : one.message;
    if (isOwn && wish?.now && typeof one.now === "string") {
      mine.push({ ...wish, was: one.now });
      told.push(words);
    } else say(words, "fault");
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
