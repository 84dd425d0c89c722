// One more project in the dossier at hand; of several names each stands on a line, as it is pasted.

import { post } from "./api";
import { fault } from "./say";

export function startNewProject(id: string): void {
  const form = document.getElementById("new-project") as HTMLFormElement | null;
  form?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    form.requestSubmit();
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
