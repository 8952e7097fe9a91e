// The report of a release: what became of the rows of every source, line by line.

export interface SourceCount {
  readonly file: string;
  readonly read: number;
  /** Rows that found their place in the release. */
  readonly joined: number;
  /** Rows that fit no area of the unit. */
  readonly unmatched: number;
  readonly dropped: number;
  /** Why rows were dropped or not matched, or what else to know; empty where nothing. */
  readonly why: string;
}

export class Report {
  private readonly counts: SourceCount[] = [];
  private readonly notes: string[] = [];

  count(count: SourceCount): void {
    if (count.joined + count.unmatched + count.dropped !== count.read)
      throw new RangeError(
        `${count.file}: ${count.read} rows read, but ${count.joined} joined, ${count.unmatched} unmatched and ${count.dropped} dropped do not add up to them.`,
      );
    this.counts.push(count);
  }

  note(sentence: string): void {
    this.notes.push(sentence);
  }

  get sources(): readonly SourceCount[] {
    return this.counts;
  }

  text(): string {
    const header = ['source', 'rows in', 'joined', 'unmatched', 'dropped', 'why'];
    const rows = this.counts.map((c) => [
      c.file,
      String(c.read),
      String(c.joined),
      String(c.unmatched),
      String(c.dropped),
      c.why,
    ]);
    const widths = header.map((name, k) => Math.max(name.length, ...rows.map((row) => row[k].length)));
    const line = (cells: string[]) =>
      cells
        .map((cell, k) =>
          k === 0 || k === 5 ? cell.padEnd(k === 5 ? 0 : widths[k]) : cell.padStart(widths[k]),
        )
        .join('  ')
        .trimEnd();
    return `${[line(header), ...rows.map(line), '', ...this.notes].join('\n')}\n`;
  }
}
