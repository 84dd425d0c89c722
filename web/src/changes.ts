// 改动: take edits into the inputs, one by one or all; make a file ours again; redlined versions; undo.

import { fetchFile, post, Problem } from "./api";
import { busy } from "./busy";
import { droppable } from "./drop";
import { say } from "./say";

interface Told {
  message: string;
  problems: Problem[];
}

export function startChanges(data: DOMStringMap): void {
  const base = `/api/d/${data["dossier"]}`;
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button");
    if (!button) return;
    const { take, ours, redline } = button.dataset;
    if (take) void act(button, `正在取回“${take}”里的改动`, `${base}/take`, { file: take, only: chosen(button) });
    if (ours) void act(button, `正在换回生成的“${ours}”`, `${base}/ours`, { file: ours });
    if (redline) void keep(button, `${base}/redline?file=${encodeURIComponent(redline)}`);
    if (button.id === "undo-command") void act(button, "正在撤销", `${base}/undo`, {});
  });
  droppable("old-drop", "old", ([file]) => {
    const old = document.getElementById("old") as HTMLInputElement;
    if (file) void keep(old, `${base}/redline?file=${encodeURIComponent(file.name)}`, file);
  });
}

// The differences that are to go into the inputs.
function chosen(button: HTMLElement): string[] {
  const boxes = button.closest("section")?.querySelectorAll<HTMLInputElement>("input[type=checkbox]:checked");
  return Array.from(boxes ?? [], (own) => own.value);
}

async function keep(from: HTMLButtonElement | HTMLInputElement, address: string, body?: Blob): Promise<void> {
  await busy(from, "正在做修订稿", async () => say(`已下载“${await fetchFile(address, body)}”`));
  if (from instanceof HTMLInputElement) from.value = "";
}

function act(button: HTMLButtonElement, words: string, address: string, body: unknown): Promise<void> {
  return busy(button, words, async () => {
    const told = await post<Told>(address, body);
    say(told.message);
    told.problems.forEach((problem) => say(`${problem.code} ${problem.message}`, "fault"));
    window.setTimeout(() => window.location.reload(), 900);
    return "leaves";
  });
}
