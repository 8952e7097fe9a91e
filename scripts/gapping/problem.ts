// What stops a command: input or flags that cannot be used. Ends with exit code 2 and one plain sentence.

/** A code or a path can hold line breaks; a message is one line. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** Something in a file is wrong. Read as `file:line: what is wrong, what was expected`. */
export class InputProblem extends Error {
  constructor(file: string, line: number, sentence: string) {
    super(oneLine(`${file}:${line}: ${sentence}`));
    this.name = 'InputProblem';
  }
}

/** The command was called in a way it does not know. */
export class UsageProblem extends Error {
  constructor(sentence: string) {
    super(oneLine(sentence));
    this.name = 'UsageProblem';
  }
}

/** Runs a step of the engine on a file's content; what the engine refuses is reported against that file. */
export function blame<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new InputProblem(file, 1, error.message);
    throw error;
  }
}
