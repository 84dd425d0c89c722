// A text with its figures as chips: written into an element that is edited, and read out of it again.

const TAG = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const BESIDE = "\u200b"; // a place for the caret beside a chip; never part of the text

// What a quotation prints, and what the figure is called (empty: it goes by the name that is written).
export interface Named {
  shown: (name: string) => string;
  called: (name: string) => string;
}

export function write(element: HTMLElement, text: string, known: Named): void {
  const pieces: Node[] = [];
  let at = 0;
  for (const found of text.matchAll(TAG)) {
    pieces.push(document.createTextNode(text.slice(at, found.index) || BESIDE), chip(found[0], known));
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

// Put the caret at a place of the text that would be read.
export function place(element: HTMLElement, offset: number): void {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.collapse(false);
  let left = offset;
  const isFound = (node: Node): boolean => {
    if (node instanceof Text) {
      let at = 0;
      for (; at < node.length && (left > 0 || node.data[at] === BESIDE); at++) left -= node.data[at] === BESIDE ? 0 : 1;
      if (left === 0) range.setStart(node, at);
      range.collapse(true);
      return left === 0;
    }
    const quote = node instanceof HTMLElement ? node.dataset["quote"] : undefined;
    if (quote || node instanceof HTMLBRElement) left = Math.max(0, left - (quote?.length ?? 1));
    else return [...node.childNodes].some(isFound);
    return false;
  };
  if (!isFound(element)) { range.selectNodeContents(element); range.collapse(false); }
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

// Select the chip right before the caret with the place beside it, so that one stroke deletes both.
export function selectChipBefore(): void {
  const selection = window.getSelection();
  const node = selection?.focusNode;
  if (!selection?.isCollapsed || !(node instanceof Text)) return;
  const before = node.data.slice(0, selection.focusOffset).split(BESIDE).join("");
  const own = node.previousSibling;
  if (before || !(own instanceof HTMLElement) || !own.dataset["quote"]) return;
  const range = document.createRange();
  range.setStartBefore(own);
  range.setEnd(node, selection.focusOffset);
  selection.removeAllRanges();
  selection.addRange(range);
}

function chip(quote: string, { shown, called }: Named): HTMLElement {
  const own = document.createElement("span");
  const name = quote.slice(2, -2).trim();
  own.className = name.startsWith("snippet(") ? "chip sentence" : "chip";
  own.contentEditable = "false";
  own.dataset["quote"] = quote;
  own.title = called(name) || name;
  own.textContent = shown(name) || name;
  return own;
}
