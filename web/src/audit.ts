// 审核: send files that are dropped or chosen, and show what was found in each.

import { post, Problem } from "./api";
import { fault } from "./say";

interface Audited {
  message: string;
  problems: (Problem & { place: { text?: string } | null; quote: string })[];
  accounts?: unknown;
}

const WORDS = { error: "错误", warning: "警告", note: "提示" };

export function startAudit(): void {
  const input = document.getElementById("files") as HTMLInputElement | null;
  const drop = document.getElementById("drop");
  input?.addEventListener("change", () => void all(Array.from(input.files ?? [])));
  drop?.addEventListener("dragover", (event) => event.preventDefault());
  drop?.addEventListener("drop", (event) => {
    event.preventDefault();
    void all(Array.from(event.dataTransfer?.files ?? []));
  });
}

async function all(files: File[]): Promise<void> {
  for (const file of files) await one(file);
}

async function one(file: File): Promise<void> {
  const place = document.getElementById("audited");
  if (!place) return;
  const section = document.createElement("section");
  const head = document.createElement("h2");
  head.textContent = file.name;
  const state = document.createElement("p");
  state.textContent = "正在审核……";
  section.append(head, state);
  place.prepend(section);
  try {
    const found = await post<Audited>(`/api/audit?name=${encodeURIComponent(file.name)}`, file);
    state.textContent = found.message || `发现 ${found.problems.length} 处`;
    const list = document.createElement("ul");
    list.className = "problems";
    for (const problem of found.problems) list.append(item(problem));
    section.append(list);
  } catch (error) {
    state.textContent = "没有审核";
    fault(error);
  }
}

function item(problem: Audited["problems"][number]): HTMLLIElement {
  const line = document.createElement("li");
  line.className = problem.severity;
  const weight = document.createElement("strong");
  weight.textContent = WORDS[problem.severity];
  const code = document.createElement("a");
  code.href = `/rules/${encodeURIComponent(problem.code)}`;
  code.textContent = problem.code;
  const where = problem.place?.text ? `${problem.place.text}　` : "";
  const hint = document.createElement("span");
  hint.className = "hint";
  hint.textContent = problem.hint ? `　${problem.hint}` : "";
  line.append(weight, " ", code, ` ${where}${problem.message}`, hint);
  return line;
}
