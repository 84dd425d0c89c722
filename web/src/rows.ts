// Which rows of a list are the ones that were there before: an editor beside may have moved them.

interface Known {
  id: number;
  name: string;
}

export class Rows {
  private known: Known[] = [];
  private next = 0;

  // A row keeps its number where its name goes; one that was renamed keeps it where it stands.
  ids(names: string[]): number[] {
    const free = new Set(this.known);
    const take = (own: Known | undefined): Known | undefined => {
      if (own && free.delete(own)) return own;
      return undefined;
    };
    const byName = names.map((name) => take([...free].find((own) => own.name === name)));
    const found = byName.map((own, n) => own ?? take(this.known[n]));
    this.known = names.map((name, n) => ({ id: found[n]?.id ?? this.next++, name }));
    return this.known.map((own) => own.id);
  }
}
