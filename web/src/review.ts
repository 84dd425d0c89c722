// The file to send: click a number to see where it comes from and where else it shows; search.

interface Figure {
  shown: string;
  label?: string;
  formula?: string;
  rule?: string;
  basis?: string;
  sources?: { file: string; line: number; key: string }[];
  inputs?: string[];
}

const FIGURES: Record<string, Figure>[] = JSON.parse(
  document.getElementById("figures")?.textContent ?? "[]",
);
const DEEPEST = 12;

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLElement>("button[data-figure]");
  if (button) show(button);
});

const search = document.getElementById("search") as HTMLInputElement | null;
let timer = 0;
search?.addEventListener("input", () => {
  window.clearTimeout(timer); // a large file is not gone through for every letter
  timer = window.setTimeout(() => find(search.value.trim()), 150);
});
search?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  next(event.shiftKey ? -1 : 1);
});

function show(button: HTMLElement): void {
  const place = document.getElementById("trace");
  const section = button.closest<HTMLElement>("[data-number]");
  const name = button.dataset["figure"] ?? "";
  if (!place || !section) return;
  const own = FIGURES[Number(section.dataset["number"])] ?? {};
  const others = Array.from(section.querySelectorAll<HTMLElement>("button[data-figure]")).filter(
    (other) => other.dataset["figure"] === name,
  );
  document.querySelectorAll(".lit").forEach((old) => old.classList.remove("lit"));
  others.forEach((other) => other.classList.add("lit"));
  const head = document.createElement("h2");
  head.textContent = button.textContent;
  const list = document.createElement("ul");
  list.append(entry(own, name, 0, new Set()));
  const places = document.createElement("p");
  places.textContent = `这个数在文书里出现 ${others.length} 处。`;
  const next = document.createElement("button");
  next.type = "button";
  next.textContent = "下一处";
  next.addEventListener("click", () => {
    const at = others.findIndex((other) => other.classList.contains("here"));
    others.forEach((other) => other.classList.remove("here"));
    const to = others[(at + 1) % others.length];
    to?.classList.add("here");
    to?.scrollIntoView({ block: "center" });
  });
  place.replaceChildren(head, list, places, next);
}

function entry(all: Record<string, Figure>, name: string, depth: number, above: Set<string>): HTMLLIElement {
  const item = document.createElement("li");
  const own = all[name];
  const said = document.createElement("strong");
  said.textContent = own ? `${own.shown}　${own.label ?? ""}` : name;
  item.append(said);
  if (!own) return item;
  const lines: [string, string | undefined][] = [["算式", own.formula], ["规则", own.rule], ["依据", own.basis]];
  for (const [title, words] of lines) {
    if (words) item.append(line(`${title}：${words}`));
  }
  for (const source of own.sources ?? []) {
    item.append(line(`来自：${source.file} 第 ${source.line} 行　${source.key}`));
  }
  const below = (own.inputs ?? []).filter((one) => !above.has(one));
  if (below.length && depth < DEEPEST) {
    const list = document.createElement("ul");
    const here = new Set([...above, name]);
    below.forEach((one) => list.append(entry(all, one, depth + 1, here)));
    item.append(list);
  }
  return item;
}

function line(words: string): HTMLElement {
  const own = document.createElement("div");
  own.textContent = words;
  return own;
}

let matches: HTMLElement[] = [];
let at = -1;

function find(words: string): void {
  matches.forEach((own) => own.classList.remove("match", "here"));
  const every = words ? Array.from(document.querySelectorAll<HTMLElement>("main li, main p, main tr")) : [];
  matches = every.filter((own) => (own.textContent ?? "").includes(words));
  matches.forEach((own) => own.classList.add("match"));
  at = -1;
  if (matches.length) next(1);
  else tell(words ? "没有找到" : "");
}

// From one match to the next with the Enter key, back with Shift.
function next(by: number): void {
  if (!matches.length) return;
  matches[at]?.classList.remove("here");
  at = (at + by + matches.length) % matches.length;
  const own = matches[at];
  own?.closest("details")?.setAttribute("open", "");
  own?.classList.add("here");
  own?.scrollIntoView({ block: "center" });
  tell(`第 ${at + 1} 处，共 ${matches.length} 处`);
}

function tell(words: string): void {
  const told = document.getElementById("found");
  if (told) told.textContent = words;
}
