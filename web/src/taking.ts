// What can be made of a file of somebody: copies about it, a dossier, a form of our own.

import { fetchFile, post, Taken } from "./api";
import { left } from "./audited";
import { busy } from "./busy";
import { say } from "./say";

export function takeTools(file: File, name: string): HTMLElement {
  const tools = document.createElement("div");
  tools.className = "tools";
  const told = document.createElement("div");
  told.className = "taken";
  told.setAttribute("role", "status");
  tools.append(
    copy(file, "annotated", "下载批注稿"),
    copy(file, "return", "下载退回意见"),
    take(file, "import", "folder", "导入为填报，文件夹", name, "导入", told),
    take(file, "adopt", "id", "采用为表样，代码", "", "采用", told),
    told,
  );
  return tools;
}

function copy(file: File, kind: string, title: string): HTMLElement {
  const made = button(title);
  made.addEventListener("click", () => {
    void busy(made, `正在做${title.replace("下载", "")}`, async () => {
      const name = await fetchFile(`/api/audit/copy?kind=${kind}&name=${encodeURIComponent(file.name)}`, file);
      say(`已下载“${name}”`);
    });
  });
  return made;
}

function take(
  file: File, what: "import" | "adopt", key: string, title: string, value: string, action: string, told: HTMLElement,
): HTMLElement {
  const form = document.createElement("form");
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.value = value;
  input.placeholder = what === "adopt" ? "不写则取文件名" : "";
  label.append(`${title} `, input);
  const made = button(action, "submit");
  const year = document.createElement("input");
  if (what === "import") {
    const years = document.createElement("label");
    year.inputMode = "numeric";
    year.size = 6;
    year.placeholder = "照材料";
    years.append("年度 ", year);
    form.append(label, " ", years, made);
  } else form.append(label, made);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (what === "import" && !input.value.trim()) {
      input.focus();
      show({ is_done: false, message: "没有导入：请写文件夹的名字", problems: [], left: [] }, told);
      return;
    }
    void busy(made, what === "import" ? "正在导入" : "正在采用为表样", async () => {
      const query = `name=${encodeURIComponent(file.name)}&${key}=${encodeURIComponent(input.value)}${year.value ? `&year=${encodeURIComponent(year.value)}` : ""}`;
      show(await post<Taken>(`/api/audit/${what}?${query}`, file), told);
    });
  });
  return form;
}

function show(taken: Taken, told: HTMLElement): void {
  const said = document.createElement("p");
  said.className = taken.is_done ? "done" : "fault";
  said.textContent = taken.message;
  const links = (taken.dossiers ?? []).map((id) => link(`/d/${id}/fill`, "去填报"));
  if (taken.scheme) links.push(link(`/schemes/${encodeURIComponent(taken.scheme)}`, "看方案"));
  said.append(...links.flatMap((own) => [" ", own]));
  if (taken.folder) said.append(" ", back(taken.folder, told));
  const problems = document.createElement("ul");
  problems.className = "problems";
  for (const problem of taken.problems) {
    const line = document.createElement("li");
    line.className = problem.severity;
    line.textContent = `${problem.code} ${problem.message}${problem.hint ? `　${problem.hint}` : ""}`;
    problems.append(line);
  }
  told.replaceChildren(said, problems, ...left(taken.left, "没有读进来的"));
}

// What was imported goes again, as long as nobody worked on it.
function back(folder: string, told: HTMLElement): HTMLElement {
  const made = button("撤销这次导入");
  made.addEventListener("click", () => {
    void busy(made, "正在撤销导入", async () => show(await post<Taken>("/api/audit/undo", { folder }), told));
  });
  return made;
}

function button(title: string, type: "button" | "submit" = "button"): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = type;
  made.textContent = title;
  return made;
}

function link(address: string, words: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = words;
  return made;
}
