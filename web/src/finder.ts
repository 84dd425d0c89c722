// From a cell that is filled in to its places on the pages.

import { Cell, get, Sheet } from "./api";
import { Lights, Lit, ways } from "./lights";
import { fault } from "./say";

export class Finder {
  private readonly select = document.getElementById("subject") as HTMLSelectElement | null;
  private readonly list = document.getElementById("fields");

  constructor(
    private readonly base: string,
    private readonly lights: Lights,
  ) {
    const finder = document.getElementById("finder") as HTMLDetailsElement | null;
    finder?.addEventListener("toggle", () => void (finder.open && this.load()));
    this.select?.addEventListener("change", () => void this.load());
  }

  // Lights the cell that another screen leads here for.
  async follow(query: URLSearchParams): Promise<void> {
    const file = query.get("file");
    const key = query.get("key");
    if (!file || !key) return;
    await this.light(file, key);
    this.lights.next(1);
  }

  private async load(): Promise<void> {
    if (!this.select || !this.list) return;
    try {
      const sheet = await get<Sheet>(`${this.base}/s/${encodeURIComponent(this.select.value)}`);
      this.list.replaceChildren(...[...cells(sheet)].map(([title, cell]) => this.item(title, cell)));
    } catch (error) {
      fault(error);
    }
  }

  private item(title: string, cell: Cell): HTMLElement {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${title}：${cell.value.slice(0, 40)}`;
    button.addEventListener("click", () => void this.pick(item, cell));
    item.append(button);
    return item;
  }

  private async pick(item: HTMLElement, cell: Cell): Promise<void> {
    const file = this.select?.selectedOptions[0]?.dataset["file"] ?? "";
    const counts = await this.light(file, cell.key);
    this.list?.querySelectorAll(".ways").forEach((old) => old.remove());
    if (counts) item.append(ways(this.lights, counts));
    this.lights.next(1);
  }

  private async light(file: string, key: string): Promise<[number, number] | null> {
    try {
      const query = `file=${encodeURIComponent(file)}&key=${encodeURIComponent(key)}`;
      return this.lights.show(await get<Lit>(`${this.base}/printed?${query}`));
    } catch (error) {
      fault(error);
      return null;
    }
  }
}

// Goes through what is filled in of a subject, each cell with its title.
function* cells(sheet: Sheet): Iterable<[string, Cell]> {
  for (const own of [...sheet.texts, ...sheet.own, ...sheet.goals]) if (own.value) yield [own.title, own];
  for (const row of sheet.funds?.rows ?? []) {
    for (const [n, own] of row.cells.entries()) {
      if (own.value) yield [`${row.name} ${sheet.funds?.columns[n]?.title ?? ""}`, own];
    }
  }
  for (const row of sheet.rows) {
    for (const [n, own] of row.cells.entries()) {
      if (own.value) yield [`${row.name} ${sheet.columns[n]?.title ?? ""}`, own];
    }
  }
  for (const list of sheet.lists) {
    for (const row of list.rows) for (const own of row.cells) if (own.value) yield [`${row.label} ${own.title}`, own];
  }
  for (const own of [...sheet.prose, ...sheet.sections]) if (own.value) yield [own.title, own];
}
