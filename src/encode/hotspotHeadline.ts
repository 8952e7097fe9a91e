// The headline of the hot spots: how many notable clusters there are, where the largest lies, and how sure that is.
import type { Answer, Hotspots } from '../domain/answer.ts';
import { decimals, inWords, whole } from './numbers.ts';
import { capital, levelNoun } from './words.ts';

/** "5%", "0.1%": the share of the cores that may be there by chance. */
export function discoveryRate(level: number): string {
  const percent = level * 100;
  return `${decimals(percent, percent >= 1 ? 0 : 1)}%`;
}

/** The statistic by its name. */
export function statisticName(statistic: Hotspots['statistic']): string {
  return statistic === 'gi-star' ? 'Getis and Ord’s Gi*' : 'local Moran’s I';
}

/** What was tested, as it stands in a sentence: "the need", "robbery". */
export function testedPhrase(hotspots: Hotspots): string {
  return hotspots.tested?.measure.phrase ?? 'the need';
}

/** "false-discovery rate 5%, 9,999 permutations, seed 1" */
export function testPhrase(answer: Answer, hotspots: Hotspots): string {
  return `false-discovery rate ${discoveryRate(hotspots.level)}, ${whole(hotspots.permutations)} permutations, seed ${answer.question.seed}`;
}

/** The core of a cluster that stands out most: the cluster is called by it. */
export function heart(hotspots: Hotspots, rows: readonly number[]): number {
  const cores = rows.filter((i) => hotspots.role[i] === 'core high');
  return cores.reduce((best, i) => (hotspots.value[i] > hotspots.value[best] ? i : best), cores[0]);
}

/** One sentence of what was found and how sure that is; while the search runs, that it does. */
export function hotspotHeadline(answer: Answer): { readonly figure: string; readonly rest: string } {
  const { hotspots, areas } = answer;
  if (!hotspots) return { figure: '', rest: 'Notable clusters are being looked for …' };
  const { clustersHigh, coresHigh, neighboursHigh, tested } = hotspots.found;
  const subject = testedPhrase(hotspots);
  const sure = testPhrase(answer, hotspots);
  if (clustersHigh.length === 0)
    return {
      figure: 'No notable cluster',
      rest: ` where ${subject} is high, among ${whole(tested)} ${levelNoun(areas.level, tested)} tested (${sure}).`,
    };
  const [largest] = clustersHigh;
  const centre = heart(hotspots, largest);
  const count = clustersHigh.length;
  const neighbours =
    neighboursHigh > 0
      ? ` and ${whole(neighboursHigh)} ${neighboursHigh === 1 ? 'neighbour' : 'neighbours'}`
      : '';
  const cores = `${whole(coresHigh)} core ${levelNoun(areas.level, coresHigh)}${neighbours}`;
  const where = `${count > 1 ? 'the largest ' : ''}around ${areas.name[centre]} in ${areas.authority[centre]}`;
  return {
    figure: `${capital(inWords(count))} notable ${count === 1 ? 'cluster' : 'clusters'}`,
    rest: ` where ${subject} is high: ${cores}, ${where} (${sure}).`,
  };
}
