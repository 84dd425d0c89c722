// 总览: fill in the rows that were not worked out yet, filter, sort, build one or all.

import { AskError, fetchFile, get, post, Problem } from "./api";
import { busy } from "./busy";
import { item } from "./problem";
import { ask, fault, say } from "./say";
import { watch } from "./watched";

const HANDS = 4; // rows that are asked for at once: a browser keeps six ways to a server
const MANY = 8; // rows for which it is worth to say what can be said soon
const MOVED = "O28"; // scores that a rule moved: they are written only if somebody says so

interface Built {
  is_stopped: boolean;
  files: { name: string; outcome: string; written: boolean }[];
  problems: Problem[];
}

interface Wishes {
  draft?: boolean;
  rules?: boolean;
}

export function startOverview(): void {
  const table = document.getElementById("overview") as HTMLTableElement | null;
  if (!table) return;
  const filter = document.getElementById("filter") as HTMLInputElement | null;
  const state = document.getElementById("state") as HTMLSelectElement | null;
  const narrow = () => hideOthers(table, filter?.value.trim() ?? "", state?.value ?? "");
  filter?.addEventListener("input", narrow);
  state?.addEventListener("change", narrow);
  const inOrder = sortable(table);
  const filled = fillIn(table, narrow).then(inOrder); // what was sorted before all was there
  void watch(filled, (ids) => drawAnew(table, ids, narrow));
  document.addEventListener("click", (event) => {
    const file = (event.target as Element).closest<HTMLAnchorElement>("a[data-file]");
    if (file) {
      event.preventDefault();
      void busy(null, `正在${file.textContent}`, async () => say(`已下载“${await fetchFile(file.href, undefined)}”`));
      return;
    }
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-build], button[data-all]");
    if (!button) return;
    if (button.dataset["all"]) void buildAll(table, button);
    else void alone(button);
  });
}

// Of many what can be said soon comes first, then all. What somebody looks at is before the rest.
async function fillIn(table: HTMLTableElement, narrow: () => void): Promise<void> {
  const waiting = () => new Set(table.querySelectorAll<HTMLElement>("[data-wait]"));
  if (waiting().size >= MANY) await work(waiting(), true, "正在计算得分", narrow);
  await work(waiting(), false, "正在核对", narrow);
}

async function work(waiting: Set<HTMLElement>, isSoon: boolean, words: string, narrow: () => void): Promise<void> {
  const all = waiting.size;
  if (!all) return;
  let done = 0;
  const told = () => progress(`${words} ${done} / ${all}`);
  const hand = async () => {
    while (waiting.size) {
      const [first] = waiting;
      const link = Array.from(waiting).find(isSeen) ?? first;
      const row = link?.closest("tr");
      if (link) waiting.delete(link);
      if (!link || !row) continue;
      try {
        await refresh(row, link.dataset["wait"] ?? "", `&of=${all}${isSoon ? "&soon=1" : ""}`);
        narrow();
      } catch (error) {
        fault(error);
        if (error instanceof AskError && error.isPassing) waiting.clear();
      }
      done += 1;
      told();
    }
  };
  told();
  await Promise.all(Array.from({ length: Math.min(HANDS, all) }, hand));
  progress("");
}

function isSeen(own: HTMLElement): boolean {
  const { top, bottom, height } = own.getBoundingClientRect(); // of a hidden row there is none
  return height > 0 && bottom > 0 && top < window.innerHeight;
}

async function refresh(row: HTMLTableRowElement, id: string, how = ""): Promise<void> {
  const found = await get<{ cells: string[] }>(`/api/overview?id=${encodeURIComponent(id)}${how}`);
  const here = row.contains(document.activeElement) ? document.activeElement : null;
  row.innerHTML = found.cells.join("");
  if (here) Array.from(row.querySelectorAll<HTMLElement>("a, button")).find((own) => nameOf(own) === nameOf(here))?.focus();
}

function nameOf(own: Element): string | null {
  return own.getAttribute("href") ?? own.getAttribute("aria-label");
}

async function drawAnew(table: HTMLTableElement, ids: string[], narrow: () => void): Promise<void> {
  for (const id of ids) {
    const row = table.querySelector(`[data-build="${CSS.escape(id)}"], [data-wait="${CSS.escape(id)}"]`)?.closest("tr");
    try {
      if (row) await refresh(row, id);
    } catch {
      return; // the server is away: the page says so where something is asked for
    }
  }
  narrow();
}

function hideOthers(table: HTMLTableElement, wanted: string, state: string): void {
  for (const row of Array.from(table.tBodies[0]?.rows ?? [])) {
    const states = row.querySelector<HTMLElement>("[data-states]")?.dataset["states"]?.split(" ") ?? [];
    const isOther = wanted !== "" && !(row.textContent ?? "").includes(wanted);
    row.hidden = isOther || (state !== "" && !states.includes(state));
  }
}

// Returns what puts the rows in the order that was last asked for, if any was.
function sortable(table: HTMLTableElement): () => void {
  const heads = Array.from(table.tHead?.rows[0]?.cells ?? []);
  heads.forEach((head, number) => {
    if (!head.textContent) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const rising = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", rising ? "ascending" : "descending");
      sort(table, number, rising);
    });
  });
  return () => {
    const number = heads.findIndex((head) => head.hasAttribute("aria-sort"));
    if (number >= 0) sort(table, number, heads[number]?.getAttribute("aria-sort") === "ascending");
  };
}

function sort(table: HTMLTableElement, number: number, rising: boolean): void {
  const body = table.tBodies[0];
  if (!body) return;
  const rows = Array.from(body.rows);
  const words = (row: HTMLTableRowElement) => row.cells[number]?.textContent ?? "";
  const sorted = [...rows].sort((a, b) => words(a).localeCompare(words(b), "zh", { numeric: true }) * (rising ? 1 : -1));
  if (sorted.every((row, n) => row === rows[n])) return;
  const here = document.activeElement as HTMLElement | null;
  body.append(...sorted);
  if (here && body.contains(here)) here.focus({ preventScroll: true }); // a row that is moved loses the keyboard
}

function alone(button: HTMLButtonElement, wishes: Wishes = {}): Promise<void> {
  return busy(button, `正在${button.getAttribute("aria-label") ?? "生成"}`, async () => {
    const built = await build(button, wishes);
    const written = built.files.filter((file) => file.written).length;
    if (built.is_stopped) refuse(button, built, wishes);
    else say(`写出 ${written} 个文件，${built.files.length - written} 个没有变化`);
  });
}

// Names what stands in the way, each with the field that it is at; a draft can be had all the same.
function refuse(button: HTMLButtonElement, built: Built, wishes: Wishes): void {
  const stops = built.problems.filter((problem) => problem.severity === "error");
  const list = document.createElement("ul");
  list.className = "problems";
  list.append(...stops.map(item));
  const answers = [{ words: "知道了", act: () => undefined as void }];
  if (!wishes.draft) answers.unshift({ words: "生成草稿", act: () => void alone(button, { draft: true }) });
  if (stops.some((own) => own.code === MOVED)) {
    answers.unshift({ words: "照现在的规则生成", act: () => void alone(button, { rules: true }) });
  }
  const name = (button.getAttribute("aria-label") ?? "").replace(/^\S+( PDF)? /, ""); // 生成并转 PDF 某局 2023
  ask(`没有生成 ${name}：有 ${stops.length} 处错误要先改`, answers, list)?.querySelector<HTMLElement>("a[href]")?.focus();
}

// One after the other: what is done shows at its row, and what stopped is named at the end.
async function buildAll(table: HTMLTableElement, button: HTMLButtonElement): Promise<void> {
  const kind = button.dataset["all"] ?? "docx";
  const wanted = `button[data-build][data-kind="${kind}"]`;
  const rows = Array.from(table.tBodies[0]?.rows ?? []).filter((row) => !row.hidden);
  const stopped: string[] = [];
  let written = 0;
  button.disabled = true;
  try {
    for (const [n, row] of rows.entries()) {
      const own = row.querySelector<HTMLButtonElement>(wanted);
      const name = row.cells[0]?.textContent ?? "";
      progress(`正在生成 ${n + 1} / ${rows.length}：${name}`);
      if (!own) continue;
      const built = await build(own);
      if (built.is_stopped) stopped.push(name);
      written += built.files.filter((file) => file.written).length;
    }
    const failed = stopped.length ? `；${stopped.length} 份有错误没有生成：${stopped.join("、")}` : "";
    progress(`写出 ${written} 个文件${failed}`);
    say(`写出 ${written} 个文件${failed}`, stopped.length ? "fault" : "done");
  } catch (error) {
    progress("");
    fault(error);
  } finally {
    button.disabled = false;
  }
}

async function build(button: HTMLButtonElement, wishes: Wishes = {}): Promise<Built> {
  const id = button.dataset["build"] ?? "";
  // A row that was drawn anew has another button for the same.
  const row = document.querySelector(`button[data-build="${CSS.escape(id)}"]`)?.closest("tr");
  const built = await post<Built>(`/api/d/${id}/build`, { pdf: button.dataset["kind"] === "pdf", ...wishes });
  if (row) await refresh(row, id);
  return built;
}

function progress(words: string): void {
  const place = document.getElementById("progress");
  if (place) place.textContent = words;
}
