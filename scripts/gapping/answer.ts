// `gapping answer`: the area table of a shared link, with the page's own figures.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DamagedRelease, MissingFile } from '../../src/data/damage.ts';
import { ensure, loadCore } from '../../src/data/load.ts';
import { type Answer, ENGINE_VERSION } from '../../src/domain/answer.ts';
import type { Vocabulary } from '../../src/encode/sentence.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { hotspotsOf } from '../../src/engine/hotspots.ts';
import { needsOf } from '../../src/engine/needs.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';
import { areaCsv } from '../../src/state/areaExport.ts';
import { parseLink } from '../../src/state/link.ts';
import { withNeighbours } from '../../src/worker/withNeighbours.ts';
import type { Channels, Command } from './command.ts';
import { needed, readFlags } from './flags.ts';
import { InputProblem, UsageProblem } from './problem.ts';

const HELP = `
gapping answer --link URL [--release DIR]

The table of areas behind a shared link: the same figures as the page, from the same engine, seed and release.

  --link URL      the address of the page, or its part from "#" on; in quotation marks, as it holds & and #
  --release DIR   the folder of a release; public/data unless told

Out, in the order of the release: area,name,authority,eligible,need,places,target,gap,lower,upper,odds,kind, then
places_now,gap_now where the link carries a plan, one column for each measure of the need,
cluster,statistic,p,p_adjusted where the link shows hot spots, and status.
  area          GSS code                      need     relative to the region's mean (1 is the mean)
  eligible      people of the question's ages places   places a year that reach them
  target        places a year that need calls for      gap   target - places
  lower, upper  90 % interval of the gap from 2,000 seeded draws; odds: the probability that the gap is above zero
  kind          the first step at which provision falls short
  places_now    places, and gap_now the gap, without the plan; every other figure is with it, on the same yardstick
  measures      as they enter the need (smoothed where the question says so), in the unit its "#" line names
  status        known, or which figures of the row are not known or suppressed
Empty is not known, never 0. Lines that begin with "#" come first: question, link, release, engine version, seed, plan, the
measures' units, attribution, and whatever the page would tell a reader about this answer.
`;

const PUBLISHED = fileURLToPath(new URL('../../public/data/', import.meta.url));

/** Asks a release the question of a link. */
async function ask(
  link: string,
  folder: string,
): Promise<{ answer: Answer; vocabulary: Vocabulary; notices: string[] }> {
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
  if (stamp.release !== null && stamp.release !== release.id && stamp.release !== release.hash) {
    notices.push(`The link was made with release ${stamp.release}; these figures are of ${release.id}.`);
  }
  if (stamp.engine !== null && stamp.engine !== ENGINE_VERSION) {
    notices.push(
      `The link was made with engine version ${stamp.engine}; these figures are of ${ENGINE_VERSION}.`,
    );
  }
  const answer = wholeAnswer(dataset, question);
  if (question.show !== 'hotspots') return { answer, vocabulary: dataset, notices };
  const touching = await withNeighbours(read, dataset, question.level);
  const hotspots = hotspotsOf(touching, question, analyse(dataset, question));
  return { answer: { ...answer, hotspots }, vocabulary: dataset, notices };
}

async function run(args: readonly string[], { out, say }: Channels): Promise<void> {
  const flags = readFlags(args, ['link', 'release']);
  const link = needed(flags, 'link', 'the address of a question');
  if (!link.includes('#')) {
    throw new UsageProblem('--link has no "#", expected the whole address in quotation marks.');
  }
  const folder = flags.get('release') ?? PUBLISHED;
  const { answer, vocabulary, notices } = await ask(link, folder).catch((error: unknown) => {
    // The engine refuses a question it cannot answer, such as a period without a whole month, in a plain sentence.
    if (error instanceof RangeError) throw new UsageProblem(`--link cannot be answered. ${error.message}`);
    if (!(error instanceof DamagedRelease || error instanceof MissingFile)) throw error;
    // What follows the first sentence tells a reader of the page to load it again.
    const [sentence] = error.message.split('. ');
    throw new InputProblem(join(folder, error.file), 1, `${sentence}, expected a whole release`);
  });
  for (const notice of [...notices, ...answer.notices]) say(notice);
  out(areaCsv(answer, { vocabulary, notices }));
}

export const answerCommand: Command = {
  name: 'answer',
  summary: 'the area table of a shared link, with the same figures as the page',
  help: HELP,
  run,
};
