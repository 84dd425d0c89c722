// A new indicator: its class from the list, its name, and where there are several goals that of which it is.

import { Key, Sheet } from "./api";
import { useBegun } from "./begun";
import { Drafts } from "./drafts";

export function NewIndicator({ classes, lists, add, drafts }: {
  drafts: Drafts; classes: string[]; lists: Sheet["row_lists"]; add: (list: Key[], row: Record<string, string>) => void;
}) {
  const begun = useBegun(drafts, "indicator");
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const said = (name: string) => String(data.get(name) ?? "");
    const list = lists[Number(said("list") || "0")]?.keys ?? ["indicator"];
    add(list, { class: said("class"), name: begun.words });
    begun.type("");
  };
  return (
    <form class="tools" onSubmit={submit}>
      {lists.length > 1 && (
        <label>年度目标 <select name="list">{lists.map((own, n) => <option key={n} value={n}>{own.title}</option>)}</select></label>
      )}
      <label>指标类别 <select name="class">{classes.map((own) => <option key={own}>{own}</option>)}</select></label>
      <label>指标名称 <input name="name" required value={begun.words} onInput={(event) => begun.type(event.currentTarget.value)} /></label>
      <button type="submit">加一行指标</button>
    </form>
  );
}
