// A text with its figures as chips: written into an element that is edited, and read out of it again.

const TAG = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const BESIDE = "\u200b"; // a place for the caret beside a chip; never part of the text

export function write(element: HTMLElement, text: string, shown: (name: string) => string): void {
  const pieces: Node[] = [];
  let at = 0;
  for (const found of text.matchAll(TAG)) {
    pieces.push(document.createTextNode(text.slice(at, found.index) || BESIDE), chip(found[0], shown));
    at = (found.index ?? 0) + found[0].length;
  }
  pieces.push(document.createTextNode(text.slice(at) || (pieces.length ? BESIDE : "")));
  element.replaceChildren(...pieces);
}

export function read(root: Node): string {
  let text = "";
  const walk = (node: Node) => {
    if (node instanceof Text) text += node.data;
    else if (node instanceof HTMLBRElement) text += "\n";
    else if (node instanceof HTMLElement && node.dataset["quote"]) text += node.dataset["quote"];
    else {
      if (node !== root && node instanceof HTMLDivElement && text && !text.endsWith("\n")) text += "\n";
      node.childNodes.forEach(walk);
    }
  };
  walk(root);
  return text.split(BESIDE).join("");
}

// Where the caret is, counted in the text that would be read; its end where it is elsewhere.
export function caret(element: HTMLElement): number {
  const selection = window.getSelection();
  if (!selection || !selection.rangeCount || !element.contains(selection.focusNode)) return read(element).length;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(selection.focusNode as Node, selection.focusOffset);
  return read(range.cloneContents()).length;
}

function chip(quote: string, shown: (name: string) => string): HTMLElement {
  const own = document.createElement("span");
  const name = quote.slice(2, -2).trim();
  own.className = name.startsWith("snippet(") ? "chip sentence" : "chip";
  own.contentEditable = "false";
  own.dataset["quote"] = quote;
  own.title = name;
  own.textContent = shown(name) || name;
  return own;
}
