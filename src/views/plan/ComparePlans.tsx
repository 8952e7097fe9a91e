// Another plan of this browser beside the one in hand: the same question, the same yardstick, each figure in a row.
import { useState } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import { OPENING_SEARCH } from '../../domain/planSearch.ts';
import { share, signed, whole } from '../../encode/numbers.ts';
import { costFigureAlone, planCosts } from '../../encode/planCost.ts';
import { costPerPlaceWords, equityWords, placesClosed } from '../../encode/planWords.ts';
import { writeLink } from '../../state/link.ts';
import { writePlan } from '../../state/planLink.ts';
import { ownInventory } from '../shell/ownInventory.ts';
import type { Page } from '../shell/page.ts';
import { useFurther } from '../shell/useFurther.ts';
import { plans } from './plansInHand.ts';

export function ComparePlans({ page, answer }: { page: Page; answer: Answer }) {
  const { question } = page.session;
  const [name, setName] = useState('');
  const others = plans.kept.value.filter((p) => p.name !== question.value.plan?.name);
  const other = others.find((p) => p.name === name) ?? null;
  const asked = other ? { ...question.value, plan: other } : null;
  const key = asked
    ? writeLink({
        ...asked,
        search: OPENING_SEARCH,
        screen: 'plan',
        show: 'gap',
        selected: [],
        story: null,
      }) + writePlan(asked.plan)
    : '';
  const { result, failed } = useFurther(page, 'answer', asked, null, [key, ownInventory.inventory.value]);
  const beside = other && result?.question.plan?.name === other.name ? result : null;
  if (others.length === 0) return null;
  const services = (answer.before?.services ?? answer.services).map((s) => s.service);
  const columns = [answer, ...(beside ? [beside] : [])].map((a) => {
    const costs = planCosts(a.question.plan, services);
    const cost = costs.unknown > 0 ? null : costs.known;
    return { a, costs, cost, name: a.question.plan?.name ?? 'As things stand' };
  });
  const row = (label: string, text: (c: (typeof columns)[number]) => string) => (
    <tr>
      <th scope="row">{label}</th>
      {columns.map((c) => (
        <td key={c.name} class="number">
          {text(c)}
        </td>
      ))}
    </tr>
  );
  return (
    <section class="compare" aria-label="Compare plans">
      <label class="plan-row">
        <span>Compare with</span>
        <select value={name} onChange={(event) => setName(event.currentTarget.value)}>
          <option value="">no other plan</option>
          {others.map((p) => (
            <option key={p.name} value={p.name}>
              {p.name}
            </option>
          ))}
        </select>
      </label>
      {failed && <p class="field-fault">{failed}</p>}
      {other && !beside && !failed && <p class="quiet">Working out {other.name} …</p>}
      {beside && (
        <table class="plain-table">
          <caption class="hidden">Two plans on the same question</caption>
          <thead>
            <tr>
              <td />
              {columns.map((c) => (
                <th key={c.name} scope="col" class="number">
                  {c.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row('Places missing, share', ({ a }) => share(a.headline.unmetShare))}
            {row('Places missing a year', ({ a }) => whole(a.headline.unmetPlaces))}
            {row('Gap closed, places', ({ a }) => (a.before ? signed(placesClosed(a), 1) : '0'))}
            {row('Cost a year', ({ costs }) => costFigureAlone(costs))}
            {row('Cost of a place', ({ a, cost }) =>
              a.before ? costPerPlaceWords(cost, placesClosed(a)) : '–',
            )}
            {row('Provision', ({ a }) => equityWords(a).planned ?? equityWords(a).now)}
            {answer.authorities.map((auth, k) => (
              <tr key={auth.code}>
                <th scope="row">Gap, {auth.name}</th>
                {columns.map((c) => (
                  <td key={c.name} class="number">
                    {signed(c.a.authorities[k].gap, 1)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
