// 总览 follows the files: a row whose files changed is drawn anew, a dossier that came or went loads the page anew.

import { get } from "./api";
import { isAsking } from "./say";

const PAUSE = 3000;

type States = Record<string, string>;

// `until` is done once the rows are filled in; `changed` draws the rows of the dossiers that are named.
export async function watch(until: Promise<void>, changed: (ids: string[]) => Promise<void>): Promise<void> {
  let known = await states();
  await until;
  for (;;) {
    await new Promise((done) => window.setTimeout(done, PAUSE));
    if (document.hidden) continue;
    const now = await states();
    if (!now) continue; // the server is away: what stands above the page says so
    const were = known ?? now;
    known = now;
    if (Object.keys(now).some((id) => !(id in were)) || Object.keys(were).some((id) => !(id in now))) {
      if (isIdle()) window.location.reload();
      else known = were; // once nothing is asked or typed
      continue;
    }
    const ids = Object.keys(now).filter((id) => now[id] !== were[id]);
    if (ids.length) await changed(ids);
  }
}

function isIdle(): boolean {
  const busy = document.querySelector("#said .doing, button:disabled:not(#undo-command)");
  const typed = document.querySelector<HTMLInputElement>("#filter")?.value ?? "";
  return !isAsking() && !busy && typed === "";
}

async function states(): Promise<States | null> {
  try {
    return await get<States>("/api/overview/states");
  } catch {
    return null;
  }
}
