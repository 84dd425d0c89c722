// 填报: the whole form of a subject; every change is saved at once, and can be taken back.

import { render } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { FormPart, get, Key, Problem, Row, RowOfTexts, Saved, Sheet, Tried, Wish } from "./api";
import { Attempt } from "./attempt";
import { pasteBlock } from "./block";
import { laidOut } from "./columns";
import { askAgain, tellRefused, tellStopped } from "./contested";
import { Pen } from "./draft";
import { Drafts, NewRow } from "./drafts";
import { Funds } from "./funds";
import { Grid } from "./grid";
import { Journal, Step } from "./journal";
import { guardLeaving } from "./leaving";
import { isSame, Line } from "./line";
import { startLacking, startNewProject } from "./new_project";
import { NewIndicator } from "./new_indicator";
import { path, withTried, withWishes } from "./overlay";
import { PlacedTables } from "./placed";
import { Printed } from "./printed";
import { giveUp, keepRefused } from "./refusals";
import { startMend } from "./problems";
import { fault, say, words } from "./say";
import { Elsewhere, isStop, Parts, Problems } from "./score";
import { Steps } from "./steps";
import { Around, Rows, Sections, Texts } from "./texts";
import { tellTurned } from "./turned";
import { placeOf } from "./titled";
import { useWording, withWording } from "./wording";

const PAUSE = 2000; // how often it is looked whether an editor beside changed the file

export function startFill(data: DOMStringMap): void {
  const place = document.getElementById("sheet");
  startLacking(data["dossier"] ?? "");
  if (!place) {
    startMend(`/api/d/${data["dossier"]}`);
    return;
  }
  const base = `/api/d/${data["dossier"]}/s/${encodeURIComponent(data["subject"] ?? "")}`;
  const at = new URLSearchParams(window.location.search).get("at") ?? "";
  place.replaceChildren();
  startNewProject(data["dossier"] ?? "");
  render(<Form base={base} at={at} />, place);
}

function Form({ base, at }: { base: string; at: string }) {
  const [known, setSheet] = useState<Sheet | null>(null); // as the server said last
  const [tried, setTried] = useState<Tried | null>(null); // while somebody types
  const [turn, setTurn] = useState(0);
  const [journal] = useState(() => new Journal(base));
  const isTyping = useRef(false);
  const shownNow = useRef<Sheet | null>(null); // by which places are called
  const turns = useRef<boolean[]>([]); // steps back and forth that wait for the server
  const [trouble, setTrouble] = useState(""); // stays until the server answers again
  const [attempt] = useState(() => new Attempt(base, setTried));
  const [drafts] = useState(() => new Drafts(base));

  const look = () => {
    const turn = line.turn;
    return get<Sheet>(base)
      .then((found) => {
        setTrouble("");
        setSheet((now) => (line.turn !== turn || line.isBusy || (now && isSame(now, found)) ? now : found));
      })
      .catch((error: unknown) => setTrouble(words(error)));
  };

  const moved = () => {
    drafts.wait(line.wishes, line.rows);
    setTurn((own) => own + 1);
  };
  const [line] = useState(() => new Line(base, {
    answered: (saved) => {
      setTrouble("");
      if (saved.sheet) setSheet(saved.sheet);
      if (!isTyping.current) setTried(null);
      saved.problems.forEach((own) => say(`${own.message}。${own.hint}`, "fault"));
      moved();
      if (line.isBusy) return;
      const next = turns.current.shift();
      if (next !== undefined) step(next);
      else void look(); // Scores came at once; problems take longer to look for.
    },
    refused: (error) => {
      turns.current = [];
      fault(error);
      setTried(null);
      moved();
      if (!line.isBusy) void look();
    },
    held: (error, waiting) => setTrouble(`${error.message}。有 ${waiting} 处还没有保存，请不要关这一页，好了以后会自动保存`),
  }));

  useEffect(() => {
    Promise.all([drafts.taken(), get<Sheet>(base)]).then(([left, found]) => {
      setSheet(found);
      const { rows, begun } = left;
      // What was on its way when the page was left may be there: it can be undone, and is not sent again.
      const arrived = left.wishes.filter((own) => placeOf(found, own.keys)?.cell.value === own.now);
      const wishes = left.wishes.filter((own) => !arrived.includes(own));
      if (arrived.length) journal.take({ kind: "cells", wishes: arrived });
      const count = wishes.length + rows.length;
      if (count) say(`上次有 ${count} 处没有来得及保存，现在补上`);
      if (wishes.length) run({ kind: "cells", wishes });
      rows.forEach((own) => add(own.list, own.row, own.unit));
      askAgain(base, (wishes) => run({ kind: "cells", wishes }));
      const words = Object.values(begun).filter(Boolean);
      if (words.length) say(`上次在新的一行里写了${words.map((own) => `“${own}”`).join("、")}，还没有加进去，留在原处`);
    }).catch(fault);
    const timer = window.setInterval(() => {
      drafts.keep();
      if (line.isBusy) void line.run();
      else if (!document.hidden) void look();
    }, PAUSE);
    const unguard = guardLeaving(line);
    return () => {
      window.clearInterval(timer);
      unguard();
    };
  }, [base]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isUndo = key === "z" && !event.shiftKey;
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      // In a field that is being typed into the letters are taken back one by one.
      const inside = (event.target as HTMLElement).closest?.("[data-touched], form input, .offers input");
      if ((isUndo || isRedo) && !inside) {
        event.preventDefault();
        step(isUndo);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  const ask = (address: string, body: unknown, wishes: Wish[], done: (saved: Saved) => void, row?: NewRow) => {
    line.put({ address, body, wishes, done, ...(row ? { row } : {}) });
    moved();
  };

  const [steps] = useState(() => new Steps(journal, {
    ask,
    refused: (own, saved) => {
      if (own.kind === "cells") keepRefused(saved.refused, own.wishes);
      if (own.kind === "cells") tellRefused(base, shownNow.current, saved.refused, own.wishes, (wishes) => run({ kind: "cells", wishes }));
      else saved.refused.forEach((one) => say(own.kind === "add" ? `${one.message}，没有加上“${own.label}”这一行` : one.message, "fault"));
    },
    stopped: (own) => {
      if (own) turns.current = [];
      tellStopped(shownNow.current, own, () => setTurn((now) => now + 1));
    },
    changed: (saved) => {
      if (saved.followed) say(`别处的引用也跟着改了 ${saved.followed} 处`);
    },
  }));
  const run = (own: Step) => steps.run(own);
  const add = (list: Key[], row: Record<string, string>, unit?: string) => {
    const label = Object.values(row).find(Boolean) ?? "";
    run({ kind: "add", list, row: named(row), keys: [], label: row["name"] ?? label, unit });
  };
  const step = (isUndo: boolean) => {
    if (line.isBusy) { // what is being saved is taken back once it is known that it was
      turns.current.push(isUndo);
      return;
    }
    steps.step(isUndo);
  };

  // A field that is no cell of the grid is gone to here.
  useEffect(() => {
    const field = at && document.getElementById(`at-${at}`);
    if (!field) return;
    field.scrollIntoView({ block: "center" });
    field.querySelector<HTMLElement>("input, select, [contenteditable]")?.focus();
  }, [known === null]);

  // What was typed shows at once, and is gone again where it was not taken.
  const wording = useWording(base, known?.digest);
  const sheet = useMemo(() => known && withWording(withTried(withWishes(known, line.wishes), tried), wording), [known, turn, tried, wording]);
  const shown = useMemo(() => {
    const known = new Map((sheet?.figures ?? []).map((own) => [own.name, own.shown]));
    return (name: string) => sheet?.quoted[name] ?? known.get(name) ?? "";
  }, [sheet?.figures, sheet?.quoted]);
  shownNow.current = sheet;
  if (!sheet) return trouble ? <p role="alert" class="trouble">{trouble}</p> : <p>正在打开……</p>;
  const save = (wishes: Wish[]) => {
    wishes.forEach((own) => giveUp(own.keys));
    // What was saved before it counts: an undo that was on its way has given the amounts back by then.
    steps.run({ kind: "cells", wishes }, () => tellTurned(shownNow.current?.funds ?? null, wishes, save));
  };
  const typing = (wish: Wish | null) => {
    drafts.type(wish ? [wish] : []);
    isTyping.current = wish !== null;
    if (wish) attempt.type([...line.wishes, wish]);
    else {
      attempt.end();
      // What is saved now keeps its scores until they come with the answer.
      window.setTimeout(() => { if (!line.isBusy && !isTyping.current) setTried(null); }, 0);
    }
  };
  const pen: Pen = { save, typing };
  const remove = (list: Key[], row: RowOfTexts) =>
    run({ kind: "remove", list, row: {}, keys: row.keys, label: row.label });
  const paste = (event: ClipboardEvent) => pasteBlock(event, sheet, { save, add });
  const mend = (own: Problem) => {
    const row = sheet.rows.find((one) => one.cells.some((cell) => cell.key === own.key));
    if (own.mend) save([{ ...own.mend, row: row?.name ?? "" }]);
  };
  const around: Around = {
    pen, base, drafts, placed: sheet.placed.map((own) => own.name).filter(Boolean), figures: sheet.figures, shown, mend, problemsAt: (key) => sheet.problems.filter((own) => own.key === key),
  };
  const errors = sheet.problems.filter(isStop).length;
  const stops = sheet.elsewhere.filter(isStop);
  const removeRow = (row: Row) => remove(row.keys.slice(0, -1), { keys: row.keys, label: row.name, cells: [] });
  const hasForm = sheet.form.length > 0;
  const hasGrid = sheet.form.some((own) => own.kind === "indicators");
  // What is filled in on the form is not asked for a second time below it.
  const onForm = new Set(sheet.fields.map((own) => path(own.keys)));
  const isOnForm = (own: { keys: Key[] }) => onForm.has(path(own.keys));
  const left = <T extends { keys: Key[] }>(fields: T[]): T[] => fields.filter((own) => !isOnForm(own));
  const lists = sheet.lists
    .map((own) => ({ ...own, rows: own.rows.map((row) => ({ ...row, cells: left(row.cells) })) }))
    .filter((own) => own.first || own.rows.some((row) => row.cells.length));
  const grid = (part?: FormPart) => (
    <section class="indicators" id="indicators" tabIndex={-1}>
      <h3>绩效指标</h3>
      <Grid key={sheet.id} laid={laidOut(sheet, part)} at={at} pen={pen} remove={removeRow} add={add} mend={mend} />
      <NewIndicator classes={sheet.classes} lists={sheet.row_lists} drafts={drafts} add={add} />
    </section>
  );

  return (
    <div class={trouble ? "form held" : "form"} onPasteCapture={paste}>
      {trouble && <p role="alert" class="trouble">{trouble}</p>}
      <div class="bar">
        <h2>{sheet.title}</h2>
        {sheet.funds && (
          <output role="status" aria-label="总分" class="total" title={sheet.scores.formula}>
            {sheet.scores.total || (sheet.scores.is_scored === false ? "（本方案不计分）" : "（还不能计分）")} {sheet.scores.grade}
          </output>
        )}
        <button type="button" disabled={!journal.canUndo && !line.isBusy} onClick={() => step(true)} title="Ctrl+Z">撤销</button>
        <button type="button" disabled={!journal.canRedo} onClick={() => step(false)} title="Ctrl+Y">重做</button>
        <a class="counts" href="#problems">错误 {errors}，其余 {sheet.problems.length - errors}</a>
        {stops.length > 0 && <a class="counts error" href="#elsewhere">别的表里 {stops.length} 处挡住生成</a>}
      </div>
      {hasForm && (
        <section class="issued-form" aria-label="表样">
          <Printed parts={sheet.form} sheet={sheet} around={around} add={add} remove={remove} grid={grid} />
        </section>
      )}
      {hasForm && <h3 class="rest">表上不印、写报告和核对要用的</h3>}
      <Texts title="基本信息" fields={left(sheet.texts)} around={around} />
      {sheet.funds && <Funds funds={sheet.funds} around={around} add={add} remove={remove} isOnForm={isOnForm} />}
      <Texts title="表上另有的栏目" fields={left(sheet.own)} around={around} />
      <Texts title="年度目标" fields={left(sheet.goals)} around={around} />
      {lists.filter((own) => own.keys[0] === "goals").map((own) => (
        <Rows key={path(own.keys)} list={own} around={around} add={add} remove={remove} />
      ))}
      {sheet.funds && !hasGrid && grid()}
      {sheet.tables.length > 0 && (
        <section aria-label="表上另有的表">
          <Printed parts={sheet.tables} sheet={sheet} around={around} add={add} remove={remove} />
        </section>
      )}
      <Texts title="资金和结果的说明" fields={left(sheet.prose)} around={around} />
      {lists.filter((own) => own.keys[0] !== "goals").map((own) => (
        <Rows key={path(own.keys)} list={own} around={around} add={add} remove={remove} />
      ))}
      {(sheet.sections.length > 0 || sheet.placed.length > 0) && (
        <PlacedTables placed={sheet.placed} around={around} add={add} remove={remove} />
      )}
      <Sections sections={sheet.sections} around={around} />
      {sheet.funds && <Parts scores={sheet.scores} />}
      <Problems sheet={sheet} mend={mend} />
      <Elsewhere problems={sheet.elsewhere} />
    </div>
  );
}

function named(row: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""));
}
