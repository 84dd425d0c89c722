// The form as it is issued: every value is filled in where it is printed.

import { ComponentChildren } from "preact";
import { FormCell, FormPart, Key, Piece, RowOfTexts, Sheet, TextField } from "./api";
import { useBegun } from "./begun";
import { hold } from "./block";
import { Prose } from "./prose";
import { Around } from "./texts";
import { Choice, Faults, Typed } from "./typed";

interface Props {
  parts: FormPart[];
  sheet: Sheet;
  around: Around;
  add: (list: Key[], row: Record<string, string>, unit?: string) => void;
  remove: (list: Key[], row: RowOfTexts) => void;
  grid?: (part: FormPart) => ComponentChildren;
}

export function Printed(props: Props) {
  return (
    <>
      {props.parts.map((part, n) => {
        if (part.kind === "indicators") return <div key={n}>{props.grid?.(part)}</div>;
        if (part.kind === "line") {
          return <p class="line" key={n}>{part.pieces?.map((piece, p) => <Value key={p} piece={piece} isInline props={props} />)}</p>;
        }
        return <Table key={n} part={part} props={props} />;
      })}
    </>
  );
}

function Table({ part, props }: { part: FormPart; props: Props }) {
  const rows = (part.rows ?? []) as FormCell[][];
  return (
    <table class="issued" aria-label={part.title || nameOf(rows)}>
      {part.title && <caption>{part.title}</caption>}
      <tbody>
        {rows.map((row, r) => (
          <tr key={r}>
            {row.map((cell, c) => {
              const isInline = cell.pieces.length > 1;
              const inside = cell.pieces.map((piece, p) => <Value key={p} piece={piece} isInline={isInline} props={props} />);
              const size = { rowSpan: cell.height, colSpan: cell.width };
              return cell.is_head ? <th key={c} {...size}>{inside}</th> : <td key={c} {...size}>{inside}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// A table that the form gives no title: what stands first in it says what it is of.
function nameOf(rows: FormCell[][]): string {
  for (const piece of rows.flat().flatMap((cell) => cell.pieces)) {
    if (typeof piece === "string" && piece.trim()) return piece.trim();
  }
  return "表样";
}

function Value({ piece, isInline, props }: { piece: string | Piece; isInline: boolean; props: Props }) {
  const { sheet, around } = props;
  if (typeof piece === "string") return <span class="fixed">{piece}</span>;
  if (piece.remove) {
    const { remove: keys, row, title } = piece;
    return (
      <button
        type="button" aria-label={`删除 ${title ?? ""}`}
        onClick={() => props.remove(keys.slice(0, -1), { keys, label: row ?? "", cells: [] })}
      >×</button>
    );
  }
  if (piece.list) return <Begun piece={piece} around={around} add={props.add} />;
  const field = piece.field === undefined ? undefined : sheet.fields[piece.field];
  const said = sheet.printed[piece.said ?? ""] ?? "";
  if (!field) return <span class="said-value" data-said={piece.said}>{said}</span>;
  const { pen } = around;
  const only = isInline && !field.is_long ? "field inline" : "field";
  return (
    <span class={only} id={`at-${field.key}`}>
      {piece.before && <span class="fixed">{piece.before}</span>}
      {piece.options
        ? <Marks piece={piece} field={field} around={around} />
        : field.is_long
          ? <Prose field={field} around={around} />
          : field.choices.length
            ? <Choice cell={field} label={field.title} choices={field.choices} usual={(field.value ? "" : piece.usual ?? said) || "（不写）"} pen={pen} />
            : <Typed cell={field} label={field.title} help={field.help} usual={said} pen={pen} />}
      <Faults problems={around.problemsAt(field.key)} mend={around.mend} />
    </span>
  );
}

// A row that the form prints and the file has not: it is there once something is written into it.
function Begun({ piece, around, add }: { piece: Piece; around: Around; add: Props["add"] }) {
  const begun = useBegun(around.drafts, [...(piece.list ?? []), piece.name, piece.key].join("/"));
  const put = () => {
    const words = begun.words.trim();
    if (!words || !piece.list || !piece.key) return;
    begun.type("");
    add(piece.list, { ...(piece.name ? { name: piece.name } : {}), [piece.key]: words }, piece.unit);
  };
  const begins = piece.list && piece.key ? { list: piece.list, name: piece.name ?? "", key: piece.key, unit: piece.unit } : undefined;
  return (
    <input
      ref={(own) => begins && hold(own, { begins })}
      aria-label={piece.title}
      value={begun.words}
      onInput={(event) => begun.type(event.currentTarget.value)}
      onBlur={put}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === "Enter") put();
        if (event.key === "Escape") begun.type("");
      }}
    />
  );
}

// Options to tick, as the form prints them; a click or the space bar sets one.
function Marks({ piece, field, around }: { piece: Piece; field: TextField; around: Around }) {
  const chosen = field.value ? field.value.split("、") : [];
  const toggle = (option: string) => {
    const isSet = chosen.includes(option);
    const others = piece.several ? chosen.filter((own) => own !== option) : [];
    const now = [...others, ...(isSet ? [] : [option])];
    around.pen.save([{ keys: field.keys, was: field.value, now: now.join("、"), row: field.row }]);
  };
  return (
    <span role="group" aria-label={field.title} class="marks">
      {(piece.options ?? []).map((option) => (
        <button
          type="button" key={option} role={piece.several ? "checkbox" : "radio"}
          aria-checked={chosen.includes(option)} aria-label={`${field.title} ${option}`}
          onClick={() => toggle(option)}
        >
          {chosen.includes(option) ? piece.ticked : piece.unticked}{piece.is_bare ? "" : option}
        </button>
      ))}
    </span>
  );
}
