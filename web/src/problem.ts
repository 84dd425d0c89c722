// A problem as a line of a list.

import { Problem } from "./api";

export const WORDS = { error: "错误", warning: "警告", note: "提示" };

export function item(problem: Problem): HTMLLIElement {
  const line = document.createElement("li");
  line.className = problem.severity;
  const weight = document.createElement("strong");
  weight.textContent = WORDS[problem.severity];
  const code = document.createElement("a");
  code.href = `/rules/${encodeURIComponent(problem.code)}`;
  code.textContent = problem.code;
  const where = problem.where ?? (problem.file ? `${problem.file}${problem.line ? ` 第 ${problem.line} 行` : ""}` : "");
  const way = document.createElement(problem.address ? "a" : "span");
  if (problem.address) way.setAttribute("href", problem.address);
  way.textContent = where;
  const hint = document.createElement("span");
  hint.className = "hint";
  hint.textContent = problem.hint ? `　${problem.hint}` : "";
  line.append(weight, " ", code, " ", way, `${where ? "　" : ""}${problem.message}`, hint);
  return line;
}
