// The part an area has in the notable clusters, as a line of its card; and what was found as a whole, for the region's.
import type { Answer } from '../../domain/answer.ts';
import { roleFigure } from '../../encode/clusterRoles.ts';
import { statisticName, testPhrase } from '../../encode/hotspotHeadline.ts';
import { hotspotText } from '../../encode/hotspotText.ts';
import { whole } from '../../encode/numbers.ts';
import { capital, levelNoun } from '../../encode/words.ts';

export function ClusterLine({ answer, row }: { answer: Answer; row: number }) {
  const { hotspots, areas } = answer;
  if (!hotspots) return null;
  return (
    <p class="card-cluster">
      <b>{capital(roleFigure(answer, row))}</b>
      <span class="line">
        {statisticName(hotspots.statistic)} of {hotspots.of}; adjusted for {whole(hotspots.found.tested)}{' '}
        {levelNoun(areas.level)} tested ({testPhrase(answer, hotspots)})
      </span>
    </p>
  );
}

export function ClusterSummary({ answer }: { answer: Answer }) {
  const { finding, sureness } = hotspotText(answer);
  if (finding === '') return null;
  return (
    <section class="card cluster-summary" aria-labelledby="cluster-title">
      <h2 id="cluster-title">What was found</h2>
      <p>{finding}</p>
      <p class="card-notes">{sureness}</p>
    </section>
  );
}
