// 改动: take a hand edit into the inputs, or take back the last command.

import { post, Problem } from "./api";
import { fault, say } from "./say";

interface Told {
  message: string;
  problems: Problem[];
}

export function startChanges(data: DOMStringMap): void {
  const base = `/api/d/${data["dossier"]}`;
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const take = target.closest<HTMLButtonElement>("button[data-take]");
    if (take) void act(take, `${base}/take`, { file: take.dataset["take"] });
    const undo = target.closest<HTMLButtonElement>("#undo-command");
    if (undo) void act(undo, `${base}/undo`, {});
  });
}

async function act(button: HTMLButtonElement, address: string, body: unknown): Promise<void> {
  button.disabled = true;
  try {
    const told = await post<Told>(address, body);
    say(told.message);
    told.problems.forEach((problem) => say(`${problem.code} ${problem.message}`, "fault"));
    window.setTimeout(() => window.location.reload(), 900);
  } catch (error) {
    fault(error);
    button.disabled = false;
  }
}
