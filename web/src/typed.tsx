// A short field: a line, or a list where only some words can stand; its problems stand below it.

import { Cell, Problem } from "./api";
import { hold } from "./block";
import { Pen, useDraft } from "./draft";

export function Typed({ cell, label, help, pen, usual }: { cell: Cell; label: string; help: string; pen: Pen; usual?: string }) {
  const draft = useDraft(cell, pen);
  const typed = (event: Event) => (event.target as HTMLInputElement).value;
  const why = `wrong-${cell.keys.join("-")}`;
  return (
    <>
    <input
      ref={(own) => hold(own, { cell })}
      aria-invalid={draft.wrong !== "" || undefined}
      aria-describedby={draft.wrong ? why : undefined}
      aria-label={label}
      title={help}
      placeholder={usual ?? ""}
      value={draft.words}
      data-touched={draft.isTouched || undefined}
      class={cell.waits ? "waits" : undefined}
      onInput={(event) => draft.type(typed(event))}
      onBlur={(event) => draft.commit(typed(event))}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === "Enter") draft.commit(typed(event));
        if (event.key === "Escape") draft.leave();
      }}
    />
    {draft.wrong && <span class="wrong" id={why}>{draft.wrong}</span>}
    </>
  );
}

export function Choice({ cell, label, choices, usual, pen, labels }: {
  cell: Cell; label: string; choices: string[]; usual: string; pen: Pen; labels?: Record<string, string> | undefined;
}) {
  return (
    <select
      aria-label={label}
      value={cell.value}
      onChange={(event) => {
        const now = (event.target as HTMLSelectElement).value;
        if (now !== cell.value) pen.save([{ keys: cell.keys, was: cell.value, now, row: cell.row }]);
      }}
    >
      <option value="">{usual}</option>
      {choices.filter((own) => own === cell.value || (labels?.[own] ?? own) !== usual).map((own) => <option value={own} key={own}>{labels?.[own] ?? own}</option>)}
    </select>
  );
}

const BLANK = "C01"; // at its own field nothing more is to be said than that it is blank

export function Faults({ problems, mend }: { problems: Problem[]; mend: (own: Problem) => void }) {
  if (!problems.length) return null;
  return (
    <ul class="problems at">
      {problems.map((own) => (
        <li class={own.severity} key={own.code + own.message + (own.mend?.now ?? "")}>
          {own.message}
          {own.code !== BLANK && <span class="hint">　{own.hint}</span>} <Mend problem={own} mend={mend} />
        </li>
      ))}
    </ul>
  );
}

// In a cell the button keeps to its edge: a click on the middle is for the cell.
export function Mend({ problem, mend, isSmall }: { problem: Problem; mend: (own: Problem) => void; isSmall?: boolean }) {
  if (!problem.mend) return null;
  const words = problem.mend.said;
  return (
    <button type="button" class={isSmall ? "mend edge" : "mend"} aria-label={words} title={words} onClick={(event) => { event.stopPropagation(); mend(problem); }}>
      {isSmall ? "" : words}
    </button>
  );
}
