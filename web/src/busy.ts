// What takes its time: what is being done is said at once, and for how long already; its button waits meanwhile.

import { fault } from "./say";

const LONG = 3; // seconds after which it is said how long it takes

type Hand = HTMLButtonElement | HTMLInputElement;

// `work` returns "leaves" where the page is loaded anew: its button is not to be pressed before.
export async function busy(hand: Hand | null, words: string, work: () => Promise<void | "leaves">): Promise<void> {
  const done = begin(words);
  const wasHere = hand !== null && document.activeElement === hand;
  if (hand) hand.disabled = true;
  let isLeaving = false;
  try {
    isLeaving = (await work()) === "leaves";
  } catch (error) {
    fault(error);
  } finally {
    done();
    if (hand) hand.disabled = isLeaving;
    // A button that waits loses the keyboard; one whose row was drawn anew is another one of the same name.
    if (hand && wasHere && document.activeElement === document.body) (hand.isConnected ? hand : same(hand))?.focus();
  }
}

function same(hand: Hand): HTMLElement | null {
  const name = hand.getAttribute("aria-label");
  return name ? document.querySelector<HTMLElement>(`button[aria-label="${CSS.escape(name)}"]`) : null;
}

function begin(words: string): () => void {
  const line = document.createElement("p");
  line.className = "doing";
  const time = document.createElement("span");
  time.setAttribute("aria-hidden", "true"); // every second would be read aloud
  line.append(`${words}……`, time);
  document.getElementById("said")?.append(line);
  const place = document.getElementById("progress");
  const own = `${words}……`;
  if (place?.textContent === "") place.textContent = own;
  const start = Date.now();
  const timer = window.setInterval(() => {
    const seconds = Math.round((Date.now() - start) / 1000);
    if (seconds >= LONG) time.textContent = `已 ${seconds} 秒`;
  }, 1000);
  return () => {
    window.clearInterval(timer);
    line.remove();
    if (place?.textContent === own) place.textContent = "";
  };
}
