// A cell of the grid: typed into, chosen from a list, or worked out.

import { useState } from "preact/hooks";
import { Cell, Column, Problem, Row } from "./api";
import { Laid, SCORE, View } from "./columns";
import { path } from "./overlay";
import { refusalOf } from "./refusals";
import { called, named } from "./titled";
import { Mend } from "./typed";

const COMPUTED = "得分";
const WANTED = "没有得满分，请填写原因";

// What is worked out: it can be gone to, and is never typed.
export function Computed({ laid, row, view, isHere, hold, pick, key_ }: {
  laid: Laid; row: Row; view: View; isHere: boolean; hold: CellProps["hold"]; pick: () => void; key_: CellProps["key_"];
}) {
  const isScore = view.said === SCORE;
  const words = isScore ? row.computed.score : laid.said.get(path(row.keys))?.said[view.said];
  return (
    <div
      role="gridcell"
      aria-label={named(isScore ? COMPUTED : view.title, called(row))}
      aria-readonly="true"
      tabIndex={isHere ? 0 : -1}
      class={`cell computed ${isScore && row.wants_reason ? "wants" : ""}`}
      title={isScore ? `${row.computed.formula}\n${row.computed.basis}` : ""}
      ref={hold}
      onClick={pick}
      onKeyDown={key_}
    >
      {words || "—"}
    </div>
  );
}

interface Level {
  words: string; // blank where it goes on from the row above
  isJoined: boolean;
}

// A class that goes on from the row above is not said again, as on the form.
export function levelsOf(laid: Laid, at: number, view: View): Level[] {
  const known = (row: number) => {
    const own = laid.sheet.rows[row];
    return own && laid.said.get(path(own.keys));
  };
  const here = laid.sheet.rows[at];
  const above = laid.sheet.rows[at - 1];
  return (view.levels ?? []).map(({ level }) => {
    const words = known(at)?.levels[level] ?? "";
    const classOf = (row?: Row) => (row?.cells[view.cell]?.value ?? "").split("/").slice(0, level + 1).join("/");
    const isJoined = !words && above !== undefined && classOf(above) === classOf(here);
    return { words, isJoined };
  });
}

export interface CellProps {
  levels?: Level[] | undefined; // of a class, as the form prints them
  column: Column;
  title: string; // over the column
  row: Row;
  cell: Cell;
  problems: Problem[];
  isHere: boolean;
  isWayIn: boolean; // where the Tab key enters the grid
  text: string | null;
  choices: string[];
  input: { current: HTMLTextAreaElement | null };
  hold: (element: HTMLElement | null) => void;
  pick: () => void;
  edit: () => void;
  type: (words: string) => void;
  key_: (event: KeyboardEvent) => void;
  paste: (words: string, html: string) => void;
  blur: () => void;
  choose: (words: string) => void;
  wantsReason: boolean; // points were taken off, and nothing says why
  mend: (own: Problem) => void;
}

export function GridCell(props: CellProps) {
  const { column, title, row, cell, problems, isHere, text, choices, wantsReason, levels } = props;
  const worst = problems.find((own) => own.severity === "error") ?? problems[0];
  const offered = text === null ? [] : choices.filter((own) => own.includes(text) || text === cell.value);
  const [lit, setLit] = useState(-1); // which of the choices the arrow keys are at
  const name = named(title, called(row));
  const refused = refusalOf(cell);
  const why = `wrong-${cell.keys.join("-")}`;
  const list = `choices-${cell.keys.join("-")}`;
  const onKey = (event: KeyboardEvent) => {
    const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const chosen = offered[lit];
    if (way && offered.length && !event.isComposing) {
      event.preventDefault();
      setLit(lit < 0 && way < 0 ? offered.length - 1 : (lit + way + offered.length) % offered.length);
    } else if (event.key === "Enter" && chosen !== undefined && !event.isComposing) {
      event.preventDefault();
      setLit(-1);
      props.choose(chosen);
    } else {
      if (way === 0) setLit(-1);
      props.key_(event);
    }
  };
  return (
    <div
      role="gridcell"
      aria-label={name}
      aria-selected={isHere}
      aria-invalid={worst?.severity === "error" || refused !== undefined || undefined}
      aria-describedby={refused ? why : undefined}
      tabIndex={props.isWayIn ? 0 : -1}
      class={`cell ${column.key} ${worst ? worst.severity : ""} ${isHere ? "here" : ""} ${wantsReason ? "wants" : ""} ${problems.some((own) => own.mend) ? "mended" : ""} ${levels?.[0]?.isJoined ? "joined" : ""} ${levels && levels.length > 1 ? "two" : ""} ${cell.waits ? "waits" : ""}`}
      title={worst ? `${worst.message} ${worst.hint}` : wantsReason ? WANTED : column.help}
      ref={props.hold}
      onClick={props.pick}
      onDblClick={props.edit}
      onFocus={(event) => {
        if (event.target !== event.currentTarget) return;
        if (isHere) props.input.current?.focus({ preventScroll: true });
        else props.pick();
      }}
    >
      {levels?.map((own, n) => <span class={own.isJoined ? "level joined" : "level"} data-words={own.words} key={n} />)}
      <span class={`value ${text === null ? "" : "under"} ${levels ? "unseen" : ""}`}>{refused?.words ?? cell.value}</span>
      {refused && <span class="wrong" id={why}>{refused.message}</span>}
      {cell.waits && <span class="unsaved">还没有保存</span>}
      {wantsReason && !cell.value && text === null && <span class="asked">{WANTED}</span>}
      {text === null && problems.map((own) => <Mend problem={own} mend={props.mend} isSmall key={own.code + (own.mend?.now ?? "")} />)}
      {isHere && (
        <textarea
          rows={1}
          class={text === null ? "editor idle" : "editor"}
          aria-label={`填写 ${name}`}
          aria-invalid={refused !== undefined || undefined}
          aria-describedby={refused ? why : undefined}
          ref={props.input}
          value={text ?? ""}
          onInput={(event) => props.type((event.target as HTMLTextAreaElement).value)}
          aria-activedescendant={lit >= 0 && offered.length ? `${list}-${lit}` : undefined}
          onKeyDown={onKey}
          onPaste={(event) => {
            const words = event.clipboardData?.getData("text/plain") ?? "";
            if (text === null || /[\t\n]/.test(words.trimEnd())) {
              event.preventDefault();
              props.paste(words, event.clipboardData?.getData("text/html") ?? "");
            }
          }}
          onCopy={(event) => {
            if (text !== null) return;
            event.preventDefault();
            event.clipboardData?.setData("text/plain", refused?.words ?? cell.value);
          }}
          onBlur={(event) => {
            // Its own cell hands the keyboard back: it was not left.
            if (event.relatedTarget !== event.currentTarget.parentElement) props.blur();
          }}
        />
      )}
      {isHere && offered.length > 0 && (
        <ul role="listbox" aria-label={`可选的${title}`} class="choices">
          {offered.map((own, n) => (
            <li
              role="option"
              id={`${list}-${n}`}
              key={own}
              class={n === lit ? "lit" : ""}
              ref={(element) => { if (n === lit) element?.scrollIntoView({ block: "nearest" }); }}
              aria-selected={own === cell.value}
              onMouseDown={(event) => { event.preventDefault(); props.choose(own); }}
            >
              {own}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
