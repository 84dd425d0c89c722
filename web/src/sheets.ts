// The pages of documents: pictures with a button over everything that can be asked about.

import { Box, Preview } from "./api";

export type Asked = { figure: string; text: string; shown: string };
export type Ask = (asked: Asked, from?: HTMLElement) => void; // by the keyboard: from where

type Document = Preview["documents"][number];
type Page = Document["pages"][number];

// Draws documents. One that did not change stays as it is; a page whose picture did not change, too:
// only its buttons are new.
export function draw(place: HTMLElement, documents: Document[], ask: Ask): void {
  const sheets = new Map<string, HTMLElement>();
  place.querySelectorAll<HTMLElement>(".sheet").forEach((own) => sheets.set(own.dataset["picture"] ?? "", own));
  const before = sections(place);
  const wanted = documents.map((own) => {
    const known = before.get(own.name);
    if (own.waits) return known ? waiting(known) : waiting(section(own, sheets, ask));
    return own.same && known ? known : section(own, sheets, ask);
  });
  wanted.forEach((own, at) => {
    if (place.children[at] !== own) place.insertBefore(own, place.children[at] ?? null);
  });
  while (place.children.length > wanted.length) place.lastElementChild?.remove();
}

// What there is of documents, by their names: so that it is not told again.
export function had(place: HTMLElement): Record<string, string> {
  return Object.fromEntries([...sections(place)].map(([name, own]) => [name, own.dataset["print"] ?? ""]));
}

// The name of the document that somebody looks at.
export function seen(place: HTMLElement): string {
  const middle = window.innerHeight / 2;
  const own = [...sections(place)].find(([, section]) => section.getBoundingClientRect().bottom > middle);
  return own?.[0] ?? "";
}

function sections(place: HTMLElement): Map<string, HTMLElement> {
  const all = Array.from(place.querySelectorAll<HTMLElement>("section[data-name]"));
  return new Map(all.map((own) => [own.dataset["name"] ?? "", own]));
}

function waiting(own: HTMLElement): HTMLElement {
  own.dataset["print"] = "";
  own.setAttribute("aria-busy", "true");
  return own;
}

function section(own: Document, known: Map<string, HTMLElement>, ask: Ask): HTMLElement {
  const made = document.createElement("section");
  made.dataset["name"] = own.name;
  made.dataset["print"] = own.print;
  const head = document.createElement("h2");
  head.textContent = own.name;
  made.append(head);
  if (own.words) made.append(words(own.words, ask));
  if (own.waits) made.append(Object.assign(document.createElement("p"), { className: "hint", textContent: "正在排版……" }));
  own.pages.forEach((page, number) => {
    const sheet = known.get(page.picture) ?? picture(page, `《${own.name}》第 ${number + 1} 页`);
    sheet.querySelectorAll("button").forEach((old) => old.remove());
    sheet.append(...buttons(page.boxes, ask));
    made.append(sheet);
  });
  return made;
}

function words(html: string, ask: Ask): HTMLElement {
  const made = document.createElement("div");
  made.className = "words";
  made.innerHTML = html; // escaped where it was made
  made.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("button[data-figure]");
    if (button) ask({ figure: button.dataset["figure"] ?? "", text: "", shown: button.textContent ?? "" });
  });
  return made;
}

function picture(page: Page, name: string): HTMLElement {
  const sheet = document.createElement("figure");
  sheet.className = page.ratio < 1 ? "sheet wide" : "sheet";
  sheet.dataset["picture"] = page.picture;
  const image = document.createElement("img");
  image.src = page.picture;
  image.alt = name;
  image.width = 900;
  image.height = Math.round(900 * page.ratio);
  image.loading = "lazy";
  sheet.append(image);
  return sheet;
}

function buttons(boxes: Box[], ask: Ask): HTMLElement[] {
  let last = -1;
  return boxes.map((box) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = box.figure ? "figure" : "text";
    if (box.figure) button.dataset["figure"] = box.figure;
    else button.dataset["text"] = box.text;
    if (box.number === last) {
      button.tabIndex = -1; // the same words go on in the next line
      button.setAttribute("aria-hidden", "true");
    } else {
      button.setAttribute("aria-label", `${box.shown} 从哪里来`);
      button.dataset["first"] = "";
    }
    last = box.number;
    Object.assign(button.style, {
      left: `${box.left * 100}%`,
      top: `${box.top * 100}%`,
      width: `${box.width * 100}%`,
      height: `${box.height * 100}%`,
    });
    button.addEventListener("click", (event) => ask(box, event.detail === 0 ? button : undefined));
    return button;
  });
}
