// 填报: the whole form of a subject; every change is saved at once, and can be taken back.

import { render } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Cell, get, Row, Saved, Sheet, TextField, Wish } from "./api";
import { Grid } from "./grid";
import { inverse, Journal, Step } from "./journal";
import { isSame, Line } from "./line";
import { fault, say, words } from "./say";

const PAUSE = 2000; // how often it is looked whether an editor beside changed the file

export function startFill(data: DOMStringMap): void {
  const place = document.getElementById("sheet");
  if (!place) return;
  const base = `/api/d/${data["dossier"]}/s/${encodeURIComponent(data["subject"] ?? "")}`;
  const at = new URLSearchParams(window.location.search).get("at") ?? "";
  place.replaceChildren();
  render(<Form base={base} at={at} />, place);
}

function Form({ base, at }: { base: string; at: string }) {
  const [known, setSheet] = useState<Sheet | null>(null); // as the server said last
  const [turn, setTurn] = useState(0);
  const journal = useRef(new Journal());
  const [trouble, setTrouble] = useState(""); // stays until the server answers again

  const look = () =>
    get<Sheet>(base)
      .then((found) => {
        setTrouble("");
        setSheet((now) => (line.isBusy || (now && isSame(now, found)) ? now : found));
      })
      .catch((error: unknown) => setTrouble(words(error)));

  const [line] = useState(() => new Line(base, {
    answered: (saved) => {
      setTrouble("");
      if (saved.sheet) setSheet(saved.sheet);
      saved.problems.forEach((own) => say(`${own.message}。${own.hint}`, "fault"));
      setTurn((own) => own + 1);
      // Scores came at once; problems take longer to look for.
      if (!line.isBusy) void look();
    },
    refused: (error) => {
      fault(error);
      setTurn((own) => own + 1);
      if (!line.isBusy) void look();
    },
    held: (error, waiting) => setTrouble(`${error.message}。有 ${waiting} 处还没有保存，请不要关这一页，连上后会自动保存`),
  }));

  useEffect(() => {
    get<Sheet>(base).then(setSheet).catch(fault);
    const timer = window.setInterval(() => {
      if (line.isBusy) void line.run();
      else if (!document.hidden) void look();
    }, PAUSE);
    const onLeave = (event: BeforeUnloadEvent) => {
      if (line.isBusy) event.preventDefault();
    };
    window.addEventListener("beforeunload", onLeave);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("beforeunload", onLeave);
    };
  }, [base]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isUndo = key === "z" && !event.shiftKey;
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      const inside = (event.target as HTMLElement).closest?.("textarea:not(.idle), input");
      if ((isUndo || isRedo) && !inside) {
        event.preventDefault();
        step(isUndo);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  const ask = (address: string, body: unknown, wishes: Wish[], done: (saved: Saved) => void) => {
    line.put({ address, body, wishes, done });
    setTurn((own) => own + 1);
  };

  const run = (own: Step, remember: boolean) => {
    if (own.kind === "cells") {
      ask("save", { wishes: own.wishes }, own.wishes, (saved) => {
        const refused = new Set(saved.refused.map((one) => one.keys.join("/")));
        saved.refused.forEach((one) => {
          const lost = own.wishes.find((wish) => wish.keys.join("/") === one.keys.join("/"))?.now;
          say(lost ? `${one.message}。没有保存填的“${lost}”` : one.message, "fault");
        });
        const kept = own.wishes.filter((one) => !refused.has(one.keys.join("/")));
        if (remember && saved.done && kept.length) journal.current.take({ kind: "cells", wishes: kept });
      });
    } else if (own.kind === "add") {
      ask("add", { row: own.row, kept: own.kept ?? "" }, [], (saved) => {
        saved.refused.forEach((one) => say(one.message, "fault"));
        const keys = saved.sheet?.rows[saved.sheet.rows.length - 1]?.keys ?? own.keys;
        if (remember && saved.done) journal.current.take({ ...own, keys });
      });
    } else {
      ask("remove", { keys: own.keys, row: own.row["name"] ?? "" }, [], (saved) => {
        saved.refused.forEach((one) => say(one.message, "fault"));
        own.kept = saved.kept;
        if (remember && saved.done) journal.current.take(own);
      });
    }
  };
  const step = (isUndo: boolean) => {
    const own = isUndo ? journal.current.back() : journal.current.again();
    if (own) run(isUndo ? inverse(own) : own, false);
  };

  // What was typed shows at once, and is gone again where it was not taken.
  const sheet = useMemo(() => known && withWishes(known, line.wishes), [known, turn]);
  if (!sheet) return trouble ? <p role="alert" class="trouble">{trouble}</p> : <p>正在打开……</p>;
  const save = (wishes: Wish[]) => run({ kind: "cells", wishes }, true);
  const remove = (row: Row) => {
    const words = Object.fromEntries(
      row.cells.map((cell, n) => [sheet.columns[n]?.key ?? "", cell.value]).filter(([, value]) => value),
    ) as Record<string, string>;
    run({ kind: "remove", row: words, keys: row.keys }, true);
  };
  const errors = sheet.problems.filter((own) => own.severity === "error").length;

  return (
    <div class="form">
      {trouble && <p role="alert" class="trouble">{trouble}</p>}
      <div class="bar">
        <h2>{sheet.title}</h2>
        <output role="status" aria-label="总分" class="total" title={sheet.scores.formula}>
          {sheet.scores.total || "（还不能计分）"} {sheet.scores.grade}
        </output>
        <button type="button" disabled={!journal.current.canUndo} onClick={() => step(true)}>撤销</button>
        <button type="button" disabled={!journal.current.canRedo} onClick={() => step(false)}>重做</button>
        <span class="counts">错误 {errors}，其余 {sheet.problems.length - errors}</span>
      </div>
      <Texts title="基本信息" fields={sheet.texts} save={save} />
      <Funds sheet={sheet} save={save} />
      <Texts title="年度目标" fields={sheet.goals} save={save} figures={sheet.figures} />
      <section>
        <h3>绩效指标</h3>
        <Grid key={sheet.id} sheet={sheet} at={at} save={save} remove={remove} />
        <NewRow classes={sheet.classes} add={(row) => run({ kind: "add", row, keys: [] }, true)} />
      </section>
      <Texts title="文字" fields={sheet.prose} save={save} figures={sheet.figures} />
      <section>
        <h3>得分</h3>
        <table>
          <thead><tr><th scope="col">部分</th><th scope="col">分值</th><th scope="col">得分</th></tr></thead>
          <tbody>
            {sheet.scores.parts.map((part) => (
              <tr key={part.label}><th scope="row">{part.label}</th><td>{part.weight}</td><td>{part.score}</td></tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h3>问题</h3>
        <ul class="problems">
          {sheet.problems.map((own) => (
            <li class={own.severity} key={`${own.code}${own.key}${own.message}`}>
              <a href={`/rules/${own.code}`}>{own.code}</a> {own.key ? `${own.key}　` : ""}{own.message}
              <span class="hint">　{own.hint}</span>
            </li>
          ))}
          {sheet.problems.length === 0 && <li>没有问题。</li>}
        </ul>
      </section>
    </div>
  );
}

type Figures = Sheet["figures"];

function Texts({ title, fields, save, figures = [] }: { title: string; fields: TextField[]; save: (wishes: Wish[]) => void; figures?: Figures }) {
  if (!fields.length) return null;
  return (
    <section>
      <h3>{title}</h3>
      <div class="fields">
        {fields.map((field) => (
          <div class={field.is_long ? "long" : ""} key={field.keys.join("/")}>
            <span class="label">{field.title}</span>
            {field.is_long
              ? <Prose field={field} figures={figures} save={save} />
              : <Typed cell={field} label={field.title} help={field.help} save={save} />}
          </div>
        ))}
      </div>
    </section>
  );
}

// A text with its figures: they are put in from a list, and never typed.
function Prose({ field, figures, save }: { field: TextField; figures: Figures; save: (wishes: Wish[]) => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [draft, commit, type] = useDraft(field, save);
  const put = (name: string) => {
    const own = area.current;
    if (!own || !name) return;
    const quoted = `{{ ${name} }}`;
    own.setRangeText(quoted, own.selectionStart, own.selectionEnd, "end");
    own.focus();
    commit(own.value);
  };
  return (
    <>
      <textarea
        ref={area}
        rows={Math.min(8, Math.max(2, Math.ceil(field.value.length / 60)))}
        aria-label={field.title}
        title={field.help}
        value={draft}
        onInput={(event) => type((event.target as HTMLTextAreaElement).value)}
        onBlur={(event) => commit((event.target as HTMLTextAreaElement).value)}
      />
      {figures.length > 0 && (
        <select
          class="figures"
          aria-label={`在${field.title}里插入数`}
          value=""
          onChange={(event) => { put((event.target as HTMLSelectElement).value); (event.target as HTMLSelectElement).value = ""; }}
        >
          <option value="">插入数……</option>
          {figures.map((own) => <option value={own.name} key={own.name}>{`${own.shown}　${own.name}`}</option>)}
        </select>
      )}
    </>
  );
}

function Funds({ sheet, save }: { sheet: Sheet; save: (wishes: Wish[]) => void }) {
  const { columns, rows, rate } = sheet.funds;
  return (
    <section>
      <h3>资金</h3>
      <table>
        <thead>
          <tr><th scope="col">资金</th>{columns.map((own) => <th scope="col" key={own.key}>{own.title}</th>)}<th scope="col">执行率</th></tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, c) => (
                <td key={cell.keys.join("/")}>
                  <Typed cell={cell} label={`${columns[c]?.title ?? ""} ${row.name}`} help={columns[c]?.help ?? ""} save={save} />
                </td>
              ))}
              <td>{n === 0 ? rate : ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Typed({ cell, label, help, save }: { cell: Cell; label: string; help: string; save: (wishes: Wish[]) => void }) {
  const [draft, commit, type] = useDraft(cell, save);
  const typed = (event: Event) => (event.target as HTMLInputElement).value;
  return (
    <input
      aria-label={label}
      title={help}
      value={draft}
      onInput={(event) => type(typed(event))}
      onBlur={(event) => commit(typed(event))}
      onKeyDown={(event) => { if (event.key === "Enter" && !event.isComposing) commit(typed(event)); }}
    />
  );
}

// What is being typed stays what it is, whatever comes from the server meanwhile.
function useDraft(
  cell: Cell, save: (wishes: Wish[]) => void,
): [string, (words: string) => void, (words: string) => void] {
  const [draft, setDraft] = useState<{ words: string; was: string } | null>(null);
  const commit = (words: string) => {
    const was = draft?.was ?? cell.value;
    setDraft(null);
    if (words !== was) save([{ keys: cell.keys, was, now: words, row: cell.row }]);
  };
  const type = (words: string) => setDraft({ words, was: draft?.was ?? cell.value });
  return [draft?.words ?? cell.value, commit, type];
}

function NewRow({ classes, add }: { classes: string[]; add: (row: Record<string, string>) => void }) {
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    add({ class: String(data.get("class") ?? ""), name: String(data.get("name") ?? "") });
    form.reset();
  };
  return (
    <form class="tools" onSubmit={submit}>
      <label>指标类别 <select name="class">{classes.map((own) => <option key={own}>{own}</option>)}</select></label>
      <label>指标名称 <input name="name" required /></label>
      <button type="submit">加一行指标</button>
    </form>
  );
}

function withWishes(sheet: Sheet, wishes: Wish[]): Sheet {
  const now = new Map(wishes.map((own) => [own.keys.join("/"), own.now]));
  const put = <T extends Cell>(cell: T): T => {
    const words = now.get(cell.keys.join("/"));
    return words === undefined ? cell : { ...cell, value: words };
  };
  const named = (row: Row): Row => {
    const name = now.get([...row.keys, "name"].join("/")) ?? row.name;
    return { ...row, name, cells: row.cells.map((cell) => ({ ...put(cell), row: name })) };
  };
  return {
    ...sheet,
    rows: sheet.rows.map(named),
    texts: sheet.texts.map(put),
    goals: sheet.goals.map(put),
    prose: sheet.prose.map(put),
    funds: { ...sheet.funds, rows: sheet.funds.rows.map((row) => ({ ...row, cells: row.cells.map(put) })) },
  };
}
