// A file of somebody with its findings: beside each other, each finding at its cell.

import { Audited, Left } from "./api";
import { takeTools } from "./taking";

const WORDS = { error: "错误", warning: "警告", note: "提示" };
const RANK = ["note", "warning", "error"] as const;

export function fileSection(file: File, found: Audited): HTMLElement[] {
  const page = document.createElement("div");
  page.className = "words";
  page.innerHTML = found.page ?? ""; // escaped where it was made
  page.tabIndex = 0;
  page.setAttribute("role", "region");
  page.setAttribute("aria-label", `${file.name} 的内容`);
  const list = document.createElement("ul");
  list.className = "problems";
  for (const problem of found.problems) list.append(item(problem, page));
  mark(found, page);
  const aside = document.createElement("div");
  aside.append(...(found.schemes ?? []).map(paragraph), list, ...left(found.unchecked ?? [], "没有核对的", page));
  const both = document.createElement("div");
  both.className = "beside";
  both.append(aside, page);
  const unit = found.files?.[0];
  const name = unit?.unit ? `${unit.unit}-${unit.year ?? ""}` : "";
  return [takeTools(file, name), both];
}

// What was left of a file, in a list that is opened where somebody wants it.
export function left(found: Left[], title: string, page?: HTMLElement): HTMLElement[] {
  if (!found.length) return [];
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = `${title} ${found.length} 处`;
  const list = document.createElement("ul");
  for (const own of found) {
    const line = document.createElement("li");
    line.append(where(own.at, page), ` ${own.quote ? `“${own.quote}”——` : ""}${own.reason}`);
    list.append(line);
  }
  details.append(summary, list);
  return [details];
}

function item(problem: Audited["problems"][number], page: HTMLElement): HTMLLIElement {
  const line = document.createElement("li");
  line.className = problem.severity;
  const weight = document.createElement("strong");
  weight.textContent = WORDS[problem.severity];
  const code = document.createElement("a");
  code.href = `/rules/${encodeURIComponent(problem.code)}`;
  code.textContent = problem.code;
  const hint = document.createElement("span");
  hint.className = "hint";
  hint.textContent = problem.hint ? `　${problem.hint}` : "";
  line.append(weight, " ", code, " ", where(problem.at, page), ` ${problem.message}`, hint);
  return line;
}

function where(at: string, page: HTMLElement | undefined): Node {
  const cell = page && at ? cellAt(page, at) : null;
  if (!cell) return document.createTextNode(at);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link";
  button.textContent = at;
  button.addEventListener("click", () => {
    page?.querySelectorAll(".here").forEach((old) => old.classList.remove("here"));
    cell.classList.add("here");
    cell.scrollIntoView({ block: "center" });
  });
  return button;
}

function mark(found: Audited, page: HTMLElement): void {
  for (const severity of RANK) {
    for (const problem of found.problems.filter((own) => own.severity === severity)) {
      const cell = problem.at ? cellAt(page, problem.at) : null;
      if (!cell) continue;
      cell.classList.remove(...RANK);
      cell.classList.add("found", severity);
      cell.title = [cell.title, `${WORDS[severity]} ${problem.code} ${problem.message}`].filter(Boolean).join("\n");
    }
  }
}

function cellAt(page: HTMLElement, at: string): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[data-place="${CSS.escape(at)}"]`);
}

function paragraph(words: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}
