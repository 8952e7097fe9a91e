// What the search for hot spots found, and how sure that is, in two sentences or three.
import type { Answer, Hotspots } from '../domain/answer.ts';
import type { Level } from '../domain/area.ts';
import { heart, statisticName, testedPhrase } from './hotspotHeadline.ts';
import { decimals, inWords, whole } from './numbers.ts';
import { capital, levelNoun } from './words.ts';

export interface HotspotText {
  readonly finding: string;
  readonly sureness: string;
}

const some = (count: number, level: Level) => `${inWords(count)} ${levelNoun(level, count)}`;
const is = (count: number) => (count === 1 ? 'is' : 'are');

function highClusters(answer: Answer, hotspots: Hotspots, subject: string): string {
  const { level, name } = answer.areas;
  const { coresHigh, neighboursHigh, clustersHigh } = hotspots.found;
  if (coresHigh === 0)
    return `No ${levelNoun(level, 1)} is the core of a notable cluster where ${subject} is high.`;
  const beside =
    neighboursHigh > 0
      ? `, and ${some(neighboursHigh, level)} beside ${coresHigh === 1 ? 'it' : 'them'} ${is(neighboursHigh)} high too`
      : '';
  const [largest] = clustersHigh;
  const around = name[heart(hotspots, largest)];
  const clusters =
    clustersHigh.length === 1
      ? `; together they are one cluster around ${around}`
      : `; of ${inWords(clustersHigh.length)} clusters the largest, ${some(largest.length, level)}, lies around ${around}`;
  return `${capital(some(coresHigh, level))} ${is(coresHigh)} ${coresHigh === 1 ? 'the core' : 'cores'} of notable clusters where ${subject} is high${beside}${largest.length > 1 ? clusters : ''}.`;
}

function globalSentence(hotspots: Hotspots, level: Level): string {
  const { moran, p, permutations } = hotspots.global;
  if (Number.isNaN(moran)) return '';
  const figures = `Moran’s I ${decimals(moran, 2)}, p ${p < 0.001 ? 'below 0.001' : decimals(p, 3)} with ${whole(permutations)} permutations`;
  if (p > 0.05) return `Over all ${levelNoun(level)} no clustering can be told from chance (${figures}).`;
  return moran > 0
    ? `Over all ${levelNoun(level)} like lies beside like (${figures}).`
    : `Over all ${levelNoun(level)} high lies beside low (${figures}).`;
}

/** Empty where the answer has no hot spots yet, or none were asked for. */
export function hotspotText(answer: Answer): HotspotText {
  const { hotspots } = answer;
  if (!hotspots) return { finding: '', sureness: '' };
  const { level } = answer.areas;
  const { coresLow, outliers, islands, notKnown } = hotspots.found;
  const subject = testedPhrase(hotspots);
  const low =
    coresLow > 0
      ? `${capital(some(coresLow, level))} ${is(coresLow)} ${coresLow === 1 ? 'the core of a notable cluster' : 'cores of notable clusters'} where it is low.`
      : '';
  const apart =
    outliers > 0
      ? `${capital(some(outliers, level))} ${outliers === 1 ? 'differs' : 'differ'} notably from ${outliers === 1 ? 'its' : 'their'} surroundings.`
      : '';
  const chance = `By ${statisticName(hotspots.statistic)} and ${whole(hotspots.permutations)} permutations; of the cores, at most ${decimals(100 * hotspots.level, 0)} in 100 are expected to be there by chance.`;
  const untested = [
    notKnown > 0
      ? `${capital(some(notKnown, level))} ${is(notKnown)} not known and ${notKnown === 1 ? 'was' : 'were'} not tested.`
      : '',
    islands > 0
      ? `${capital(some(islands, level))} ${islands === 1 ? 'touches' : 'touch'} no other and cannot be tested.`
      : '',
  ];
  return {
    finding: [highClusters(answer, hotspots, subject), low, apart].filter(Boolean).join(' '),
    sureness: [chance, globalSentence(hotspots, level), ...untested].filter(Boolean).join(' '),
  };
}
