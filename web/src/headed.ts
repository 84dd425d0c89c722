// A block that brings its heading row along: the words over its columns say where they go.

import { uncounted } from "./clipboard";
import { Laid, View } from "./columns";
import { isBegun, plain } from "./headings";

export interface Headed {
  column: number; // of the grid, where the block begins
  lines: (string | undefined)[][]; // nothing: the block has no such column
  lost: number; // cells with words under a heading that the grid does not have
}

interface Goal {
  view: number;
  words: string[]; // how the column is called
}

// The block by the columns that its first line names; nothing where that line is data.
export function headed(laid: Laid, block: string[][]): Headed | null {
  const [head = [], ...below] = block;
  const goals = laid.views.flatMap((view, n) => goalsOf(laid, view, n));
  const take = (isIt: (own: string) => boolean): number | undefined => {
    const at = goals.findIndex((own) => own.words.some(isIt));
    return at < 0 ? undefined : goals.splice(at, 1)[0]?.view; // two columns of one name are taken one after the other
  };
  const exact = head.map((words) => take((own) => own === plain(words)));
  // 三级指标 is 三级指标名称, where no column is called so.
  const named = head.map((words, n) => exact[n] ?? take((own) => isBegun(own, plain(words))));
  const known = named.flatMap((own) => own ?? []);
  if (!below.length || known.length * 2 <= head.filter((own) => plain(own)).length) return null;
  const from = Math.min(...known);
  // The levels of a class stand side by side and are one column of the grid.
  const places = laid.views.map((_, n) => head.flatMap((_, at) => (named[at] === n ? [at] : [])));
  const width = Math.max(...known) + 1;
  const lines = below.map((line) => places.slice(from, width).flatMap((own) => (own.length ? own.map((at) => line[at] ?? "") : [undefined])));
  const first = named[0] === undefined && uncounted(below) ? 1 : 0; // what counts the lines is no loss
  const lost = below.reduce((sum, line) => sum + line.filter((own, at) => at >= first && own && named[at] === undefined).length, 0);
  return { column: from, lines, lost };
}

function goalsOf({ sheet }: Laid, view: View, n: number): Goal[] {
  const title = sheet.columns[view.cell]?.title ?? "";
  const levels = view.levels ?? [];
  const whole = { view: n, words: [view.title, title].map(plain).filter(Boolean) };
  return levels.length > 1 ? [...levels.map((own) => ({ view: n, words: [plain(own.heading)] })), whole] : [whole];
}
