// Tables and charts that sections place: their cells are filled in here, rows and columns come and go.

import { said } from "./added";
import { Cell, Key, PlacedTable, RowOfTexts, Wish } from "./api";
import { useBegun } from "./begun";
import { table } from "./clipboard";
import { path } from "./overlay";
import { Around, Fields } from "./texts";
import { Faults, Typed } from "./typed";

const PLACED: Key[] = ["insert"];

type Add = (list: Key[], row: Record<string, string>) => void;
type Remove = (list: Key[], row: RowOfTexts) => void;
type Way = (keys: Key[], label: string) => void;

export function PlacedTables({ placed, around, add, remove }: { placed: PlacedTable[]; around: Around; add: Add; remove: Remove }) {
  const begun = useBegun(around.drafts, path(PLACED));
  const out: Way = (keys, label) => remove(keys.slice(0, -1), { keys, label, cells: [] });
  return (
    <section>
      <h3>章节里放的表和图</h3>
      {placed.map((own) => <One key={path(own.keys)} own={own} around={around} add={add} out={out} />)}
      <form
        class="tools"
        onSubmit={(event) => {
          event.preventDefault();
          add(PLACED, { name: begun.words });
          begun.type("");
        }}
      >
        <label>
          表或图的名称 <input required placeholder="如：各乡镇资金" value={begun.words} onInput={(event) => begun.type(event.currentTarget.value)} />
        </label>
        <button type="submit">加一张表或图</button>
      </form>
    </section>
  );
}

function One({ own, around, add, out }: { own: PlacedTable; around: Around; add: Add; out: Way }) {
  const { keys, name, head, rows } = own;
  const at = (down: number, right: number): Cell | undefined => (down === 0 ? head[right] : rows[down - 1]?.[right]);
  const onPaste = (event: ClipboardEvent, down: number, right: number) => {
    const words = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[\t\n]/.test(words.trimEnd())) return;
    event.preventDefault();
    const wishes: Wish[] = [];
    table(words).forEach((line, d) => {
      if (down + d > rows.length) {
        add([...keys, "rows"], Object.fromEntries(line.map((now, r) => [String(right + r), now])));
        return;
      }
      line.forEach((now, r) => {
        const cell = at(down + d, right + r);
        if (cell && cell.value !== now) wishes.push({ keys: cell.keys, was: cell.value, now, row: "" });
      });
    });
    if (wishes.length) around.pen.save(wishes);
  };
  const field = (cell: Cell, label: string, down: number, right: number) => (
    <div onPasteCapture={(event) => onPaste(event, down, right)} id={`at-${cell.key}`}>
      <Typed cell={cell} label={label} help="可引用数据，如 {{ funds.spent }}" pen={around.pen} />
      <Faults problems={around.problemsAt(cell.key)} mend={around.mend} />
    </div>
  );
  return (
    <div class="entry" role="group" aria-label={`${name}（表或图）`}>
      <Fields fields={own.fields} around={around} />
      <table class="placed" aria-label={name}>
        <thead>
          <tr>
            {head.map((cell, n) => (
              <th scope="col" key={n}>
                {field(cell, `${name} 第 ${n + 1} 栏名称`, 0, n)}
                {head.length > 2 && (
                  <button type="button" aria-label={`删除${name}第 ${n + 1} 栏`} onClick={() => out([...keys, "head", n], cell.value)}>×</button>
                )}
              </th>
            ))}
            <th scope="col">删除</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, n) => <td key={n}>{field(cell, `${head[n]?.value || `第 ${n + 1} 栏`} ${name}第 ${r + 1} 行`, r + 1, n)}</td>)}
              <td>
                {rows.length > 1 && (
                  <button type="button" aria-label={`删除${name}第 ${r + 1} 行`} onClick={() => out([...keys, "rows", r], said(row))}>×</button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Faults problems={["", ".head", ".rows"].flatMap((own) => around.problemsAt(`insert[${name}]${own}`))} mend={around.mend} />
      <div class="aids">
        <button type="button" aria-label={`给${name}加一行`} onClick={() => add([...keys, "rows"], { 0: "" })}>加一行</button>
        <button type="button" aria-label={`给${name}加一栏`} onClick={() => add([...keys, "head"], { 0: "" })}>加一栏</button>
        <button type="button" aria-label={`删除${name}`} onClick={() => out(keys, name)}>删除这张</button>
        <span class="hint">正文里用“插入表图”放进去</span>
      </div>
    </div>
  );
}
