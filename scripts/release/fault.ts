// A fault in a source: one sentence that names the file, the line and what was expected there.

export class SourceFault extends Error {
  constructor(
    readonly file: string,
    readonly line: number | null,
    found: string,
    expected: string,
  ) {
    super(`${file}${line === null ? '' : `:${line}`}: ${found}, expected ${expected}.`);
    this.name = 'SourceFault';
  }
}
