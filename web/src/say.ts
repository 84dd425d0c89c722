// One place where the page speaks: read aloud, and gone after a while.

export function say(words: string, kind: "done" | "fault" = "done"): void {
  const place = document.getElementById("said");
  if (!place) return;
  const line = document.createElement("p");
  line.className = kind;
  if (kind === "fault") line.setAttribute("role", "alert"); // said at once
  line.textContent = words;
  for (const own of Array.from(place.querySelectorAll(":scope > p.fault"))) {
    if (own.textContent === words) own.remove(); // the same is not piled up
  }
  place.append(line);
  window.setTimeout(() => line.remove(), kind === "fault" ? 12000 : 5000);
}

const LEAD = "F8"; // the key that leads to what is asked, from one question to the next

const SEEN = "data-seen"; // a question that the keyboard was at
const TYPED = "[data-touched], .editor:not(.idle), .offers"; // what is being typed is finished first

let from: HTMLElement | null = null; // where the keyboard was before it was led to a question

// Without a mouse: a key leads to the questions; an answer, or Escape, back to where one was.
export function leadToQuestions(): void {
  window.addEventListener("keydown", (event) => {
    const inside = (event.target as Element).closest?.("#said .asks") ?? null;
    const all = Array.from(document.querySelectorAll<HTMLElement>("#said .asks"));
    if (event.key === "Escape" && inside) back();
    else if (event.key === LEAD && all.length) {
      event.preventDefault();
      lead(all[(all.findIndex((own) => own === inside) + 1) % all.length], inside);
    }
  });
  // The Tab key comes by a new question once, and goes on from where one was.
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as Element;
    const inside = target.closest?.<HTMLElement>("#said .asks") ?? null;
    const next = document.querySelector<HTMLElement>(`#said .asks:not([${SEEN}])`);
    const stops = Array.from(inside?.querySelectorAll<HTMLElement>("a[href], button") ?? []);
    const isLast = inside !== null && target === (event.shiftKey ? stops[0] : stops[stops.length - 1]);
    if (!next && !(isLast && from?.isConnected)) return;
    if (inside ? !isLast : event.shiftKey || target.closest?.(TYPED)) return;
    event.preventDefault();
    event.stopPropagation();
    if (next && !event.shiftKey) lead(next, inside);
    else back();
  }, true);
}

function lead(own: HTMLElement | undefined, inside: Element | null): void {
  if (!inside) from = document.activeElement as HTMLElement | null;
  own?.setAttribute(SEEN, "");
  own?.querySelector("button")?.focus();
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
  line.setAttribute("role", "alert"); // said at once; within it the words name what is asked
  const group = document.createElement("div");
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", told.id);
  group.append(told);
  if (list) group.append(list);
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
  key.textContent = `按 Tab 或 ${LEAD} 到这里`;
  choice.append(...buttons, key);
  group.append(choice);
  line.append(group);
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
