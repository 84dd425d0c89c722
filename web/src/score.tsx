// The scores by part, and all problems of the file with the mends that are sure.

import { Problem, Scores } from "./api";
import { Mend } from "./typed";

export function Parts({ scores }: { scores: Scores }) {
  return (
    <section>
      <h3>得分</h3>
      <table>
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

export function Problems({ problems, mend }: { problems: Problem[]; mend: (own: Problem) => void }) {
  return (
    <section id="problems">
      <h3>问题</h3>
      <ul class="problems">
        {problems.map((own) => (
          <li class={own.severity} key={`${own.code}${own.key}${own.message}`}>
            <a href={`/rules/${own.code}`}>{own.code}</a>{" "}
            {own.key ? <a href={`?at=${encodeURIComponent(own.key)}`}>{own.key}</a> : ""}　{own.message}
            <span class="hint">　{own.hint}</span> <Mend problem={own} mend={mend} />
          </li>
        ))}
        {problems.length === 0 && <li>没有问题。</li>}
      </ul>
    </section>
  );
}
