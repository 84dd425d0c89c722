// 审核: send files that are dropped or chosen; each gets a section of its own.

import { Audited, post } from "./api";
import { fileSection } from "./audited";
import { fault } from "./say";

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
    section.append(...fileSection(file, found));
  } catch (error) {
    state.textContent = "没有审核";
    fault(error);
  }
}
