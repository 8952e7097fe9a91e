// `gapping release`: hands its flags to the script that makes a release from the source files.
import type { Channels, Command } from './command.ts';

const HELP = `
gapping release --unit U --sources DIR

Makes a release (boundaries, columns, datapackage.json) in public/data from the source files: see scripts/release.

  --unit U        the unit the release is for, such as west-midlands
  --sources DIR   the folder with the source files
`;

async function run(args: readonly string[], _channels: Channels): Promise<void> {
  const { main } = await import('../release.ts');
  await main([...args]);
}

export const releaseCommand: Command = {
  name: 'release',
  summary: 'makes a release for the page from the source files',
  help: HELP,
  run,
};
