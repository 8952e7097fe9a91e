// The command line: the engine without a browser. Results go to standard output, everything else to standard error.
import { accessCommand } from './gapping/access.ts';
import { answerCommand } from './gapping/answer.ts';
import { clustersCommand } from './gapping/clusters.ts';
import type { Channels, Command } from './gapping/command.ts';
import { coverCommand } from './gapping/cover.ts';
import { InputProblem, UsageProblem } from './gapping/problem.ts';
import { ratesCommand } from './gapping/rates.ts';
import { releaseCommand } from './gapping/release.ts';
import { siteCommand } from './gapping/site.ts';

const COMMANDS: readonly Command[] = [
  ratesCommand,
  clustersCommand,
  accessCommand,
  coverCommand,
  siteCommand,
  answerCommand,
  releaseCommand,
];

const CONVENTIONS = `Files are CSV in UTF-8 with a header; the order of columns is free and further columns are passed over. "-" reads standard input.
Figures are written at 15 significant digits; an empty cell means not known.
On bad input: exit code 2 and "file:line: what is wrong, what was expected" on standard error.`;

function overview(): string {
  const width = Math.max(...COMMANDS.map((c) => c.name.length));
  const list = COMMANDS.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`).join('\n');
  return `Use: npm run --silent gapping -- COMMAND [flags]\n\n${list}\n\n"COMMAND --help" says what it reads, writes and computes.\n${CONVENTIONS}\n`;
}

/** Runs one command; the exit code: 0 done, 2 input or flags that cannot be used. Any other failure is thrown. */
export async function runCommand(args: readonly string[], channels: Channels): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name === 'help' ? COMMANDS.find((c) => c.name === rest[0]) : undefined;
    const text = asked ? `${asked.help.trim()}\n` : overview();
    if (name === undefined) channels.say(text.trimEnd());
    else channels.out(text);
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((c) => c.name === name);
  if (command === undefined) {
    channels.say(
      `gapping: there is no command "${name}", expected ${COMMANDS.map((c) => c.name).join(', ')}.`,
    );
    return 2;
  }
  // `release` hands its flags on and so answers --help for itself as well.
  if (rest.includes('--help') || rest.includes('-h')) {
    channels.out(`${command.help.trim()}\n\n${CONVENTIONS}\n`);
    return 0;
  }
  try {
    await command.run(rest, channels);
    return 0;
  } catch (error) {
    if (error instanceof InputProblem) channels.say(error.message);
    else if (error instanceof UsageProblem) channels.say(`gapping ${name}: ${error.message}`);
    else throw error;
    return 2;
  }
}

export async function main(args: readonly string[]): Promise<void> {
  // A reader who stops reading ("| head") is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    const code = await runCommand(args, {
      out: (text) => void process.stdout.write(text),
      say: (line) => void process.stderr.write(`${line}\n`),
    });
    // `release` sets the code itself.
    if (code !== 0) process.exitCode = code;
  } catch (error) {
    process.stderr.write(
      `gapping: this should not have happened. ${error instanceof Error ? error.stack : error}\n`,
    );
    process.exitCode = 1;
  }
}
