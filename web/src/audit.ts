// 审核: files that are dropped or chosen; several are looked at together and held against each other.

import { Audited, fetchFile, post } from "./api";
import { fileSection } from "./audited";
import { busy } from "./busy";
import { droppable } from "./drop";
import { fault, say, words } from "./say";

export function startAudit(): void {
  droppable("drop", "files", (files) => void (files.length > 1 ? together(files) : files[0] && one(files[0])));
}

async function one(file: File): Promise<void> {
  const { section, state } = begun(file.name);
  try {
    const found = await post<Audited>(`/api/audit?name=${encodeURIComponent(file.name)}`, file);
    state.textContent = found.message || `发现 ${found.problems.length} 处`;
    section.append(...fileSection(file, found));
  } catch (error) {
    state.textContent = `没有审核：${words(error)}`;
    fault(error);
  }
}

// One file that cannot be taken keeps the others from nothing.
async function together(files: File[]): Promise<void> {
  const { section, state } = begun(`${files.length} 份一起审核`);
  let batch = "";
  const taken = new Map<string, File>();
  for (const file of files) {
    try {
      const address = `/api/audit/files?name=${encodeURIComponent(file.name)}&batch=${encodeURIComponent(batch)}`;
      const found = await post<{ batch: string; names: string[] }>(address, file);
      const name = found.names.find((own) => !taken.has(own)) ?? file.name;
      batch = found.batch;
      taken.set(name, file);
    } catch (error) {
      fault(error);
    }
  }
  try {
    const found = await post<Audited>(`/api/audit/together?batch=${encodeURIComponent(batch)}`, {});
    const { problems, pages, files: read } = found;
    state.textContent = found.message || `${taken.size} 份，发现 ${problems.length} 处，都互相核对过`;
    section.append(returned(batch));
    for (const [name, file] of taken) {
      const mine = problems.filter((own) => own.file === name);
      const part = document.createElement("section");
      part.setAttribute("aria-label", name);
      const head = document.createElement("h3");
      head.textContent = `${name}　${mine.length} 处`;
      const unchecked = found.unchecked?.filter((own) => own.file === name) ?? [];
      const units = read?.filter((own) => own.file === name) ?? [];
      part.append(head, ...fileSection(file, { message: "", problems: mine, unchecked, files: units, page: pages?.[name] ?? "" }));
      section.append(part);
    }
  } catch (error) {
    state.textContent = `没有审核：${words(error)}`;
    fault(error);
  }
}

function begun(title: string): { section: HTMLElement; state: HTMLElement } {
  const section = document.createElement("section");
  const head = document.createElement("h2");
  head.textContent = title;
  const state = document.createElement("p");
  state.setAttribute("role", "status");
  state.textContent = "正在审核……";
  section.append(head, state);
  document.getElementById("audited")?.prepend(section);
  return { section, state };
}

// 退回意见 of all files: a page for each unit.
function returned(batch: string): HTMLElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = "下载全部退回意见";
  made.addEventListener("click", () => {
    void busy(made, "正在做退回意见", async () => {
      say(`已下载“${await fetchFile(`/api/audit/copy?kind=return&batch=${encodeURIComponent(batch)}`, new Blob([]))}”`);
    });
  });
  return made;
}
