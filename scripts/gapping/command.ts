// What every command of the command line looks like, and what it may write to.

/** Where a command writes: results to `out`, messages and progress to `say` (one line each). */
export interface Channels {
  out(text: string): void;
  say(line: string): void;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[], channels: Channels): void | Promise<void>;
}
