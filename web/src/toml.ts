// 文件: the text of an input is saved as a whole, unless somebody else saved it meanwhile.

import { post, Problem } from "./api";
import { fault, say } from "./say";

export function startToml(data: DOMStringMap): void {
  const form = document.getElementById("toml");
  const text = document.getElementById("text") as HTMLTextAreaElement | null;
  if (!form || !text) return;
  const first = text.value;
  const address = `/api/d/${data["dossier"]}/toml/${encodeURIComponent(data["name"] ?? "")}`;
  const save = async () => {
    const was = text.dataset["digest"] ?? "";
    try {
      const told = await post<{ message: string; problems: Problem[]; is_saved: boolean }>(address, { was, now: text.value });
      const isSaved = told.is_saved;
      say(told.message, isSaved ? "done" : "fault");
      told.problems.forEach((own) => say(`${own.message}。${own.hint}`, "fault"));
      if (isSaved) {
        window.removeEventListener("beforeunload", onLeave);
        window.setTimeout(() => window.location.reload(), 700);
      }
    } catch (error) {
      fault(error);
    }
  };
  const onLeave = (event: BeforeUnloadEvent) => { if (text.value !== first) event.preventDefault(); };
  window.addEventListener("beforeunload", onLeave);
  form.addEventListener("submit", (event) => { event.preventDefault(); void save(); });
  text.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") { event.preventDefault(); void save(); }
  });
}
