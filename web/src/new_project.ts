// One more project in the dossier at hand; of several names each stands on a line, as it is pasted.

import { post } from "./api";
import { namesIn } from "./clipboard";
import { fault } from "./say";

// What the file of the unit lacks is asked for, where nothing can be read without it.
export function startLacking(id: string): void {
  const form = document.getElementById("lacking") as HTMLFormElement | null;
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const said: Record<string, string> = {};
    new FormData(form).forEach((value, name) => { said[name] = String(value); });
    post<{ address: string }>(`/api/d/${id}/lacking`, { said })
      .then((done) => window.location.assign(done.address))
      .catch(fault);
  });
}

export function startNewProject(id: string): void {
  const form = document.getElementById("new-project") as HTMLFormElement | null;
  form?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form?.addEventListener("paste", (event) => {
    const area = event.target;
    const given = event.clipboardData?.getData("text/plain") ?? "";
    if (!(area instanceof HTMLTextAreaElement) || !given.includes("\t")) return;
    event.preventDefault();
    area.setRangeText(namesIn(given).join("\n"), area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form?.addEventListener("input", () => {
    const area = form.querySelector("textarea");
    if (area) area.rows = Math.min(8, area.value.split("\n").length);
  });
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = String(new FormData(form).get("name") ?? "");
    post<{ address: string }>(`/api/d/${id}/project`, { name })
      .then((begun) => window.location.assign(begun.address))
      .catch(fault);
  });
}
