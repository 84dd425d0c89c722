// Where something on a page comes from: the tree of figures down to the cells, which can be changed here.

import { get, post, Saved, SourceCell, SourceFigure, Trace } from "./api";
import { Lights, ways } from "./lights";
import { fault, say } from "./say";
import { Asked } from "./sheets";

const OPEN_LEVELS = 2;

export class Tracer {
  private asked: Asked | null = null;
  private from: HTMLElement | null = null;

  constructor(
    private readonly base: string,
    private readonly place: HTMLElement,
    private readonly lights: Lights,
    private readonly saved: () => Promise<void>,
  ) {
    place.addEventListener("keydown", (event) => { if (event.key === "Escape") this.back(); });
  }

  // Who asks by the keyboard is led to the answer, and by Escape back to where the question was.
  ask = async (asked: Asked, from?: HTMLElement): Promise<void> => {
    this.asked = asked;
    if (from) this.from = from;
    const { figure, text } = asked;
    const counts = this.lights.show({ figures: figure ? [figure] : [], texts: text ? [text] : [], following: [] });
    try {
      const query = `figure=${encodeURIComponent(figure)}&text=${encodeURIComponent(text)}`;
      const found = await get<Trace>(`${this.base}/trace?${query}`);
      if (this.asked !== asked) return;
      this.show(asked, found, counts);
      if (from) this.place.focus({ preventScroll: true });
    } catch (error) {
      fault(error);
    }
  };

  // What is shown is asked for once more, after something changed.
  async again(): Promise<void> {
    const hasInput = this.place.contains(document.activeElement);
    if (this.asked && !hasInput) await this.ask(this.asked);
  }

  private back(): void {
    const { from, asked } = this;
    const same = asked?.figure ? `[data-figure="${CSS.escape(asked.figure)}"]` : `[data-text="${CSS.escape(asked?.text ?? "")}"]`;
    (from?.isConnected ? from : document.querySelector<HTMLElement>(`.sheet ${same}`))?.focus();
  }

  private show(asked: Asked, found: Trace, counts: [number, number]): void {
    const head = document.createElement("h2");
    head.textContent = found.source?.shown ?? asked.shown;
    const parts: HTMLElement[] = [head, ways(this.lights, counts)];
    if (found.source) parts.push(list([this.figure(found.source, 0)]));
    if (found.text) parts.push(...this.text(found.text));
    this.place.replaceChildren(...parts);
  }

  private figure(own: SourceFigure, depth: number): HTMLElement {
    const item = document.createElement("li");
    const name = document.createElement("strong");
    name.textContent = `${own.shown}　${own.label}`;
    item.append(name);
    for (const [title, words] of [["算式", own.formula], ["规则", own.rule], ["依据", own.basis]]) {
      if (words) item.append(line(`${title}：${words}`));
    }
    item.append(...own.cells.map((cell) => this.cell(cell)));
    if (!own.inputs.length) return item;
    const below = document.createElement("details");
    below.open = depth < OPEN_LEVELS;
    const title = document.createElement("summary");
    title.textContent = `由 ${own.inputs.length} 个数算出`;
    below.append(title, list(own.inputs.map((one) => this.figure(one, depth + 1))));
    item.append(below);
    return item;
  }

  private text(own: NonNullable<Trace["text"]>): HTMLElement[] {
    if (own.cell) return [this.cell(own.cell)];
    return [line(`固定语：提纲里“${own.standard}”一节。要换成自己的话，在填报里写这一节。`)];
  }

  private cell(cell: SourceCell): HTMLElement {
    const made = document.createElement("div");
    made.className = "cell-source";
    const where = document.createElement(cell.address ? "a" : "span");
    if (where instanceof HTMLAnchorElement) where.href = cell.address ?? "";
    where.textContent = `${cell.file} 第 ${cell.line} 行　${[cell.title, cell.row].filter(Boolean).join(" ") || cell.key}`;
    where.title = cell.key;
    made.append(where);
    if (cell.keys) made.append(this.form(cell));
    return made;
  }

  private form(cell: SourceCell): HTMLElement {
    const form = document.createElement("form");
    const input = field(cell);
    const button = document.createElement("button");
    button.textContent = "保存";
    form.append(input, button);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.save(cell, input, button);
    });
    return form;
  }

  private async save(cell: SourceCell, input: Field, button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    try {
      const wish = { keys: cell.keys, was: cell.value, now: input.value, row: cell.row };
      const address = `${this.base}/s/${encodeURIComponent(cell.subject ?? "")}/save`;
      const saved = await post<Saved>(address, { wishes: [wish] });
      const refused = saved.refused[0];
      if (refused) return say(refused.message, "fault");
      const problem = saved.done ? undefined : saved.problems[0];
      if (problem) return say(problem.message, "fault");
      cell.value = input.value;
      say("已保存，页面正在重排");
      const label = input.getAttribute("aria-label") ?? "";
      input.blur(); // what is left is shown anew
      await this.saved();
      const again = this.place.querySelector<HTMLElement>(`[aria-label="${CSS.escape(label)}"]`);
      if (document.activeElement === document.body) again?.focus(); // by the keyboard one goes on from there
    } catch (error) {
      fault(error);
    } finally {
      button.disabled = false;
    }
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function field(cell: SourceCell): Field {
  const kind = cell.choices?.length ? "select" : cell.value.length > 20 ? "textarea" : "input";
  const made = document.createElement(kind) as Field;
  for (const choice of cell.choices ?? []) made.append(new Option(choice, choice));
  if (made instanceof HTMLTextAreaElement) made.rows = 5;
  made.value = cell.value;
  made.setAttribute("aria-label", `${cell.title ?? ""} ${cell.row}`.trim());
  return made;
}

function list(items: HTMLElement[]): HTMLElement {
  const made = document.createElement("ul");
  made.className = "steps";
  made.append(...items);
  return made;
}

function line(words: string): HTMLElement {
  const made = document.createElement("div");
  made.textContent = words;
  return made;
}
