// 新建填报: the questions as fields; what is answered decides which come, and last year's files are dropped.

import { post, Problem } from "./api";
import { namesIn } from "./clipboard";
import { droppable } from "./drop";
import { item } from "./problem";
import { fault, words } from "./say";

interface Field {
  id: string;
  title: string;
  note: string;
  value: string;
  fault: string;
  choices: { value: string; label: string }[];
  is_flag: boolean;
}

interface Asked {
  fields: Field[];
  folder: string;
  message: string;
  last?: string;
}

interface Begun {
  fields?: Field[];
  message: string;
  address: string;
  remarks: string[];
  problems: Problem[];
}

const PROJECTS = "projects";

const said: Record<string, string> = {};
const touched = new Set<string>();
let batch = "";
let turn = 0;

export function startNew(): void {
  const form = document.getElementById("new") as HTMLFormElement | null;
  if (!form) return;
  void ask();
  document.getElementById("from")?.addEventListener("change", () => void ask());
  droppable("drop", "files", (files) => void send(files));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void begin(form);
  });
}

async function ask(): Promise<void> {
  const own = ++turn;
  try {
    const asked = await post<Asked>("/api/new/questions", { said, from: origin(), batch });
    if (own === turn) show(asked); // an answer that comes late is of what was said before
  } catch (error) {
    fault(error);
  }
}

// The dossier here that the new year is begun from.
function origin(): string {
  return (document.getElementById("from") as HTMLSelectElement | null)?.value ?? "";
}

function show(asked: Asked): void {
  const place = document.getElementById("questions");
  const folder = document.getElementById("folder");
  if (!place || !folder) return;
  folder.textContent = asked.message || `将写到文件夹 ${asked.folder}`;
  const last = document.getElementById("last");
  if (last && asked.last !== undefined) last.textContent = asked.last;
  const known = new Map(Array.from(place.children, (own) => [own.getAttribute("data-id"), own]));
  const rows = asked.fields.map((own) => {
    const row = known.get(own.id) ?? rowOf(own);
    fill(row, own);
    return row;
  });
  // A field that stays keeps the keyboard: it is not put in anew.
  known.forEach((row) => { if (!rows.includes(row)) row.remove(); });
  rows.forEach((row, n) => { if (place.children[n] !== row) place.insertBefore(row, place.children[n] ?? null); });
}

function rowOf(own: Field): HTMLElement {
  const row = document.createElement("div");
  row.dataset["id"] = own.id;
  const label = document.createElement("label");
  const title = document.createElement("span");
  title.className = "label";
  title.textContent = own.title;
  const isList = own.choices.length > 0 || own.is_flag;
  const isMany = own.id === PROJECTS; // one name a line
  const input = document.createElement(isList ? "select" : isMany ? "textarea" : "input");
  // What stands in the field counts, even where the browser tells of no change: not after a paste that we laid out.
  input.addEventListener("input", () => { said[own.id] = input.value; });
  input.addEventListener("change", () => {
    said[own.id] = input.value;
    touched.add(own.id);
    void ask();
  });
  input.addEventListener("blur", () => {
    if (said[own.id] === undefined || touched.has(own.id)) return;
    touched.add(own.id);
    void ask();
  });
  if (input instanceof HTMLTextAreaElement) {
    grow(input);
    input.addEventListener("input", () => grow(input));
    input.addEventListener("paste", (event) => lines(event, input));
  }
  label.append(title, input);
  const note = document.createElement("p");
  note.className = "hint";
  const wrong = document.createElement("p");
  wrong.className = "wrong";
  wrong.setAttribute("role", "alert");
  row.append(label, note, wrong);
  return row;
}

function grow(area: HTMLTextAreaElement): void {
  area.rows = Math.min(8, Math.max(2, area.value.split("\n").length));
}

// Names that are pasted from a table: what counts them, and what stands over them, is none.
function lines(event: ClipboardEvent, input: HTMLTextAreaElement): void {
  const given = event.clipboardData?.getData("text/plain") ?? "";
  if (!/[\t\r\n]/.test(given)) return;
  event.preventDefault();
  input.setRangeText(namesIn(given).join("\n"), input.selectionStart ?? 0, input.selectionEnd ?? 0, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function fill(row: Element, own: Field): void {
  const input = row.querySelector("input, select, textarea") as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  if (input instanceof HTMLSelectElement) {
    const choices = own.is_flag ? ["是", "否"].map((value) => ({ value, label: value })) : own.choices;
    input.replaceChildren(...choices.map(({ value, label }) => new Option(label, value)));
  }
  if (input !== document.activeElement || input instanceof HTMLSelectElement) input.value = own.value;
  if (input instanceof HTMLTextAreaElement) grow(input);
  const [note, wrong] = Array.from(row.querySelectorAll("p"));
  if (note) note.textContent = own.note;
  const shows = own.fault !== "" && touched.has(own.id);
  if (wrong) wrong.textContent = shows ? own.fault : "";
  input.setAttribute("aria-invalid", String(shows));
}

async function send(files: File[]): Promise<void> {
  const wrong = document.getElementById("not-taken");
  wrong?.replaceChildren();
  for (const file of files) {
    try {
      const found = await post<{ batch: string; names: string[] }>(
        `/api/new/files?name=${encodeURIComponent(file.name)}&batch=${encodeURIComponent(batch)}`, file,
      );
      batch = found.batch;
      document.getElementById("dropped")?.replaceChildren(...found.names.map((name) => {
        const line = document.createElement("li");
        line.textContent = name;
        return line;
      }));
    } catch (error) {
      const line = document.createElement("li");
      line.textContent = `“${file.name}”没有用：${words(error)}`;
      wrong?.append(line); // it is said where it was dropped, and stays
    }
  }
  void ask(); // what they say of last year is proposed
}

async function begin(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>("button.main");
  const told = document.getElementById("told");
  if (!button || !told) return;
  button.disabled = true;
  told.textContent = "正在新建……";
  try {
    const begun = await post<Begun>("/api/new", { said, from: origin(), batch });
    told.replaceChildren();
    if (begun.fields) {
      begun.fields.forEach((own) => touched.add(own.id));
      show({ fields: begun.fields, folder: "", message: begun.message || "请先填好上面标出的各项" });
    } else if (begun.message) fault(new Error(begun.message));
    const lines = begun.remarks.map((words) => {
      const line = document.createElement("p");
      line.textContent = words;
      return line;
    });
    const list = document.createElement("ul");
    list.className = "problems";
    list.append(...begun.problems.map((own) => item(own)));
    told.append(...lines, list);
    if (begun.address && begun.problems.length === 0) window.location.assign(begun.address);
    else if (begun.address) {
      const way = document.createElement("a");
      way.href = begun.address;
      way.textContent = "已经建好，去填报";
      told.prepend(way);
    }
  } catch (error) {
    told.replaceChildren();
    fault(error);
  } finally {
    button.disabled = false;
  }
}
