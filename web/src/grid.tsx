// The grid of indicators: click or move to a cell, type, Enter. A block of Excel can be pasted.

import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Cell, Column, Problem, Row, Sheet, Wish } from "./api";
import { Laid, SCORE, View } from "./columns";
import { Pen } from "./draft";
import { path } from "./overlay";
import { Rows } from "./rows";
import { Mend } from "./typed";

interface Props {
  laid: Laid;
  at: string; // the key of the cell to go to first
  pen: Pen;
  remove: (row: Row) => void;
  mend: (own: Problem) => void;
}

interface Spot {
  row: number;
  column: number; // of what is shown
}

interface Place extends Spot {
  id: number; // of the row
}

const COMPUTED = "得分";
const WANTED = "没有得满分，请填写原因";

export function Grid({ laid, at, pen, remove, mend }: Props) {
  const { sheet, views } = laid;
  const { save, typing: tell } = pen;
  const rows = useRef(new Rows());
  const ids = useMemo(() => rows.current.ids(sheet.rows.map((row) => row.name)), [sheet]);
  // Where one is goes with its row: an editor beside may put another row above it.
  const [place, setPlace] = useState<Place | null>(() => placed(spotOf(laid, at), ids));
  const setSpot = (own: Spot) => setPlace(placed(own, ids));
  const now = place ? ids.indexOf(place.id) : -1;
  const spot: Spot | null = place && { row: now < 0 ? Math.min(place.row, ids.length - 1) : now, column: place.column };
  const [text, show] = useState<string | null>(null); // what is being typed; null: nothing
  // What a cell loses on its way out of sight must not be saved a second time.
  const typing = useRef<string | null>(null);
  // The cell as it was when typing began: what came meanwhile is never overwritten unseen.
  const begun = useRef<Cell | null>(null);
  const setText = (words: string | null, cell?: Cell) => {
    if (words === null) begun.current = null;
    else if (typing.current === null) begun.current = cell ?? null;
    if (words === null && typing.current !== null) tell(null);
    typing.current = words;
    show(words);
    // Scores follow each letter; of a row that is gone there are none.
    if (words !== null && cell && begun.current) tell({ ...wish(cell, words), was: begun.current.value });
  };
  const cells = useRef(new Map<string, HTMLElement>());
  const input = useRef<HTMLTextAreaElement>(null);
  const last = { row: sheet.rows.length - 1, column: views.length - 1 };

  useLayoutEffect(() => {
    if (spot && text === null) (input.current ?? cells.current.get(name(spot)))?.focus();
  }, [place, text === null]);

  const go = (row: number, column: number) => {
    setText(null);
    setSpot({ row: clamp(row, last.row), column: clamp(column, last.column) });
  };
  const cellAt = (own: Spot): Cell | undefined => sheet.rows[own.row]?.cells[views[own.column]?.cell ?? -1];

  const commit = (own: Spot, words: string) => {
    const here = begun.current && now < 0 ? undefined : cellAt(own); // its row may be gone
    const cell = begun.current && here ? { ...here, value: begun.current.value } : here ?? begun.current;
    setText(null);
    if (cell && words !== cell.value) save([wish(cell, words)]);
  };

  const paste = (own: Spot, words: string) => {
    const block = table(words);
    const wishes: Wish[] = [];
    block.forEach((line, down) =>
      line.forEach((said, right) => {
        const cell = cellAt({ row: own.row + down, column: own.column + right });
        if (cell && cell.value !== said) wishes.push(wish(cell, said));
      }),
    );
    if (wishes.length) save(wishes);
  };

  const onKey = (event: KeyboardEvent, own: Spot) => {
    if (event.isComposing) return;
    const value = typing.current ?? "";
    const isTyping = typing.current !== null;
    const move = (down: number, right: number) => {
      event.preventDefault();
      if (isTyping) commit(own, value);
      go(own.row + down, own.column + right);
    };
    if (event.key === "Enter" && event.altKey && isTyping) {
      event.preventDefault();
      setText(`${value}\n`, cellAt(own));
    } else if (event.key === "Enter") {
      if (isTyping) move(event.shiftKey ? -1 : 1, 0);
      else if (cellAt(own)) {
        event.preventDefault();
        setText(cellAt(own)?.value ?? "", cellAt(own));
      }
    } else if (event.key === "F2" && !isTyping && cellAt(own)) {
      event.preventDefault();
      setText(cellAt(own)?.value ?? "", cellAt(own));
    } else if (event.key === "Tab") {
      const next = own.column + (event.shiftKey ? -1 : 1);
      if (next >= 0 && next <= last.column) move(0, event.shiftKey ? -1 : 1);
      else if (isTyping) commit(own, value);
    } else if (event.key === "Escape" && isTyping) {
      event.preventDefault();
      setText(null);
    } else if (event.key === "Delete" && !isTyping && cellAt(own)) {
      event.preventDefault();
      commit(own, "");
    } else if (!isTyping && event.key.startsWith("Arrow")) {
      const ways: Record<string, [number, number]> = {
        ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
      };
      const way = ways[event.key];
      if (way) move(way[0], way[1]);
    } else if (!isTyping && event.key === "Home") move(0, -own.column);
    else if (!isTyping && event.key === "End") move(0, last.column - own.column);
  };

  return (
    <div class="scroll">
      <div role="grid" aria-label="绩效指标" aria-rowcount={sheet.rows.length + 1} class="grid">
        <div role="row" class="row head">
          {views.map((view, n) => {
            const column = sheet.columns[view.cell];
            return (
              <div role="columnheader" class={`cell ${column?.key ?? "computed"} ${view.isBeside ? "beside-form" : ""}`} title={column?.help} key={n}>
                {view.levels ? view.levels.map((own) => <span class="level" key={own.level}>{own.heading}</span>) : view.title}
              </div>
            );
          })}
          <div role="columnheader" class="cell act">删除</div>
        </div>
        {sheet.rows.map((row, r) => (
          <div role="row" class="row" key={ids[r]}>
            {views.map((view, c) => {
              const own = { row: r, column: c };
              const column = sheet.columns[view.cell];
              const cell = row.cells[view.cell];
              if (!column || !cell) {
                return (
                  <Computed
                    key={c} laid={laid} row={row} view={view} isHere={spot?.row === r && spot.column === c}
                    hold={(element) => hold(cells.current, own, element)}
                    pick={() => leave(spot, typing.current, commit, () => go(r, c))}
                    key_={(event) => onKey(event, own)}
                  />
                );
              }
              return (
                <GridCell
                  key={c}
                  column={column}
                  levels={view.levels && laid.said.has(path(row.keys)) ? levelsOf(laid, r, view) : undefined}
                  row={row}
                  cell={cell}
                  problems={problemsAt(sheet, cell)}
                  isHere={spot?.row === r && spot.column === c}
                  isWayIn={!spot && r === 0 && c === 0}
                  text={spot?.row === r && spot.column === c ? text : null}
                  choices={column.key === "class" ? sheet.classes : column.choices}
                  input={input}
                  hold={(element) => hold(cells.current, own, element)}
                  pick={() => (spot?.row === r && spot.column === c ? undefined : leave(spot, typing.current, commit, () => go(r, c)))}
                  edit={() => { setSpot(own); setText(cell.value, cell); }}
                  type={(words) => setText(words, cell)}
                  key_={(event) => onKey(event, own)}
                  paste={(words) => paste(own, words)}
                  blur={() => { if (typing.current !== null) commit(own, typing.current); }}
                  choose={(words) => { commit(own, words); go(r, c); }}
                  wantsReason={row.wants_reason && column.key === "reason"}
                  mend={mend}
                />
              );
            })}
            <div role="gridcell" aria-label={`删除 ${called(row)}`} class="cell act">
              <button type="button" aria-label={`删除 ${called(row)}`} onClick={() => remove(row)}>×</button>
            </div>
          </div>
        ))}
      </div>
      <Explained laid={laid} spot={spot} mend={mend} />
    </div>
  );
}

// What is worked out: it can be gone to, and is never typed.
function Computed({ laid, row, view, isHere, hold, pick, key_ }: {
  laid: Laid; row: Row; view: View; isHere: boolean; hold: CellProps["hold"]; pick: () => void; key_: CellProps["key_"];
}) {
  const isScore = view.said === SCORE;
  const words = isScore ? row.computed.score : laid.said.get(path(row.keys))?.said[view.said];
  return (
    <div
      role="gridcell"
      aria-label={`${isScore ? COMPUTED : view.title} ${called(row)}`}
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
function levelsOf(laid: Laid, at: number, view: View): Level[] {
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

interface CellProps {
  levels?: Level[] | undefined; // of a class, as the form prints them
  column: Column;
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
  paste: (words: string) => void;
  blur: () => void;
  choose: (words: string) => void;
  wantsReason: boolean; // points were taken off, and nothing says why
  mend: (own: Problem) => void;
}

function GridCell(props: CellProps) {
  const { column, row, cell, problems, isHere, text, choices, wantsReason, levels } = props;
  const worst = problems.find((own) => own.severity === "error") ?? problems[0];
  const offered = text === null ? [] : choices.filter((own) => own.includes(text) || text === cell.value);
  const [lit, setLit] = useState(-1); // which of the choices the arrow keys are at
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
      aria-label={`${column.title} ${called(row)}`}
      aria-selected={isHere}
      aria-invalid={worst?.severity === "error" || undefined}
      tabIndex={props.isWayIn ? 0 : -1}
      class={`cell ${column.key} ${worst ? worst.severity : ""} ${isHere ? "here" : ""} ${wantsReason ? "wants" : ""} ${problems.some((own) => own.mend) ? "mended" : ""} ${levels?.[0]?.isJoined ? "joined" : ""}`}
      title={worst ? `${worst.message} ${worst.hint}` : wantsReason ? WANTED : column.help}
      ref={props.hold}
      onClick={props.pick}
      onDblClick={props.edit}
      onFocus={(event) => {
        if (event.target !== event.currentTarget) return;
        if (isHere) props.input.current?.focus();
        else props.pick();
      }}
    >
      {levels?.map((own, n) => <span class={own.isJoined ? "level joined" : "level"} data-words={own.words} key={n} />)}
      <span class={`value ${text === null ? "" : "under"} ${levels ? "unseen" : ""}`}>{cell.value}</span>
      {wantsReason && !cell.value && text === null && <span class="asked">{WANTED}</span>}
      {text === null && problems.map((own) => <Mend problem={own} mend={props.mend} isSmall key={own.code} />)}
      {isHere && (
        <textarea
          rows={1}
          class={text === null ? "editor idle" : "editor"}
          aria-label={`填写 ${column.title} ${called(row)}`}
          ref={props.input}
          value={text ?? ""}
          onInput={(event) => props.type((event.target as HTMLTextAreaElement).value)}
          aria-activedescendant={lit >= 0 && offered.length ? `${list}-${lit}` : undefined}
          onKeyDown={onKey}
          onPaste={(event) => {
            const words = event.clipboardData?.getData("text/plain") ?? "";
            if (text === null || /[\t\n]/.test(words.trimEnd())) {
              event.preventDefault();
              props.paste(words);
            }
          }}
          onCopy={(event) => {
            if (text !== null) return;
            event.preventDefault();
            event.clipboardData?.setData("text/plain", cell.value);
          }}
          onBlur={props.blur}
        />
      )}
      {isHere && offered.length > 0 && (
        <ul role="listbox" aria-label={`可选的${column.title}`} class="choices">
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

function Explained({ laid, spot, mend }: { laid: Laid; spot: Spot | null; mend: (own: Problem) => void }) {
  const { sheet, views } = laid;
  const row = spot ? sheet.rows[spot.row] : undefined;
  if (!spot || !row) {
    return <p class="explained">点一格填写，方向键移动，Enter 改写；从 Excel 复制的一块可以直接粘贴。</p>;
  }
  const { score, formula, basis } = row.computed;
  const cell = row.cells[views[spot.column]?.cell ?? -1];
  const problems = cell ? problemsAt(sheet, cell) : [];
  return (
    <div class="explained" aria-live="polite">
      <p>
        <strong>{called(row)}</strong>：得分 {score || "（没有）"}　{formula}　{basis ? `依据：${basis}` : ""}
        {row.wants_reason ? "　没有得满分，请填写原因。" : ""}
      </p>
      {problems.map((own) => (
        <p class={own.severity} key={own.code + own.message}>
          {own.message}<span class="hint">　{own.hint}</span> <Mend problem={own} mend={mend} />
        </p>
      ))}
    </div>
  );
}

// A row that has no name yet is called by its class.
function called(row: Row): string {
  return row.name || `${row.cells[0]?.value ?? ""}（未命名）`;
}

function hold(cells: Map<string, HTMLElement>, spot: Spot, element: HTMLElement | null): void {
  if (element) cells.set(name(spot), element);
  else cells.delete(name(spot));
}

function leave(
  spot: Spot | null, text: string | null, commit: (own: Spot, words: string) => void, then: () => void,
): void {
  if (spot && text !== null) commit(spot, text);
  then();
}

function placed(spot: Spot | null, ids: number[]): Place | null {
  return spot && { ...spot, id: ids[spot.row] ?? -1 };
}

function name(spot: Spot): string {
  return `${spot.row}/${spot.column}`;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

function wish(cell: Cell, now: string): Wish {
  return { keys: cell.keys, was: cell.value, now, row: cell.row };
}

function problemsAt(sheet: Sheet, cell: Cell): Problem[] {
  return sheet.problems.filter((own) => own.key === cell.key);
}

function spotOf({ sheet, views }: Laid, key: string): Spot | null {
  if (!key) return null;
  for (const [row, own] of sheet.rows.entries()) {
    const at = own.cells.findIndex((cell) => cell.key === key);
    if (at >= 0) return { row, column: views.findIndex((view) => view.cell === at) };
  }
  const owner = sheet.rows.findIndex((own) => own.cells.some((cell) => cell.key.startsWith(`${key}.`)));
  return owner >= 0 ? { row: owner, column: 0 } : null;
}

// Cut what Excel puts on the clipboard into lines and cells; quoted cells may hold line ends.
export function table(words: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const text = words.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let n = 0; n < text.length; n += 1) {
    const sign = text[n] ?? "";
    if (quoted) {
      if (sign === '"' && text[n + 1] === '"') { cell += '"'; n += 1; }
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") { rows[rows.length - 1]?.push(cell); cell = ""; }
    else if (sign === "\n") { rows[rows.length - 1]?.push(cell); rows.push([]); cell = ""; }
    else cell += sign;
  }
  rows[rows.length - 1]?.push(cell);
  return rows;
}
