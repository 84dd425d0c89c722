// What the server says, and how it is asked. The shapes are those of its JSON answers.

export type Key = string | number;

export interface Cell {
  keys: Key[];
  key: string;
  value: string;
  row: string;
  line: number;
}

export interface Column {
  key: string;
  title: string;
  help: string;
  kind: "text" | "number" | "choice" | "list" | "flag";
  choices: string[];
}

export interface Row {
  keys: Key[];
  name: string;
  goal: number;
  cells: Cell[];
  computed: Computed;
  wants_reason: boolean;
}

export interface TextField extends Cell {
  title: string;
  help: string;
  is_long: boolean;
  choices: string[]; // only these can stand here
}

// A section of the report: its own words, and what stands there without them.
export interface Section extends TextField {
  standard: string;
}

export interface RowOfTexts {
  keys: Key[];
  label: string;
  cells: TextField[];
}

export interface RowList {
  keys: Key[];
  title: string;
  first: string; // what a new row begins with
  rows: RowOfTexts[];
}

export interface Figure {
  name: string;
  shown: string;
  label: string;
}

export interface Computed {
  score: string;
  formula: string;
  basis: string;
}

export interface Scores {
  total: string;
  formula?: string;
  grade: string;
  parts: { label: string; weight: string; score: string }[];
}

// What is worked out while somebody types.
export interface Tried {
  refused: { keys: Key[]; message: string; now: string | null }[];
  rows: { keys: Key[]; computed: Computed; wants_reason: boolean }[];
  scores: Scores;
  rate: string;
}

export interface Problem {
  code: string;
  severity: "error" | "warning" | "note";
  message: string;
  hint: string;
  file: string;
  line: number | null;
  key: string;
  basis: string;
  mend?: { keys: Key[]; was: string; now: string } | null; // where it is sure what is meant
}

export interface Sheet {
  id: string;
  title: string;
  digest: string;
  columns: Column[];
  rows: Row[];
  row_lists: { keys: Key[]; title: string }[];
  texts: TextField[];
  own: TextField[]; // what the form has of its own
  goals: TextField[];
  lists: RowList[];
  prose: TextField[];
  sections: Section[];
  funds: {
    columns: Column[];
    rows: { name: string; keys: Key[]; cells: Cell[] }[];
    rate: string;
    unit: Cell & { title: string; choices: string[]; usual: string };
  } | null; // the unit as a whole has no money here
  scores: Scores;
  classes: string[];
  problems: Problem[];
  figures: Figure[];
  quoted: Record<string, string>; // what the quotations in the texts print
}

export interface Wish {
  keys: Key[];
  was: string;
  now: string;
  row: string;
}

export interface Saved {
  done: number;
  refused: { keys: Key[]; message: string; now: string | null }[];
  problems: Problem[];
  kept: string; // where a row that was taken out can be had again
  sheet: Sheet | null;
}

export interface Preview {
  documents: {
    name: string;
    words: string; // words and tables, where there are no pages
    pages: {
      picture: string;
      ratio: number;
      boxes: { figure: string; shown: string; left: number; top: number; width: number; height: number }[];
    }[];
  }[];
  problems: Problem[];
  message: string;
}

export class AskError extends Error {
  constructor(message: string, readonly status: number) {
    super(message);
  }

  // The server was ended, started anew or stumbled: the same can be asked again.
  get isPassing(): boolean {
    return this.status === 0 || this.status === 403 || this.status >= 500;
  }
}

export async function get<T>(address: string): Promise<T> {
  return answer<T>(await reached(fetch(address, { credentials: "same-origin" })));
}

export async function post<T>(address: string, body: unknown): Promise<T> {
  const own = body instanceof Blob;
  const request = fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { "X-Jixiao": "page", ...(own ? {} : { "Content-Type": "application/json" }) },
    body: own ? body : JSON.stringify(body),
  });
  return answer<T>(await reached(request));
}

async function reached(request: Promise<Response>): Promise<Response> {
  try {
    return await request;
  } catch {
    throw new AskError("连不上 jixiao serve：它可能已经结束，请重新运行", 0);
  }
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  let data: unknown = null;
  try {
    data = JSON.parse(text);
  } catch {
    throw new AskError(text || `出错了（${response.status}）`, response.status);
  }
  if (!response.ok && (data as { message?: string })?.message) {
    throw new AskError((data as { message: string }).message, response.status);
  }
  return data as T;
}
