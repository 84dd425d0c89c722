// What the server says, and how it is asked. The shapes are those of its JSON answers.

export type Key = string | number;

export interface Cell {
  keys: Key[];
  key: string;
  value: string;
  row: string;
  line: number;
  unit?: string; // of an amount that the form prints in another unit than the file has
  waits?: boolean; // what it holds is typed and not saved yet
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
  labels?: Record<string, string>; // how choices are called
  usual?: string; // what holds where nothing is chosen
}

// A section of the report: its own words, and what stands there without them.
export interface Section extends TextField {
  standard: string;
  note?: string; // why it may stay blank
}

// A table or chart that sections place.
export interface PlacedTable {
  keys: Key[];
  name: string;
  fields: TextField[];
  head: Cell[];
  rows: Cell[][];
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
  is_scored?: boolean; // else the scheme gives no scores
  grade: string;
  parts: { label: string; weight: string; score: string }[];
}

// What is worked out while somebody types.
export interface Tried {
  refused: { keys: Key[]; message: string; now: string | null }[];
  rows: { keys: Key[]; computed: Computed; wants_reason: boolean }[];
  scores: Scores;
  rate: string;
  printed: Record<string, string>;
}

// A piece of a cell: fixed words, a value that is worked out, a field, a row to begin, a row to take out.
export interface Piece {
  said?: string;
  field?: number;
  before?: string;
  usual?: string; // what holds where nothing is chosen
  options?: string[]; // marks to set, with the words of the options unless it is bare
  is_bare?: boolean;
  ticked?: string;
  unticked?: string;
  several?: boolean;
  list?: Key[];
  name?: string;
  key?: string;
  title?: string;
  remove?: Key[];
  row?: string;
  unit?: string;
}

export interface FormCell {
  height: number;
  width: number;
  is_head: boolean;
  pieces: (string | Piece)[];
}

export interface FormColumn {
  keys?: Key[];
  said?: string;
  heading: string;
  levels?: { level: number; heading: string }[];
}

// The form as it is issued: lines, tables, and the place of the grid.
export interface FormPart {
  kind: string; // line, table, indicators
  pieces?: (string | Piece)[];
  title?: string;
  width?: number;
  rows?: unknown[]; // of a table: cells
  columns?: FormColumn[];
}

export interface FormRow {
  keys: Key[];
  levels: string[];
  said: Record<string, string>;
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
  where?: string; // the sheet and the field, in words
  label?: string; // the field alone
  address?: string; // where it is filled in; none where it cannot be
  mend?: { keys: Key[]; was: string; now: string; said: string } | null; // where it is sure what is meant
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
  placed: PlacedTable[];
  funds: {
    columns: Column[];
    rows: { name: string; keys: Key[]; cells: Cell[] }[];
    rate: string;
    unit: Cell & { title: string; choices: string[]; usual: string };
    usual: string; // the unit where none is written
    turned: Record<string, { keys: Key[]; was: string; now: string }[]>; // the amounts in other units, by these
    stays?: string[]; // amounts that are the same for all subjects, and are not turned with these
  } | null; // the unit as a whole has no money here
  scores: Scores;
  classes: string[];
  problems: Problem[];
  elsewhere: Problem[]; // of the dossier, on other sheets: the worst comes first
  figures: Figure[];
  quoted: Record<string, string>; // what the quotations in the texts print
  form: FormPart[]; // none where the scheme has no form
  tables: FormPart[]; // of the form's own, where it does not print them
  fields: TextField[]; // of the form and the tables
  printed: Record<string, string>; // what is worked out, by its name on the form
}

export interface Wish {
  keys: Key[];
  was: string;
  now: string;
  row: string;
  unit?: string | undefined;
}

export interface Saved {
  done: number;
  refused: { keys: Key[]; message: string; now: string | null }[];
  problems: Problem[];
  kept: string; // by which name the change can be taken back
  followed: number; // quotations elsewhere that took the new name of a row
  sheet: Sheet | null;
}

export interface Box {
  figure: string;
  text: string;
  shown: string;
  number: number; // of which words it is; they go on in the next line as another box
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Preview {
  documents: {
    name: string;
    words: string; // words and tables, where there are no pages
    pages: { picture: string; ratio: number; boxes: Box[] }[];
    print: string; // what tells it from others
    same?: boolean; // it is as it was told before
    waits?: boolean; // it is not laid out yet: to be asked for again
  }[];
  problems: Problem[];
  message: string;
  state: string; // of the files that the pages follow from
}

export interface SourceCell {
  file: string;
  line: number;
  key: string;
  value: string;
  subject?: string;
  address?: string;
  keys?: Key[] | null; // none where a cell cannot be filled in on the page
  row: string;
  title?: string;
  choices?: string[];
}

export interface SourceFigure {
  id: string;
  shown: string;
  label: string;
  formula: string;
  rule: string;
  basis: string;
  cells: SourceCell[];
  inputs: SourceFigure[];
}

export interface Trace {
  source: SourceFigure | null;
  text: { standard: string; document: string; cell?: SourceCell } | null;
}

export interface Left {
  file?: string;
  at: string;
  quote: string;
  reason: string;
}

export interface Audited {
  message: string;
  problems: (Problem & { at: string; quote: string })[];
  unchecked?: Left[];
  schemes?: string[];
  files?: { file: string; unit: string; year: number | null }[];
  pages?: Record<string, string>; // of several, by their names
  page?: string; // the file itself, every cell named by its place
}

export interface Taken {
  is_done: boolean;
  message: string;
  problems: Problem[];
  left: Left[];
  dossiers?: string[];
  folder?: string; // that was written, and can be taken away again
  scheme?: string;
}

export class AskError extends Error {
  constructor(message: string, readonly status: number) {
    super(message);
  }

  // The server was ended, started anew or stumbled, or an editor left the file broken: the same can be asked again.
  get isPassing(): boolean {
    return this.status === 0 || this.status === 403 || this.status === 423 || this.status >= 500;
  }
}

// A refusal is no fault of the browser's: it comes as an answer, and is told in words.
const OWN = { "X-Jixiao": "page", "X-Jixiao-Refusals": "told" };

function statusOf(response: Response): number {
  return Number(response.headers.get("X-Jixiao-Status") ?? response.status);
}

export async function get<T>(address: string): Promise<T> {
  return answer<T>(await reached(fetch(address, { credentials: "same-origin", headers: OWN })));
}

const MOST_OUTLIVING = 60_000; // bytes of a request that browsers still send once its page is gone

// Whether a request with such a body arrives though its page is left meanwhile.
export function outlives(body: string): boolean {
  return new TextEncoder().encode(body).length <= MOST_OUTLIVING;
}

// `isKept`: it is to arrive even so, if it can. All that does may not be larger than that together.
export async function post<T>(address: string, body: unknown, isKept = false): Promise<T> {
  const own = body instanceof Blob;
  const sent = own ? body : JSON.stringify(body);
  const request = fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { ...OWN, ...(own ? {} : { "Content-Type": "application/json" }) },
    body: sent,
    keepalive: isKept && typeof sent === "string" && outlives(sent),
  });
  return answer<T>(await reached(request));
}

// Asks for a file and hands it to the browser to be kept.
export async function fetchFile(address: string, body: Blob | undefined): Promise<string> {
  const request = fetch(address, {
    method: body ? "POST" : "GET",
    credentials: "same-origin",
    headers: OWN,
    ...(body ? { body } : {}),
  });
  const response = await reached(request);
  if (statusOf(response) >= 400) await answer(response);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "");
  const name = decodeURIComponent(named?.[1] ?? "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

async function reached(request: Promise<Response>): Promise<Response> {
  try {
    return await request;
  } catch {
    throw new AskError("连不上本页面的程序：它可能已经结束，请重新打开（双击“启动”，或运行 jixiao serve）；地址变了的，请打开新的地址", 0);
  }
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  const status = statusOf(response);
  let data: unknown = null;
  try {
    data = JSON.parse(text);
  } catch {
    throw new AskError(text || `出错了（${status}）`, status);
  }
  if (status >= 400 && (data as { message?: string })?.message) {
    throw new AskError((data as { message: string }).message, status);
  }
  return data as T;
}
