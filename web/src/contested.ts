// What was typed where the file changed meanwhile: it is kept until somebody says which of the two holds.

import { Saved, Wish } from "./api";
import { path } from "./overlay";
import { ask, say } from "./say";

type Refused = Saved["refused"];

// Say what was not saved; where words stand against words ask which hold. `isOwn`: somebody typed them just now.
export function tellRefused(refused: Refused, wishes: Wish[], isOwn: boolean, save: (wishes: Wish[]) => void): void {
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
  if (mine.length) {
    ask(told.join("\n"), [{ words: "用我写的", act: () => save(mine) }, { words: "用别处的", act: () => undefined }]);
  }
}
