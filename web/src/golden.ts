// The answers that the tests of the server hold, against the types that the page reads them with.

import saved from "../../tests/web/golden/saved.json";
import sheet from "../../tests/web/golden/sheet.json";
import tried from "../../tests/web/golden/tried.json";
import { Saved, Sheet, Tried } from "./api";

// Words of a file are of no narrower type.
type Loose<T> = T extends string ? string
  : T extends (infer Item)[] ? Loose<Item>[]
  : T extends object ? { [Name in keyof T]: Loose<T[Name]> }
  : T;

export const answers: [Loose<Sheet>, Loose<Tried>, Loose<Saved>] = [sheet, tried, saved];
