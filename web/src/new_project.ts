// One more project in the dossier at hand.

import { post } from "./api";
import { fault } from "./say";

export function startNewProject(id: string): void {
  const form = document.getElementById("new-project") as HTMLFormElement | null;
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = String(new FormData(form).get("name") ?? "");
    post<{ address: string }>(`/api/d/${id}/project`, { name })
      .then((begun) => window.location.assign(begun.address))
      .catch(fault);
  });
}
