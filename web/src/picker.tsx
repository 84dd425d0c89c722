// A list to choose from by typing some words of it: figures for a sentence, wording from elsewhere.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { JSX } from "preact";

export interface Offer {
  value: string;
  words: string;
  note: string;
}

const MOST = 60;

export function Picker({ button, label, offers, choose }: {
  button: string; label: string; offers: Offer[] | (() => Promise<Offer[]>); choose: (value: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [known, setKnown] = useState<Offer[]>([]);
  const [wanted, setWanted] = useState("");
  const [lit, setLit] = useState(0);
  const place = useRef<HTMLSpanElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  // At once: the next letter is for the list already.
  useLayoutEffect(() => {
    if (isOpen) place.current?.querySelector("input")?.focus();
  }, [isOpen]);

  useEffect(() => {
    if (!isOpen) return;
    if (!Array.isArray(offers)) void offers().then(setKnown);
    const away = (event: MouseEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("mousedown", away);
    return () => document.removeEventListener("mousedown", away);
  }, [isOpen]);

  const own = Array.isArray(offers) ? offers : known;
  const parts = wanted.trim().split(/\s+/);
  const found = own.filter((one) => parts.every((part) => `${one.words} ${one.note} ${one.value}`.includes(part))).slice(0, MOST);
  const shut = () => { setOpen(false); setWanted(""); setLit(0); };
  const close = () => { shut(); opener.current?.focus(); };
  // Where one goes on is for the chooser to say.
  const take = (own: Offer | undefined) => { if (own) { shut(); choose(own.value); } };
  const onKey = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (way && found.length) { event.preventDefault(); setLit((lit + way + found.length) % found.length); }
    if (event.key === "Enter") { event.preventDefault(); take(found[lit]); }
    if (event.key === "Escape") { event.preventDefault(); close(); }
  };

  return (
    <span class="picker" ref={place}>
      <button type="button" ref={opener} aria-label={label} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{button}</button>
      {isOpen && (
        <span class="offers">
          <input
            role="combobox" aria-expanded="true" aria-label={`${label}：输入几个字来找`} placeholder="输入几个字来找"
            aria-controls="offers" aria-activedescendant={found.length ? `offer-${lit}` : undefined}
            value={wanted} onInput={(event) => { setWanted((event.target as HTMLInputElement).value); setLit(0); }} onKeyDown={onKey}
          />
          <ul role="listbox" id="offers" aria-label={label}>
            {found.map((own, n) => (
              <li
                role="option" id={`offer-${n}`} key={own.value} aria-selected={n === lit} class={n === lit ? "lit" : ""}
                ref={(element) => { if (n === lit) element?.scrollIntoView({ block: "nearest" }); }}
                onMouseDown={(event) => { event.preventDefault(); take(own); }}
              >
                {own.words}<span class="hint">　{own.note}</span>
              </li>
            ))}
            {!found.length && <li class="hint">没有</li>}
          </ul>
        </span>
      )}
    </span>
  );
}
