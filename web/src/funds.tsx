// 资金: the money of a subject, by source, in one unit.

import { Key, RowOfTexts, Sheet } from "./api";
import { useBegun } from "./begun";
import { Around } from "./texts";
import { named } from "./titled";
import { Choice, Faults, Typed } from "./typed";

const SOURCES: Key[] = ["funds", "sources"];

export function Funds({ funds, around, add, remove, isOnForm }: {
  isOnForm: (own: { keys: Key[] }) => boolean; // it is filled in there, and only shown here
  funds: NonNullable<Sheet["funds"]>; around: Around; add: (list: Key[], row: Record<string, string>) => void; remove: (list: Key[], row: RowOfTexts) => void;
}) {
  const { columns, rows, rate, unit } = funds;
  const { pen } = around;
  const begun = useBegun(around.drafts, "funds/sources");
  const submit = (event: Event) => {
    event.preventDefault();
    add(SOURCES, { name: begun.words });
    begun.type("");
  };
  const asked = [unit, ...rows.flatMap((row) => row.cells)].filter((cell) => !isOnForm(cell));
  const keys = ["funds", "funds.sources", ...asked.map((cell) => cell.key)];
  const problems = [...new Set(keys)].flatMap((key) => around.problemsAt(key));
  return (
    <section>
      <h3>资金</h3>
      {!isOnForm(unit) && <p class="tools">
        <label>{unit.title} <Choice cell={unit} label={unit.title} choices={unit.choices} usual={unit.value ? "（不写）" : unit.usual} pen={pen} /></label>
      </p>}
      <table class="funds" aria-label="资金">
        <thead>
          <tr>
            <th scope="col">资金</th>
            {columns.map((own) => <th scope="col" key={own.key}>{own.title}</th>)}
            <th scope="col">执行率</th>
            <th scope="col">删除</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={row.keys.join("/")}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, c) => (
                <td key={cell.keys.join("/")} id={isOnForm(cell) ? undefined : `at-${cell.key}`}>
                  {isOnForm(cell) ? cell.value : <Typed cell={cell} label={named(columns[c]?.title ?? "", row.name)} help={columns[c]?.help ?? ""} pen={pen} />}
                </td>
              ))}
              <td>{n === 0 ? rate : ""}</td>
              <td>
                {n > 0 && (
                  <button
                    type="button" aria-label={`删除 ${row.name}`}
                    onClick={() => remove(SOURCES, { keys: row.keys, label: row.name, cells: [] })}
                  >×</button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Faults problems={problems} mend={around.mend} />
      <form class="tools" onSubmit={submit}>
        <label>资金来源 <input name="name" required placeholder="如：当年财政拨款" value={begun.words} onInput={(event) => begun.type(event.currentTarget.value)} /></label>
        <button type="submit">加一行资金来源</button>
      </form>
    </section>
  );
}
