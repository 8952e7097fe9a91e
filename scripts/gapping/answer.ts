// `gapping answer`: the area table of a shared link, with the page's own figures.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DamagedRelease, MissingFile } from '../../src/data/damage.ts';
import { ensure, loadCore } from '../../src/data/load.ts';
import { type Answer, ENGINE_VERSION } from '../../src/domain/answer.ts';
import { sentenceText } from '../../src/encode/sentence.ts';
import { needsOf } from '../../src/engine/needs.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';
import { parseLink, writeLink } from '../../src/state/link.ts';
import type { Channels, Command } from './command.ts';
import { field, figure, writeRows } from './figures.ts';
import { needed, readFlags } from './flags.ts';
import { InputProblem, UsageProblem } from './problem.ts';

const HELP = `
gapping answer --link URL [--release DIR]

The table of areas behind a shared link: the same figures as the page, from the same engine, seed and release.

  --link URL      the address of the page, or its part from "#" on; in quotation marks, as it holds & and #
  --release DIR   the folder of a release; public/data unless told

Out, in the order of the release: area,name,authority,eligible,need,places,target,gap,lower,upper,odds,kind, then one
column for each measure of the need.
  area          GSS code                      need     relative to the region's mean (1 is the mean)
  eligible      people of the question's ages places   places a year that reach them
  target        places a year that need calls for      gap   target - places
  lower, upper  90 % interval of the gap from 2,000 seeded draws; odds: the probability that the gap is above zero
  kind          the first step at which provision falls short
  measures      as they enter the need (smoothed where the question says so), in the unit its "#" line names
Empty is not known, never 0. Lines that begin with "#" come first: question, link, release, engine version, seed, the
measures' units, attribution, and whatever the page would tell a reader about this answer.
`;

const PUBLISHED = fileURLToPath(new URL('../../public/data/', import.meta.url));

const COLUMNS = [
  'area',
  'name',
  'authority',
  'eligible',
  'need',
  'places',
  'target',
  'gap',
  'lower',
  'upper',
  'odds',
  'kind',
];

/** Asks a release the question of a link. */
async function ask(link: string, folder: string): Promise<{ answer: Answer; remarks: string[] }> {
  const { question, notices, stamp } = parseLink(link);
  if (question.inventory === 'own') {
    notices.push(
      "The link was made with a reader's own inventory, which is not part of it; the documented one is read.",
    );
  }
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  const core = await loadCore(read);
  const dataset = await ensure(read, core, needsOf(core.measures, question));
  const { release } = dataset;
  if (stamp.release !== null && stamp.release !== release.id) {
    notices.push(`The link was made with release ${stamp.release}; these figures are of ${release.id}.`);
  }
  if (stamp.engine !== null && stamp.engine !== ENGINE_VERSION) {
    notices.push(
      `The link was made with engine version ${stamp.engine}; these figures are of ${ENGINE_VERSION}.`,
    );
  }
  const answer = wholeAnswer(dataset, question);
  const units = answer.measures.map(
    ({ measure, unit, weight }) => `${measure.id}: ${unit}, weight ${figure(weight)}`,
  );
  return {
    answer,
    remarks: [
      `question: ${sentenceText(question, dataset)}`,
      `link: ${writeLink(question, { release: release.id })}`,
      `release: ${release.id} (${release.hash}), ${release.boundaries}`,
      `engine: ${answer.engine}`,
      `seed: ${question.seed}`,
      `inventory: ${answer.inventoryStatus}`,
      ...units.map((unit) => `measure ${unit}`),
      `attribution: ${release.attribution}`,
      ...[...notices, ...answer.notices].map((notice) => `note: ${notice}`),
    ],
  };
}

async function run(args: readonly string[], { out, say }: Channels): Promise<void> {
  const flags = readFlags(args, ['link', 'release']);
  const link = needed(flags, 'link', 'the address of a question');
  if (!link.includes('#')) {
    throw new UsageProblem('--link has no "#", expected the whole address in quotation marks.');
  }
  const folder = flags.get('release') ?? PUBLISHED;
  const { answer, remarks } = await ask(link, folder).catch((error: unknown) => {
    if (!(error instanceof DamagedRelease || error instanceof MissingFile)) throw error;
    // What follows the first sentence tells a reader of the page to load it again.
    const [sentence] = error.message.split('. ');
    throw new InputProblem(join(folder, error.file), 1, `${sentence}, expected a whole release`);
  });
  for (const remark of remarks) if (remark.startsWith('note: ')) say(remark.slice('note: '.length));
  for (const remark of remarks) out(`# ${remark.replace(/\s+/g, ' ')}\n`);
  const { areas, uncertainty, measures } = answer;
  const at = (column: Float64Array | undefined, i: number) => (column === undefined ? '' : figure(column[i]));
  writeRows(out, [...COLUMNS, ...measures.map((m) => field(m.measure.id))], areas.code.length, (i) =>
    [
      field(areas.code[i]),
      field(areas.name[i]),
      field(areas.authority[i]),
      figure(areas.eligible[i]),
      figure(areas.need[i]),
      figure(areas.places[i]),
      figure(areas.target[i]),
      figure(areas.gap[i]),
      at(uncertainty?.gapLower, i),
      at(uncertainty?.gapUpper, i),
      at(uncertainty?.odds, i),
      field(areas.kind[i]),
      ...measures.map((m) => figure(m.value[i])),
    ].join(','),
  );
}

export const answerCommand: Command = {
  name: 'answer',
  summary: 'the area table of a shared link, with the same figures as the page',
  help: HELP,
  run,
};
