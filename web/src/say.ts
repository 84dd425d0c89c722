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

// A question stays until it is answered.
export function ask(words: string, answers: { words: string; act: () => void }[], list?: HTMLElement): HTMLElement | null {
  const place = document.getElementById("said");
  if (!place) return null;
  const line = document.createElement("div");
  line.className = "fault asks";
  line.textContent = words;
  if (list) line.append(list);
  const buttons = answers.map((own) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = own.words;
    button.addEventListener("click", () => { line.remove(); own.act(); });
    return button;
  });
  const choice = document.createElement("span");
  choice.className = "answers";
  choice.append(...buttons);
  line.append(choice);
  place.append(line);
  return line;
}

export function isAsking(): boolean {
  return document.querySelector("#said .asks") !== null;
}

export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function fault(error: unknown): void {
  say(words(error), "fault");
}
