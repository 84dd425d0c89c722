// 文稿: the pages as pictures, drawn anew as soon as a file changes; everything on them says where it comes from.

import { get, post, Preview } from "./api";
import { Finder } from "./finder";
import { Lights } from "./lights";
import { fault } from "./say";
import { draw, had, seen } from "./sheets";
import { Tracer } from "./trace";

const PAUSE = 3000; // milliseconds after which a server that does not answer is asked again

export function startPages(data: DOMStringMap): void {
  const place = document.getElementById("sheets");
  const trace = document.getElementById("trace");
  if (place && trace) void new Screen(`/api/d/${data["dossier"]}`, place, trace).run();
}

class Screen {
  private readonly lights: Lights;
  private readonly tracer: Tracer;
  private readonly finder: Finder;
  private readonly said = document.getElementById("state");
  private state = "";

  constructor(private readonly base: string, private readonly place: HTMLElement, trace: HTMLElement) {
    this.lights = new Lights(place);
    this.tracer = new Tracer(base, trace, this.lights, () => this.show());
    this.finder = new Finder(base, this.lights);
  }

  async run(): Promise<void> {
    await this.show();
    await this.finder.follow(new URLSearchParams(window.location.search));
    for (;;) {
      await looked();
      try {
        const found = await get<{ state: string }>(`${this.base}/state?was=${this.state}`);
        if (found.state !== this.state) await this.show();
      } catch {
        await new Promise((done) => window.setTimeout(done, PAUSE));
      }
    }
  }

  private told(documents: number, waits: number): string {
    if (waits) return `${documents} 份文书，还有 ${waits} 份正在排版……`;
    const pages = this.place.querySelectorAll(".sheet").length;
    return `${documents} 份文书，${pages} 页。点一个数或一句话，看它从哪里来；文件改了，这里跟着变。`;
  }

  private async show(): Promise<void> {
    try {
      let waits = 1;
      while (waits) {
        const preview = await post<Preview>(`${this.base}/preview`, { seen: seen(this.place), had: had(this.place) });
        this.state = preview.state;
        draw(this.place, preview.documents, this.tracer.ask);
        this.lights.again();
        waits = preview.documents.filter((own) => own.waits).length;
        if (this.said) this.said.textContent = preview.message || this.told(preview.documents.length, waits);
      }
      await this.tracer.again();
    } catch (error) {
      if (this.said) this.said.textContent = "没有排出来";
      fault(error);
      await new Promise((done) => window.setTimeout(done, PAUSE));
    }
  }
}

// Waits until somebody looks at the page.
function looked(): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((done) => document.addEventListener("visibilitychange", () => done(), { once: true }));
}
