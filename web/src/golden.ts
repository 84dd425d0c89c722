// The answers that the tests of the server hold, against the types that the page reads them with.

import printed from "../../tests/web/golden/printed.json";
import said from "../../tests/web/golden/said.json";
import saved from "../../tests/web/golden/saved.json";
import sheet from "../../tests/web/golden/sheet.json";
import traced from "../../tests/web/golden/traced.json";
import tried from "../../tests/web/golden/tried.json";
import { Saved, Sheet, Trace, Tried } from "./api";
import { Lit } from "./lights";

// Words of a file are of no narrower type.
type Loose<T> = T extends string ? string
  : T extends (infer Item)[] ? Loose<Item>[]
  : T extends object ? { [Name in keyof T]: Loose<T[Name]> }
  : T;

export const answers: [Loose<Sheet>, Loose<Tried>, Loose<Saved>] = [sheet, tried, saved];
export const sources: [Loose<Trace>, Loose<Trace>, Lit] = [traced, said, printed];
