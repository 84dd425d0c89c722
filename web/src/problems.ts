// 问题: ask for what lint and audit find, mend what is sure, accept with a reason.

import { get, post, Problem, Saved, Wish } from "./api";
import { busy } from "./busy";
import { fault, say } from "./say";

interface Told {
  message: string;
  done?: number;
  problems: Problem[];
}

export function startProblems(data: DOMStringMap): void {
  const base = `/api/d/${data["dossier"]}`;
  const query = data["query"] ?? "";
  for (const place of Array.from(document.querySelectorAll<HTMLElement>("[data-source]"))) {
    if (place.querySelector("ul, section, details") === null) void fill(place, base, query);
  }
  startMend(base);
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const reword = target.closest<HTMLButtonElement>("button[data-reword]");
    if (reword) void act(reword, "正在改", `${base}/mend`, { source: "lint", subject: reword.dataset["reword"] });
    const undo = target.closest<HTMLButtonElement>("#undo-command");
    if (undo) void act(undo, "正在撤销", `${base}/undo`, {});
    const single = target.closest<HTMLButtonElement>("button[data-mend]");
    if (single) void mendOne(single, base);
    const accept = target.closest<HTMLButtonElement>("button[data-accept]");
    if (accept) ask(accept, base);
  });
}

// All that is sure, in all files.
export function startMend(base: string): void {
  const mend = document.querySelector<HTMLButtonElement>("#mend");
  mend?.addEventListener("click", () => void act(mend, "正在改", `${base}/mend`, {}));
}

async function fill(place: HTMLElement, base: string, query: string): Promise<void> {
  try {
    const found = await get<{ html: string }>(`${base}/problems/${place.dataset["source"]}${query}`);
    place.innerHTML = found.html;
  } catch (error) {
    fault(error);
  }
}

// The reason is given where the problem stands; nothing is accepted without one.
function ask(button: HTMLButtonElement, base: string): void {
  const code = button.dataset["accept"] ?? "";
  const subject = button.dataset["subject"] ?? "";
  const place = button.closest("[data-source]");
  const same = place?.querySelectorAll(`button[data-accept="${code}"][data-subject="${CSS.escape(subject)}"]`).length ?? 1;
  const form = document.createElement("form");
  form.className = "tools";
  const label = document.createElement("label");
  const reason = document.createElement("input");
  reason.required = true;
  label.append(same > 1 ? `接受这个文件里的 ${same} 处 ${code}，理由 ` : `接受 ${code}，理由 `, reason);
  const submit = document.createElement("button");
  submit.className = "main";
  submit.textContent = "接受";
  const leave = document.createElement("button");
  leave.type = "button";
  leave.textContent = "不接受";
  form.append(label, submit, leave);
  button.hidden = true;
  button.after(form);
  reason.focus();
  const back = () => { form.remove(); button.hidden = false; button.focus(); };
  leave.addEventListener("click", back);
  form.addEventListener("keydown", (event) => { if (event.key === "Escape") back(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void act(submit, `正在接受 ${code}`, `${base}/accept`, { subject, code, reason: reason.value });
  });
}

// One cell is mended as if it had been typed; what somebody changed meanwhile stays.
async function mendOne(button: HTMLButtonElement, base: string): Promise<void> {
  button.disabled = true;
  try {
    const wish = JSON.parse(button.dataset["mend"] ?? "{}") as Wish;
    const saved = await post<Saved>(`${base}/s/${encodeURIComponent(button.dataset["subject"] ?? "")}/save`, { wishes: [wish] });
    saved.refused.forEach((own) => say(own.message, "fault"));
    saved.problems.forEach((own) => say(own.message, "fault"));
    if (saved.done) say(`已${button.textContent}`);
    window.setTimeout(() => window.location.reload(), saved.done ? 900 : 3000);
  } catch (error) {
    fault(error);
    button.disabled = false;
  }
}

function act(button: HTMLButtonElement, words: string, address: string, body: unknown): Promise<void> {
  return busy(button, words, async () => {
    const told = await post<Told>(address, body);
    say(told.message, told.done === 0 ? "fault" : "done");
    told.problems.forEach((problem) => say(`${problem.code} ${problem.message}`, "fault"));
    if (told.done === 0) return;
    window.setTimeout(() => window.location.reload(), 900);
    return "leaves";
  });
}
