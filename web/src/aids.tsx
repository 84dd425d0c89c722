// Buttons beside a field: one stop of the Tab key for all, the arrow keys go from one to the next.

import { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export function Aids({ label, children }: { label: string; children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const at = useRef(0);
  const buttons = () => Array.from(place.current?.querySelectorAll<HTMLElement>("button") ?? []);
  const settle = () => {
    const all = buttons();
    at.current = Math.min(at.current, Math.max(all.length - 1, 0));
    all.forEach((own, n) => { own.tabIndex = n === at.current ? 0 : -1; });
  };

  useLayoutEffect(settle);

  const onKey = (event: KeyboardEvent) => {
    const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const all = buttons();
    const here = all.indexOf(event.target as HTMLElement);
    if (!way || here < 0) return; // in a list that is open the keys are for its field
    event.preventDefault();
    at.current = (here + way + all.length) % all.length;
    settle();
    all[at.current]?.focus();
  };
  return (
    <div class="aids" role="toolbar" aria-label={label} ref={place} onKeyDown={onKey}>
      {children}
    </div>
  );
}
