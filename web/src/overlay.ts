// A sheet with what is not in the file yet: cells that wait to be saved, scores of what is being typed.

import { Cell, Key, Row, Sheet, Tried, Wish } from "./api";

export function path(keys: Key[]): string {
  return keys.join("/");
}

export function withWishes(sheet: Sheet, wishes: Wish[]): Sheet {
  if (!wishes.length) return sheet;
  const now = new Map(wishes.map((own) => [path(own.keys), own]));
  const put = <T extends Cell>(cell: T): T => {
    const own = now.get(path(cell.keys));
    return own === undefined || own.unit !== cell.unit ? cell : { ...cell, value: own.now, waits: true };
  };
  const named = (row: Row): Row => {
    const name = now.get(path([...row.keys, "name"]))?.now ?? row.name;
    return { ...row, name, cells: row.cells.map((cell) => ({ ...put(cell), row: name })) };
  };
  return {
    ...sheet,
    rows: sheet.rows.map(named),
    fields: sheet.fields.map(put),
    texts: sheet.texts.map(put),
    own: sheet.own.map(put),
    goals: sheet.goals.map(put),
    prose: sheet.prose.map(put),
    sections: sheet.sections.map(put),
    placed: sheet.placed.map((own) => ({
      ...own, fields: own.fields.map(put), head: own.head.map(put), rows: own.rows.map((row) => row.map(put)),
    })),
    lists: sheet.lists.map((list) => ({
      ...list, rows: list.rows.map((row) => ({ ...row, cells: row.cells.map(put) })),
    })),
    funds: sheet.funds && {
      ...sheet.funds,
      unit: put(sheet.funds.unit),
      rows: sheet.funds.rows.map((row) => ({ ...row, cells: row.cells.map(put) })),
    },
  };
}

export function withTried(sheet: Sheet, tried: Tried | null): Sheet {
  if (!tried) return sheet;
  const rows = new Map(tried.rows.map((own) => [path(own.keys), own]));
  return {
    ...sheet,
    rows: sheet.rows.map((row) => {
      const own = rows.get(path(row.keys));
      return own ? { ...row, computed: own.computed, wants_reason: own.wants_reason } : row;
    }),
    scores: tried.scores,
    printed: tried.printed ?? sheet.printed,
    funds: sheet.funds && { ...sheet.funds, rate: tried.rate },
  };
}
