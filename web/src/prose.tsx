// A long text: its figures are chips that are put in from a list, and never typed.

import { useLayoutEffect, useRef } from "preact/hooks";
import { get, TextField } from "./api";
import { Aids } from "./aids";
import { caret, place, read, selectChipBefore, write } from "./chips";
import { useDraft } from "./draft";
import { Offer, Picker } from "./picker";
import { Around } from "./texts";

export function Prose({ field, around }: { field: TextField; around: Around }) {
  const { figures, shown, pen, base, placed } = around;
  // A filter behind the name is about how the figure prints; names may stand in quotes of either kind.
  const called = (name: string) => {
    const bare = (name.split("|")[0] ?? "").trim().replace(/'/g, '"');
    return figures.find((own) => own.name === bare)?.label ?? "";
  };
  const area = useRef<HTMLDivElement>(null);
  const at = useRef<number | null>(null); // where the caret was last
  const draft = useDraft(field, pen);
  const isTouched = useRef(false);

  useLayoutEffect(() => {
    if (!area.current || isTouched.current) return;
    const where = document.activeElement === area.current ? caret(area.current) : null;
    write(area.current, draft.words, { shown, called });
    if (where !== null) place(area.current, where);
  }, [field.value, draft.words, shown]);

  const commit = () => {
    if (!area.current || !isTouched.current) return;
    isTouched.current = false;
    draft.commit(read(area.current).replace(/\n+$/, ""));
  };
  const put = (words: string) => {
    if (!area.current) return;
    const text = read(area.current);
    const where = Math.min(at.current ?? text.length, text.length);
    isTouched.current = false;
    const now = text.slice(0, where) + words + text.slice(where);
    draft.commit(now);
    at.current = where + words.length;
    // What is typed next goes on behind it.
    write(area.current, now, { shown, called });
    area.current.focus();
    place(area.current, at.current);
  };
  const others = async (): Promise<Offer[]> => {
    const keys = encodeURIComponent(JSON.stringify(field.keys));
    const found = await get<{ snippets: { origin: string; text: string }[] }>(`${base}/snippets?keys=${keys}`);
    return found.snippets.map((own) => ({ value: own.text, words: own.text, note: own.origin }));
  };

  const sentences = async (): Promise<Offer[]> => {
    const found = await get<{ sentences: { name: string; title: string; text: string }[] }>(`${base}/sentences`);
    const own = found.sentences.map(({ name, title, text }) => ({ value: name, words: text, note: title || name }));
    // Those that are said in this section come first.
    return own.sort((one, other) => Number(other.note.startsWith(field.title)) - Number(one.note.startsWith(field.title)));
  };

  return (
    <>
      <div
        ref={area}
        class="prose"
        role="textbox"
        aria-multiline="true"
        aria-label={field.title}
        title={field.help}
        contentEditable
        onInput={() => {
          isTouched.current = true;
          if (area.current) draft.type(read(area.current));
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === "Backspace") selectChipBefore();
          if (event.key === "Enter") {
            event.preventDefault();
            document.execCommand("insertLineBreak");
          } else if (event.key === "Escape" && isTouched.current) {
            isTouched.current = false;
            draft.leave();
          }
        }}
        data-touched={draft.isTouched || undefined}
        onPaste={(event) => {
          event.preventDefault();
          document.execCommand("insertText", false, event.clipboardData?.getData("text/plain") ?? "");
        }}
        onDrop={(event) => event.preventDefault()}
        onKeyUp={() => { at.current = area.current && caret(area.current); }}
        onMouseUp={() => { at.current = area.current && caret(area.current); }}
        onBlur={() => { at.current = area.current && caret(area.current); commit(); }}
      />
      <Aids label={`${field.title}里可以插入的`}>
        <Picker
          button="插入数" label={`在${field.title}里插入数`} choose={(name) => put(`{{ ${name} }}`)}
          offers={figures.map((own) => ({ value: own.name, words: own.shown, note: own.label || own.name }))}
        />
        <Picker button="常用句" label={`在${field.title}里插入常用句`} offers={sentences} choose={(name) => put(`{{ ${name} }}`)} />
        {placed.length > 0 && (
          <Picker
            button="插入表图" label={`在${field.title}里插入表或图`} choose={(name) => put(`\n![${name}](${name})\n`)}
            offers={placed.map((name) => ({ value: name, words: name, note: "" }))}
          />
        )}
        <Picker button="别处的写法" label={`${field.title}在别处的写法`} offers={others} choose={put} />
      </Aids>
    </>
  );
}
