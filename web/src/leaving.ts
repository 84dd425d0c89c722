// Leaving the form while something is being saved: a link waits for it, and only what would be lost is asked for.

import { Line } from "./line";
import { isAsking } from "./say";

const PATIENCE = 1500; // milliseconds that a link waits for an answer
const LOOK = 10;

export function guardLeaving(line: Line): () => void {
  const onLeave = (event: BeforeUnloadEvent) => {
    if (line.needsPage || isAsking()) event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[href]");
    const isOther = event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || isOther || !line.isBusy || link.target || link.download || isHere(link)) return;
    event.preventDefault();
    void settled(line).then(() => window.location.assign(link.href));
  };
  window.addEventListener("beforeunload", onLeave);
  window.addEventListener("click", onClick);
  return () => {
    window.removeEventListener("beforeunload", onLeave);
    window.removeEventListener("click", onClick);
  };
}

async function settled(line: Line): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (line.isBusy && Date.now() < until) await new Promise((done) => window.setTimeout(done, LOOK));
}

// A place on this page: nothing is left.
function isHere(link: HTMLAnchorElement): boolean {
  const { pathname, search } = window.location;
  return link.hash !== "" && link.pathname === pathname && link.search === search;
}
