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

export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function fault(error: unknown): void {
  say(words(error), "fault");
}
