// Groups of fields: texts of the form, rows that come and go, sections of the report.

import { Figure, Key, Problem, RowList, RowOfTexts, Section, TextField } from "./api";
import { useBegun } from "./begun";
import { Pen } from "./draft";
import { Drafts } from "./drafts";
import { Prose } from "./prose";
import { Choice, Faults, Typed } from "./typed";

export interface Around {
  pen: Pen;
  base: string;
  drafts: Drafts;
  figures: Figure[];
  shown: (name: string) => string; // what a quotation prints
  placed: string[]; // names of what sections can place
  problemsAt: (key: string) => Problem[];
  mend: (own: Problem) => void;
}

export function Texts({ title, fields, around }: { title: string; fields: TextField[]; around: Around }) {
  if (!fields.length) return null;
  return (
    <section>
      <h3>{title}</h3>
      <Fields fields={fields} around={around} />
    </section>
  );
}

export function Fields({ fields, around }: { fields: TextField[]; around: Around }) {
  const { pen } = around;
  return (
    <div class="fields">
      {fields.map((field) => (
        <div class={field.is_long ? "long" : ""} key={field.keys.join("/")} id={`at-${field.key}`}>
          <span class="label">{field.title}</span>
          {field.is_long
            ? <Prose field={field} around={around} />
            : field.choices.length
              ? <Choice cell={field} label={field.title} choices={field.choices} usual={field.usual ?? "（不写）"} labels={field.labels} pen={pen} />
              : <Typed cell={field} label={field.title} help={field.help} pen={pen} />}
          <Faults problems={around.problemsAt(field.key)} mend={around.mend} />
        </div>
      ))}
    </div>
  );
}

export function Rows({ list, around, add, remove }: {
  list: RowList; around: Around; add: (list: Key[], row: Record<string, string>) => void; remove: (list: Key[], row: RowOfTexts) => void;
}) {
  const begun = useBegun(around.drafts, list.keys.join("/"));
  const submit = (event: Event) => {
    event.preventDefault();
    add(list.keys, { [list.first]: begun.words });
    begun.type("");
  };
  return (
    <section>
      <h3>{list.title}</h3>
      {list.rows.map((row, n) => (
        <div class="entry" role="group" aria-label={`第 ${n + 1} 条${list.title}`} key={row.keys.join("/")}>
          <Fields fields={row.cells} around={around} />
          {list.first && (
            <button type="button" aria-label={`删除${list.title} ${n + 1}`} onClick={() => remove(list.keys, row)}>删除</button>
          )}
        </div>
      ))}
      {list.first && (
        <form class="tools" onSubmit={submit}>
          <label>新增 <input aria-label={`新增${list.title}`} required value={begun.words} onInput={(event) => begun.type(event.currentTarget.value)} /></label>
          <button type="submit">加一条{list.title}</button>
        </form>
      )}
    </section>
  );
}

// Without words of its own a section prints the standard wording.
export function Sections({ sections, around }: { sections: Section[]; around: Around }) {
  if (!sections.length) return null;
  const { pen } = around;
  const put = (own: Section, now: string) => pen.save([{ keys: own.keys, was: own.value, now, row: "" }]);
  return (
    <section>
      <h3>报告各节</h3>
      {sections.map((own) => (
        <div class="entry" role="group" aria-label={`${own.title}一节`} key={own.keys.join("/")} id={`at-${own.key}`}>
          <span class="label">{own.title}{own.note && <span class="hint">　{own.note}</span>}</span>
          {own.value || !own.standard
            ? <Prose field={own} around={around} />
            : <p class="standard" aria-label={`${own.title}的标准写法`}>{plain(own.standard, around.shown)}</p>}
          <div class="aids">
            {!own.value && own.standard && (
              <button type="button" aria-label={`改写${own.title}`} onClick={() => put(own, own.standard)}>照标准写法改写</button>
            )}
            {own.value && own.standard && (
              <button type="button" aria-label={`${own.title}恢复标准写法`} onClick={() => put(own, "")}>恢复标准写法</button>
            )}
          </div>
          <Faults problems={around.problemsAt(own.key)} mend={around.mend} />
        </div>
      ))}
    </section>
  );
}

function plain(text: string, shown: (name: string) => string): string {
  return text.replace(/\{\{\s*([\s\S]*?)\s*\}\}/g, (all, name: string) => shown(name) || all);
}
