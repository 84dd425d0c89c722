// The pages of documents: pictures with a button over everything that can be asked about.

import { Box, Preview } from "./api";

export type Asked = { figure: string; text: string; shown: string };

type Document = Preview["documents"][number];
type Page = Document["pages"][number];

// Draws documents; a page whose picture did not change stays as it is, only its buttons are new.
export function draw(place: HTMLElement, documents: Document[], ask: (asked: Asked) => void): void {
  const known = new Map<string, HTMLElement>();
  place.querySelectorAll<HTMLElement>(".sheet").forEach((own) => known.set(own.dataset["picture"] ?? "", own));
  place.replaceChildren(...documents.map((own) => section(own, known, ask)));
}

function section(own: Document, known: Map<string, HTMLElement>, ask: (asked: Asked) => void): HTMLElement {
  const made = document.createElement("section");
  const head = document.createElement("h2");
  head.textContent = own.name;
  made.append(head);
  if (own.words) made.append(words(own.words, ask));
  own.pages.forEach((page, number) => {
    const sheet = known.get(page.picture) ?? picture(page, `《${own.name}》第 ${number + 1} 页`);
    sheet.querySelectorAll("button").forEach((old) => old.remove());
    sheet.append(...buttons(page.boxes, ask));
    made.append(sheet);
  });
  return made;
}

function words(html: string, ask: (asked: Asked) => void): HTMLElement {
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
  sheet.className = "sheet";
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

function buttons(boxes: Box[], ask: (asked: Asked) => void): HTMLElement[] {
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
    button.addEventListener("click", () => ask(box));
    return button;
  });
}
