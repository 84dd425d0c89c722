// 总览: fill in the rows that were not worked out yet, filter, sort, build.

import { get, post, Problem } from "./api";
import { fault, say } from "./say";

interface Built {
  is_stopped: boolean;
  files: { name: string; outcome: string; written: boolean }[];
  problems: Problem[];
}

export function startOverview(): void {
  const table = document.getElementById("overview") as HTMLTableElement | null;
  if (!table) return;
  void fillIn(table);
  const filter = document.getElementById("filter") as HTMLInputElement | null;
  filter?.addEventListener("input", () => hideOthers(table, filter.value.trim()));
  sortable(table);
  table.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-build]");
    if (button) void build(button);
  });
}

async function fillIn(table: HTMLTableElement): Promise<void> {
  for (const link of Array.from(table.querySelectorAll<HTMLElement>("[data-wait]"))) {
    const row = link.closest("tr");
    if (!row) continue;
    try {
      const found = await get<{ id: string; cells: string[] }>(
        `/api/overview?id=${encodeURIComponent(link.dataset["wait"] ?? "")}`,
      );
      row.innerHTML = found.cells.join("");
    } catch (error) {
      fault(error);
      return;
    }
  }
}

function hideOthers(table: HTMLTableElement, wanted: string): void {
  for (const row of Array.from(table.tBodies[0]?.rows ?? [])) {
    row.hidden = wanted !== "" && !(row.textContent ?? "").includes(wanted);
  }
}

function sortable(table: HTMLTableElement): void {
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
      const body = table.tBodies[0];
      if (!body) return;
      const rows = Array.from(body.rows);
      const words = (row: HTMLTableRowElement) => row.cells[number]?.textContent ?? "";
      rows.sort((a, b) => words(a).localeCompare(words(b), "zh", { numeric: true }) * (rising ? 1 : -1));
      body.append(...rows);
    });
  });
}

async function build(button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    const built = await post<Built>(`/api/d/${button.dataset["build"]}/build`, {});
    const written = built.files.filter((file) => file.written).length;
    if (built.is_stopped) {
      const errors = built.problems.filter((problem) => problem.severity === "error");
      say(`没有生成：有 ${errors.length} 处错误，见“问题”`, "fault");
    } else {
      say(`写出 ${written} 个文件，${built.files.length - written} 个没有变化`);
    }
    const row = button.closest("tr");
    const found = await get<{ cells: string[] }>(`/api/overview?id=${button.dataset["build"]}`);
    if (row) row.innerHTML = found.cells.join("");
  } catch (error) {
    fault(error);
  } finally {
    button.disabled = false;
  }
}
