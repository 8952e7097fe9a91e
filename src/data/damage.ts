// Damage: a file of the release that is missing, changed or cut short, said in one plain sentence.

export class DamagedRelease extends Error {
  constructor(
    readonly file: string,
    what: string,
  ) {
    super(
      `${file} is damaged: ${what}. Load the page again; if this stays, the release must be published again.`,
    );
    this.name = 'DamagedRelease';
  }
}

export class MissingFile extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(`${file} could not be loaded. Check the connection and try again.`, { cause });
    this.name = 'MissingFile';
  }
}
