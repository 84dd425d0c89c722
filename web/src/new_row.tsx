// A new indicator: its class from the list, its name, and where there are several goals that of which it is.

import { Key, Sheet } from "./api";

export function NewRow({ classes, lists, add }: {
  classes: string[]; lists: Sheet["row_lists"]; add: (list: Key[], row: Record<string, string>) => void;
}) {
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const said = (name: string) => String(data.get(name) ?? "");
    const list = lists[Number(said("list") || "0")]?.keys ?? ["indicator"];
    add(list, { class: said("class"), name: said("name") });
    form.reset();
  };
  return (
    <form class="tools" onSubmit={submit}>
      {lists.length > 1 && (
        <label>年度目标 <select name="list">{lists.map((own, n) => <option key={n} value={n}>{own.title}</option>)}</select></label>
      )}
      <label>指标类别 <select name="class">{classes.map((own) => <option key={own}>{own}</option>)}</select></label>
      <label>指标名称 <input name="name" required /></label>
      <button type="submit">加一行指标</button>
    </form>
  );
}
