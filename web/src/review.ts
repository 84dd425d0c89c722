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

type Figures = Record<string, Figure>;

const FIGURES: Figures[] = JSON.parse(document.getElementById("figures")?.textContent ?? "[]");
const DEEPEST = 12;
const SIGNS: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&", "&#x27;": "'" };

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
  if (packed.length) return void findPacked(words);
  mark(words);
  if (matches.length) next(1);
  else tell(words ? "没有找到" : "");
}

function mark(words: string): void {
  matches.forEach((own) => own.classList.remove("match", "here"));
  const every = words ? Array.from(document.querySelectorAll<HTMLElement>("main li, main p, main tr, main h2")) : [];
  matches = every.filter((own) => (own.textContent ?? "").includes(words));
  matches.forEach((own) => own.classList.add("match"));
  at = -1;
}

// From one match to the next with the Enter key, back with Shift; then on to the next dossier that has some.
function next(by: number): void {
  const isBeyond = at >= 0 && (at + by < 0 || at + by >= matches.length);
  if (having.length > 1 && isBeyond) return void step(by);
  if (!matches.length) return;
  matches[at]?.classList.remove("here");
  at = (at + by + matches.length) % matches.length;
  const own = matches[at];
  own?.closest("details")?.setAttribute("open", "");
  own?.classList.add("here");
  own?.scrollIntoView({ block: "center" });
  const among = having.length ? `在 ${having.length} 份里有；这一份` : "";
  tell(`${among}第 ${at + 1} 处，共 ${matches.length} 处`);
}

function tell(words: string): void {
  const told = document.getElementById("found");
  if (told) told.textContent = words;
}

// A large file has its dossiers packed: one is unpacked when it is opened, all are gone through in a search.

interface Dossier {
  html: string;
  figures: Figures;
}

const packed = Array.from(document.querySelectorAll<HTMLScriptElement>("script[data-packed]"));
const texts: string[] = [];
let having: number[] = []; // the dossiers in which there is what is looked for
let opened = -1;
let round = 0;

async function unpacked(number: number): Promise<Dossier> {
  const bytes = Uint8Array.from(atob(packed[number]?.textContent ?? ""), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text()) as Dossier;
}

async function openOne(number: number): Promise<void> {
  const place = document.querySelector("main");
  if (!place || number === opened || !packed[number]) return;
  if (!("DecompressionStream" in window)) return tell("这个浏览器太旧，打不开：请用新一点的 Edge、Chrome 或 Firefox");
  const found = await unpacked(number);
  FIGURES[number] = found.figures;
  place.innerHTML = found.html; // escaped where it was made
  opened = number;
  document.querySelectorAll("nav a").forEach((own, n) => own.toggleAttribute("aria-current", n === number));
}

function wanted(): number {
  return Number(/^#d(\d+)$/.exec(window.location.hash)?.[1] ?? -1);
}

if (packed.length) {
  const follow = async () => {
    if (wanted() < 0) return;
    await openOne(wanted());
    document.querySelector("main")?.scrollIntoView();
  };
  window.addEventListener("hashchange", () => void follow());
  void follow();
}

async function findPacked(words: string): Promise<void> {
  const own = ++round;
  having = [];
  mark(words);
  if (!words) return tell("");
  for (let number = 0; number < packed.length; number++) {
    texts[number] ??= bare((await unpacked(number)).html);
    if (own !== round) return; // something else is looked for by now
    if (texts[number]?.includes(words)) having.push(number);
    if (number % 20 === 0) tell(`正在查找 ${number + 1} / ${packed.length}`);
  }
  if (!having.length) return tell("没有找到");
  if (!having.includes(opened)) await openOne(having[0] ?? 0);
  mark(words);
  next(1);
}

async function step(by: number): Promise<void> {
  const here = having.indexOf(opened);
  await openOne(having[(here + by + having.length) % having.length] ?? 0);
  mark(search?.value.trim() ?? "");
  if (by < 0) at = 0;
  next(by);
}

// What is read of a page; what stands in one line is one text.
function bare(html: string): string {
  const plain = html.replace(/<\/?(button|span|strong|a)\b[^>]*>/g, "").replace(/<[^>]*>/g, "\n");
  return plain.replace(/&(lt|gt|quot|amp|#x27);/g, (own) => SIGNS[own] ?? own);
}
