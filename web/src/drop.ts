// A place where files are dropped or chosen.

export function droppable(place: string, input: string, take: (files: File[]) => void): void {
  const chosen = document.getElementById(input) as HTMLInputElement | null;
  const drop = document.getElementById(place);
  chosen?.addEventListener("change", () => {
    take(Array.from(chosen.files ?? []));
    chosen.value = ""; // the same file can be chosen again
  });
  drop?.addEventListener("dragover", (event) => event.preventDefault());
  drop?.addEventListener("drop", (event) => {
    event.preventDefault();
    take(Array.from(event.dataTransfer?.files ?? []));
  });
}
