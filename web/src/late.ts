// Screens that take their time: what is in them is asked for and put in; buttons in it act.

import { get, post, Problem } from "./api";
import { busy } from "./busy";
import { fault, say } from "./say";

export function startLate(): void {
  const place = document.getElementById("late");
  if (!place) return;
  void fill(place);
  place.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("#learn");
    if (button) void learn(button);
  });
}

async function fill(place: HTMLElement): Promise<void> {
  try {
    const found = await get<{ html: string }>(place.dataset["from"] ?? "");
    place.innerHTML = found.html; // escaped where it was made
  } catch (error) {
    place.textContent = "没有做完，请刷新再试";
    fault(error);
  }
}

function learn(button: HTMLButtonElement): Promise<void> {
  return busy(button, "正在归纳写法", async () => {
    const told = await post<{ message: string; problems: Problem[] }>("/api/wording/learn", {});
    say(told.message);
    told.problems.forEach((problem) => say(`${problem.code} ${problem.message}`, "fault"));
  });
}
