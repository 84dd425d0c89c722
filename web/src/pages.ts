// 文稿: the pages as pictures; every number on them says where it comes from.

import { get, post, Preview } from "./api";
import { fault } from "./say";

export function startPages(data: DOMStringMap): void {
  void show(`/api/d/${data["dossier"]}`);
}

async function show(base: string): Promise<void> {
  const state = document.getElementById("state");
  const place = document.getElementById("sheets");
  if (!state || !place) return;
  try {
    const preview = await post<Preview>(`${base}/preview`, {});
    const pages = preview.documents.reduce((sum, own) => sum + own.pages.length, 0);
    state.textContent = preview.message ||
      `${preview.documents.length} 份文书，${pages} 页。点一个数，看它从哪里来。`;
    place.replaceChildren(...preview.documents.map((own) => drawn(own, base)));
  } catch (error) {
    state.textContent = "没有排出来";
    fault(error);
  }
}

function drawn(document_: Preview["documents"][number], base: string): HTMLElement {
  const section = document.createElement("section");
  const head = document.createElement("h2");
  head.textContent = document_.name;
  section.append(head);
  if (document_.words) {
    const words = document.createElement("div");
    words.className = "words";
    words.innerHTML = document_.words; // escaped where it was made
    words.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("button[data-figure]");
      if (button) void trace(base, button.dataset["figure"] ?? "", button.textContent ?? "");
    });
    section.append(words);
  }
  document_.pages.forEach((page, number) => {
    const sheet = document.createElement("figure");
    sheet.className = "sheet";
    const picture = document.createElement("img");
    picture.src = page.picture;
    picture.alt = `《${document_.name}》第 ${number + 1} 页`;
    picture.loading = "lazy";
    sheet.append(picture);
    for (const box of page.boxes) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "figure";
      button.setAttribute("aria-label", `${box.shown} 从哪里来`);
      Object.assign(button.style, {
        left: `${box.left * 100}%`,
        top: `${box.top * 100}%`,
        width: `${box.width * 100}%`,
        height: `${box.height * 100}%`,
      });
      button.addEventListener("click", () => void trace(base, box.figure, box.shown));
      sheet.append(button);
    }
    section.append(sheet);
  });
  return section;
}

async function trace(base: string, figure: string, shown: string): Promise<void> {
  const place = document.getElementById("trace");
  if (!place) return;
  try {
    const found = await get<{ lines: string[] }>(`${base}/trace?figure=${encodeURIComponent(figure)}`);
    const head = document.createElement("h2");
    head.textContent = shown;
    const lines = document.createElement("pre");
    lines.textContent = found.lines.join("\n");
    place.replaceChildren(head, lines);
  } catch (error) {
    fault(error);
  }
}
