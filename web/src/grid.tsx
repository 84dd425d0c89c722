// The grid of indicators: click or move to a cell, type, Enter. A block of Excel can be pasted.

import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Cell, Key, Problem, Row, Sheet, Wish } from "./api";
import { merged, table } from "./clipboard";
import { cellTitle, Laid } from "./columns";
import { Pen } from "./draft";
import { Computed, GridCell, levelsOf } from "./grid_cell";
import { halfwidth } from "./halfwidth";
import { path } from "./overlay";
import { pasted } from "./pasted";
import { giveUp, refusalOf, wordsOf } from "./refusals";
import { Rows } from "./rows";
import { say } from "./say";
import { called } from "./titled";
import { Mend } from "./typed";

interface Props {
  laid: Laid;
  at: string; // the key of the cell to go to first
  pen: Pen;
  remove: (row: Row) => void;
  add: (list: Key[], row: Record<string, string>) => void;
  mend: (own: Problem) => void;
}

interface Spot {
  row: number;
  column: number; // of what is shown
}

interface Place extends Spot {
  id: number; // of the row
  isLed: boolean; // keys or an address led there: it is to come into sight. What was clicked is in sight.
}

export function Grid({ laid, at, pen, remove, add, mend }: Props) {
  const { sheet, views } = laid;
  const { save, typing: tell } = pen;
  const rows = useRef(new Rows());
  const ids = useMemo(() => rows.current.ids(sheet.rows.map((row) => row.name)), [sheet]);
  // Where one is goes with its row: an editor beside may put another row above it.
  const [place, setPlace] = useState<Place | null>(() => placed(spotOf(laid, at), ids, true));
  const setSpot = (own: Spot, isLed: boolean) => setPlace(placed(own, ids, isLed));
  const now = place ? ids.indexOf(place.id) : -1;
  const spot: Spot | null = place && { row: now < 0 ? Math.min(place.row, ids.length - 1) : now, column: place.column };
  const [, again] = useState(0);
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

  // The only hand that moves the keyboard: whoever goes to a cell has it there. What is saved when a cell
  // is left goes nowhere, so that neither the page nor the keyboard is taken from where one went.
  useLayoutEffect(() => {
    if (place && spot) (input.current ?? cells.current.get(name(spot)))?.focus({ preventScroll: !place.isLed });
  }, [place]);

  const go = (row: number, column: number, isLed: boolean) => {
    setText(null);
    setSpot({ row: clamp(row, last.row), column: clamp(column, last.column) }, isLed);
  };
  const cellAt = (own: Spot): Cell | undefined => sheet.rows[own.row]?.cells[views[own.column]?.cell ?? -1];

  const letGo = (cell: Cell | undefined) => {
    if (cell && giveUp(cell.keys)) again((turn) => turn + 1);
  };
  const commit = (own: Spot, words: string) => {
    const here = begun.current && now < 0 ? undefined : cellAt(own); // its row may be gone
    const cell = begun.current && here ? { ...here, value: begun.current.value } : here ?? begun.current;
    setText(null);
    if (!cell || wish(cell, words).now === refusalOf(cell)?.words) return; // nothing was mended
    if (words !== cell.value) save([wish(cell, words)]);
    else letGo(cell);
  };

  const rewrite = (cell: Cell | undefined) => { if (cell) setText(wordsOf(cell), cell); };

  const paste = (own: Spot, words: string, html: string) => {
    const { wishes, rows: begun, lost } = pasted(laid, own, merged(html) ?? table(words));
    if (wishes.length) save(wishes);
    begun.forEach(({ list, row }) => add(list, row));
    if (begun.length) say(`粘贴的比表里多 ${begun.length} 行，逐行加在后面，加不上的另行说明`);
    if (lost) say(`有 ${lost} 格没有对应的栏目，没有贴进去`, "fault");
  };

  const onKey = (event: KeyboardEvent, own: Spot) => {
    if (event.isComposing) return;
    const value = typing.current ?? "";
    const isTyping = typing.current !== null;
    const move = (down: number, right: number) => {
      event.preventDefault();
      if (isTyping) commit(own, value);
      go(own.row + down, own.column + right, true);
    };
    if (event.key === "Enter" && event.altKey && isTyping) {
      event.preventDefault();
      setText(`${value}\n`, cellAt(own));
    } else if (event.key === "Enter") {
      if (isTyping) move(event.shiftKey ? -1 : 1, 0);
      else if (cellAt(own)) {
        event.preventDefault();
        rewrite(cellAt(own));
      }
    } else if (event.key === "F2" && !isTyping && cellAt(own)) {
      event.preventDefault();
      rewrite(cellAt(own));
    } else if (event.key === "Tab") {
      const next = own.column + (event.shiftKey ? -1 : 1);
      if (next >= 0 && next <= last.column) move(0, event.shiftKey ? -1 : 1);
      else if (isTyping) commit(own, value);
    } else if (event.key === "Escape") {
      event.preventDefault();
      setText(null);
      letGo(cellAt(own));
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
              <div role="columnheader" class={`cell ${column?.key ?? "computed"} ${view.isBeside ? "beside-form" : ""} ${view.levels && view.levels.length > 1 ? "two" : ""}`} title={column?.help} key={n}>
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
                    pick={() => leave(spot, typing.current, commit, () => go(r, c, false))}
                    key_={(event) => onKey(event, own)}
                  />
                );
              }
              return (
                <GridCell
                  key={c}
                  column={column}
                  title={cellTitle(view, column)}
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
                  pick={() => (spot?.row === r && spot.column === c ? undefined : leave(spot, typing.current, commit, () => go(r, c, false)))}
                  edit={() => { setSpot(own, false); rewrite(cell); }}
                  type={(words) => setText(words, cell)}
                  key_={(event) => onKey(event, own)}
                  paste={(words, html) => paste(own, words, html)}
                  blur={() => { if (typing.current !== null) commit(own, typing.current); }}
                  choose={(words) => { commit(own, words); go(r, c, false); }}
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

function placed(spot: Spot | null, ids: number[], isLed: boolean): Place | null {
  return spot && { ...spot, id: ids[spot.row] ?? -1, isLed };
}

function name(spot: Spot): string {
  return `${spot.row}/${spot.column}`;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

function wish(cell: Cell, now: string): Wish {
  return { keys: cell.keys, was: cell.value, now: halfwidth(cell.keys[cell.keys.length - 1], now), row: cell.row };
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
