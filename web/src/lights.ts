// Which places of the pages are lit, and the way from one to the next.

export interface Lit {
  figures: string[];
  texts: string[];
  following: string[];
}

export class Lights {
  private lit: Lit = { figures: [], texts: [], following: [] };
  private at = -1;

  constructor(private readonly place: HTMLElement) {}

  // Lights places; returns how many there are, and how many follow from them.
  show(lit: Lit): [number, number] {
    this.lit = lit;
    this.at = -1;
    return this.again();
  }

  // Lights the same once more, after the pages were drawn anew.
  again(): [number, number] {
    const figures = new Set(this.lit.figures);
    const texts = new Set(this.lit.texts);
    const following = new Set(this.lit.following);
    let direct = 0;
    let further = 0;
    this.place.querySelectorAll<HTMLElement>("button").forEach((own) => {
      const { figure = "", text = "" } = own.dataset;
      const is = figures.has(figure) || texts.has(text);
      const follows = following.has(figure);
      own.classList.toggle("lit", is);
      own.classList.toggle("follows", follows);
      if (own.tabIndex < 0) return;
      if (is) direct++;
      else if (follows) further++;
    });
    return [direct, further];
  }

  next(by: number): void {
    const all = Array.from(this.place.querySelectorAll<HTMLElement>(".lit")).filter((own) => own.tabIndex >= 0);
    if (!all.length) return;
    this.at = (this.at + by + all.length) % all.length;
    this.place.querySelectorAll(".here").forEach((old) => old.classList.remove("here"));
    const to = all[this.at];
    to?.classList.add("here");
    to?.scrollIntoView({ block: "center" });
  }
}

// The buttons that lead from one lit place to the next, with how many there are.
export function ways(lights: Lights, counts: [number, number]): HTMLElement {
  const [direct, further] = counts;
  const line = document.createElement("p");
  line.className = "ways";
  const more = further ? `，由它算出的 ${further} 处` : "";
  line.append(direct || further ? `页面上 ${direct} 处${more}。` : "页面上没有印出。");
  if (direct > 1) {
    for (const [name, by] of [["上一处", -1], ["下一处", 1]] as const) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => lights.next(by));
      line.append(button);
    }
  }
  return line;
}
