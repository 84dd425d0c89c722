// One place where the page speaks: read aloud, and gone after a while.

export function say(words: string, kind: "done" | "fault" = "done"): void {
  const place = document.getElementById("said");
  if (!place) return;
  const line = document.createElement("p");
  line.className = kind;
  line.textContent = words;
  place.append(line);
  window.setTimeout(() => line.remove(), kind === "fault" ? 12000 : 5000);
}

const LEAD = "F8"; // the key that leads to what is asked, from one question to the next

let from: HTMLElement | null = null; // where the keyboard was before it was led to a question

// Without a mouse: a key leads to the questions; an answer, or Escape, back to where one was.
export function leadToQuestions(): void {
  window.addEventListener("keydown", (event) => {
    const inside = (event.target as Element).closest?.("#said .asks") ?? null;
    const all = Array.from(document.querySelectorAll<HTMLElement>("#said .asks"));
    if (event.key === "Escape" && inside) back();
    else if (event.key === LEAD && all.length) {
      event.preventDefault();
      if (!inside) from = document.activeElement as HTMLElement | null;
      all[(all.findIndex((own) => own === inside) + 1) % all.length]?.querySelector("button")?.focus();
    }
  });
}

function back(): void {
  if (from?.isConnected) from.focus({ preventScroll: true });
  from = null;
}

let asked = 0;

// A question stays until it is answered.
export function ask(words: string, answers: { words: string; act: () => void }[], list?: HTMLElement): HTMLElement | null {
  const place = document.getElementById("said");
  if (!place) return null;
  const line = document.createElement("div");
  line.className = "fault asks";
  const told = document.createElement("span");
  told.id = `asked-${(asked += 1)}`;
  told.textContent = words;
  line.setAttribute("role", "group");
  line.setAttribute("aria-labelledby", told.id);
  line.append(told);
  if (list) line.append(list);
  const buttons = answers.map((own) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = own.words;
    button.setAttribute("aria-describedby", told.id);
    button.addEventListener("click", () => {
      const isHere = line.contains(document.activeElement);
      line.remove();
      if (isHere) back();
      own.act();
    });
    return button;
  });
  const choice = document.createElement("span");
  choice.className = "answers";
  const key = document.createElement("small");
  key.textContent = `按 ${LEAD} 到这里`;
  choice.append(...buttons, key);
  line.append(choice);
  place.append(line);
  return line;
}

export const PASSING = "passing"; // of a question: nothing is lost with it

export function isAsking(): boolean {
  return document.querySelector(`#said .asks:not(.${PASSING})`) !== null;
}

export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function fault(error: unknown): void {
  say(words(error), "fault");
}
