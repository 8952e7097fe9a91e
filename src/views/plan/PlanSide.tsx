// How sure the choice of sites is, whom provision favours, and the gap of each authority, now and with the plan.
import type { Answer } from '../../domain/answer.ts';
import { pounds } from '../../encode/inventoryWords.ts';
import { decimals, NOT_KNOWN, odds, signed, whole } from '../../encode/numbers.ts';
import { equityWords, foundBeforeWords } from '../../encode/planWords.ts';
import { provisionPhrase } from '../../encode/sentence.ts';
import { type Page, vocabulary } from '../shell/page.ts';
import { search, searchStanding } from './siteSearch.ts';

function HowSure({ page }: { page: Page }) {
  const found = search.value;
  const standing = searchStanding(found, page.session.question.value);
  const { result } = found;
  if (!result)
    return (
      <p class="quiet">
        Find the best sites, and each candidate’s share of the runs that choose it stands here.
      </p>
    );
  if (standing === 'question') return <p class="found-before">{foundBeforeWords(standing)}</p>;
  if (result.chosen.length === 0)
    return <p class="quiet">No site is chosen; beside the search it says why.</p>;
  const counted = found.status === 'done' && result.runs > 0;
  const frequency = (f: number) => (counted ? odds(f) : found.status === 'cancelled' ? NOT_KNOWN : '…');
  return (
    <div class="how-sure" data-standing={standing}>
      {standing !== 'current' && <p class="found-before">{foundBeforeWords(standing)}</p>}
      <table class="plain-table">
        <caption class="hidden">How often each site is chosen, and the gap it closes alone</caption>
        <thead>
          <tr>
            <th scope="col">Site</th>
            <th scope="col" class="number">
              Chosen in
            </th>
            <th scope="col" class="number">
              Gap closed
            </th>
          </tr>
        </thead>
        <tbody>
          {result.chosen.map((c) => (
            <tr key={c.id}>
              <th scope="row">
                {c.name}
                {counted && c.frequencyNearby - c.frequency > 0.02 && (
                  <small class="quiet"> it or one within 2 km: {odds(c.frequencyNearby)}</small>
                )}
              </th>
              <td class="number">{frequency(c.frequency)}</td>
              <td class="number">{decimals(c.closesAlone, 1)}</td>
            </tr>
          ))}
          {counted &&
            result.rivals.slice(0, 5).map((c) => (
              <tr key={c.id} class="rival">
                <th scope="row">{c.name}</th>
                <td class="number">{odds(c.frequency)}</td>
                <td class="number">{decimals(c.closesAlone, 1)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p class="quiet small">
        {counted
          ? `Chosen in: share of ${whole(result.runs)} runs over uncertain need, reach and weights. `
          : 'The runs over uncertain need, reach and weights are being counted. '}
        Gap closed: places a year that the site alone would close.
        {counted && result.rivals.length > 0 && ' Paler: not chosen here, but in at least one run in twenty.'}
        {result.placesElsewhere > 0.5 &&
          ` ${whole(result.placesElsewhere)} of the new places go where no gap is left.`}
        {result.costPerPlace !== null &&
          ` ${pounds(Math.round(result.costPerPlace))} a year for each place closed by these teams.`}
      </p>
      <details class="small">
        <summary>How it is worked out</summary>
        <p class="quiet">
          {result.method} {whole(result.candidates)} candidates
          {result.unreached > 0 && `, ${whole(result.unreached)} of which nobody eligible can reach`}.
        </p>
      </details>
    </div>
  );
}

export function PlanSide({ page, answer }: { page: Page; answer: Answer }) {
  const words = equityWords(answer);
  const name = answer.question.plan?.name ?? 'Plan';
  const { before } = answer;
  const digits = 1;
  const total = (gap: (k: number) => number) => answer.authorities.reduce((sum, _, k) => sum + gap(k), 0);
  const nowGap = (k: number) => (before?.authorities ?? answer.authorities)[k].gap;
  const planGap = (k: number) => answer.authorities[k].gap;
  return (
    <>
      <section>
        <h2>How sure</h2>
        <HowSure page={page} />
      </section>
      <section>
        <h2>Equity</h2>
        <p>
          {provisionPhrase(answer.question, vocabulary(page.session.catalogue.value)).replace(/^./, (c) =>
            c.toUpperCase(),
          )}{' '}
          by need: <b>now</b> {words.now}
          {words.planned && (
            <>
              ; <b>with {name}</b> {words.planned}
            </>
          )}
          .
        </p>
        <p class="quiet small">{words.figures}</p>
      </section>
      <section>
        <h2>By authority</h2>
        <table class="plain-table">
          <caption class="hidden">Gap of each authority in places a year, above 0 short</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="quiet">places a year</span>
              </th>
              <th scope="col" class="number">
                Now
              </th>
              {before && (
                <th scope="col" class="number">
                  {name}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {answer.authorities.map((a, k) => (
              <tr key={a.code}>
                <th scope="row">{a.name}</th>
                <td class="number">{signed(nowGap(k), digits)}</td>
                {before && <td class="number">{signed(planGap(k), digits)}</td>}
              </tr>
            ))}
            <tr class="total">
              <th scope="row">All</th>
              <td class="number">{signed(total(nowGap), digits)}</td>
              {before && <td class="number">{signed(total(planGap), digits)}</td>}
            </tr>
          </tbody>
        </table>
        <p class="quiet small">
          Above 0: short of what need calls for. Below 0: more places than need calls for.
        </p>
      </section>
    </>
  );
}
