// The money in another unit: its amounts stay as they are typed, which is said, and can be turned.

import { Sheet, Wish } from "./api";
import { path } from "./overlay";

const UNIT = "funds/unit";
const STAYS = 60000; // milliseconds in which it can be answered

// Is asked once the unit is changed by hand; `save` writes the amounts as they are in the new one.
export function tellTurned(funds: Sheet["funds"], wishes: Wish[], save: (wishes: Wish[]) => void): void {
  const own = wishes.find((one) => path(one.keys) === UNIT);
  const place = document.getElementById("said");
  if (!funds || !own || !place) return;
  place.querySelector(".turned")?.remove(); // what was asked of the unit before holds no more
  const turned = funds.turned[own.now] ?? [];
  const first = turned[0];
  if (!first) return;
  const unit = own.now || funds.usual;
  const line = document.createElement("p");
  line.className = "turned";
  const stays = funds.stays?.length ? `单位信息里各项目共用的${funds.stays.join("、")}不换算，请到单位信息里核对。` : "";
  line.textContent = `金额单位改成了${unit}，已填的 ${turned.length} 个金额没有换算：${first.was} 现在是 ${first.was}${unit}。${stays} `;
  const button = (words: string, act: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", () => { line.remove(); act(); });
    return made;
  };
  line.append(
    button(`换算成${unit}（${first.was} 改为 ${first.now}）`, () => save(turned.map((one) => ({ ...one, row: "" })))),
    " ",
    button("不换算", () => undefined),
  );
  place.append(line);
  window.setTimeout(() => line.remove(), STAYS);
}
