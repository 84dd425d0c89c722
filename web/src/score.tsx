// The scores by part, and all problems of the file with the mends that are sure.

import { Problem, Scores, Sheet } from "./api";
import { WORDS } from "./problem";
import { titleAt } from "./titled";
import { Mend } from "./typed";

export function Parts({ scores }: { scores: Scores }) {
  return (
    <section>
      <h3>得分</h3>
      <table aria-label="得分">
        <thead><tr><th scope="col">部分</th><th scope="col">分值</th><th scope="col">得分</th></tr></thead>
        <tbody>
          {scores.parts.map((part) => (
            <tr key={part.label}><th scope="row">{part.label}</th><td>{part.weight}</td><td>{part.score}</td></tr>
          ))}
        </tbody>
      </table>
      <p class="explained">{scores.formula}</p>
    </section>
  );
}

export function Problems({ sheet, mend }: { sheet: Sheet; mend: (own: Problem) => void }) {
  const { problems } = sheet;
  return (
    <section id="problems" tabIndex={-1}>
      <h3>问题</h3>
      <ul class="problems">
        {problems.map((own) => (
          <li class={own.severity} key={`${own.code}${own.key}${own.message}${own.mend?.now ?? ""}`}>
            <a href={`/rules/${own.code}`}>{own.code}</a>{" "}
            {own.key ? <a href={`?at=${encodeURIComponent(own.key)}`}>{titleAt(sheet, own.key) || own.label || own.key}</a> : ""}　{own.message}
            <span class="hint">　{own.hint}</span> <Mend problem={own} mend={mend} />
          </li>
        ))}
        {problems.length === 0 && <li>没有问题。</li>}
      </ul>
    </section>
  );
}

// What is wrong on other sheets: it stands in the way of a build like what is wrong here.
export function Elsewhere({ problems }: { problems: Problem[] }) {
  const [stops, others] = [problems.filter(isStop), problems.filter((own) => !isStop(own))];
  if (!problems.length) return null;
  return (
    <section id="elsewhere" aria-label="别的表里的问题">
      <h3>别的表里的问题</h3>
      {stops.length > 0 && <p class="explained">改好错误才能生成；没有改好的，可以先生成草稿。</p>}
      <Listed problems={stops} />
      {others.length > 0 && (
        <details>
          <summary>别的表里还有警告和提示 {others.length} 处，不挡住生成</summary>
          <Listed problems={others} />
        </details>
      )}
    </section>
  );
}

export function isStop(problem: Problem): boolean {
  return problem.severity === "error";
}

function Listed({ problems }: { problems: Problem[] }) {
  if (!problems.length) return null;
  return (
    <ul class="problems">
      {problems.map((own) => (
        <li class={own.severity} key={`${own.code}${own.file}${own.key}${own.message}`}>
          <strong>{WORDS[own.severity]}</strong>{" "}
          {own.address ? <a href={own.address}>{own.where}</a> : own.where}　{own.message}
          <span class="hint">　{own.hint}</span>
        </li>
      ))}
    </ul>
  );
}
