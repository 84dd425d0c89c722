// A place where files are dropped or chosen. A file that misses it is taken too: the browser never opens it.

export function droppable(place: string, input: string, take: (files: File[]) => void): void {
  const chosen = document.getElementById(input) as HTMLInputElement | null;
  const drop = document.getElementById(place);
  if (!drop) return;
  chosen?.addEventListener("change", () => {
    take(Array.from(chosen.files ?? []));
    chosen.value = ""; // the same file can be chosen again
  });
  let leaving = 0;
  const lit = (isOver: boolean) => {
    window.clearTimeout(leaving);
    drop.classList.toggle("over", isOver);
    if (isOver) leaving = window.setTimeout(() => drop.classList.remove("over"), 300); // "dragover" comes again and again
  };
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    lit(true);
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    lit(false);
    take(Array.from(event.dataTransfer?.files ?? []));
  });
}

// Where no file is asked for one that is dropped by mistake must not take the page away.
export function refuseDrops(): void {
  const refuse = (event: DragEvent) => {
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
  };
  window.addEventListener("dragover", refuse);
  window.addEventListener("drop", refuse);
}

// Words that are dragged from one field to another are none of this.
function hasFiles(event: DragEvent): boolean {
  return Array.from(event.dataTransfer?.types ?? []).includes("Files");
}
