// A team added by hand: where, how many places, what it costs.
import { useId, useState } from 'preact/hooks';
import type { Catalogue } from '../../domain/catalogue.ts';
import { proposedService } from '../../domain/plan.ts';
import type { Page } from '../shell/page.ts';
import { PlaceFields, readPlace } from './MoveForm.tsx';
import { freeTeamId, makeChange, planInHand } from './plansInHand.ts';
import { programmesToPlace } from './SiteSearch.tsx';
import { wish } from './siteSearch.ts';

export function AddTeam({ page, catalogue }: { page: Page; catalogue: Catalogue }) {
  const id = useId();
  const [fault, setFault] = useState('');
  const [said, setSaid] = useState('');
  const q = page.session.question.value;
  const programmes = programmesToPlace(catalogue, q.tier, q.programmes);
  const programme = programmes.find((p) => p.id === wish.programme.value) ?? programmes[0];
  if (!programme) return null;
  return (
    <details class="add-team">
      <summary>Add a team</summary>
      <form
        class="point-form"
        aria-label="Add a team"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const read = readPlace(form);
          if (typeof read === 'string') return setFault(read);
          const places = Number(new FormData(form).get('places'));
          const costText = String(new FormData(form).get('cost') ?? '').trim();
          if (!(places > 0)) return setFault('A team needs a number of places a year above 0.');
          const cost = costText === '' ? null : Number(costText);
          if (cost !== null && !(cost >= 0))
            return setFault('The cost is pounds a year, 0 or more; empty is not known.');
          setFault('');
          makeChange(page, {
            kind: 'add',
            service: proposedService({
              id: freeTeamId(planInHand(page)),
              programme,
              form: 'site',
              ...read,
              areas: [],
              ages: q.ages,
              capacity: places,
              cost,
            }),
          });
          setSaid(`Added ${read.place}.`);
          form.reset();
        }}
      >
        <PlaceFields id={id} fault={fault} />
        <label class="number-field">
          <span>Places a year</span>
          <input
            class="field"
            type="number"
            name="places"
            min={0}
            step={1}
            defaultValue={wish.places.value}
          />
        </label>
        <label class="number-field">
          <span>
            Cost <span class="quiet">£ a year</span>
          </span>
          <input class="field" type="number" name="cost" min={0} step={1000} defaultValue={wish.cost.value} />
        </label>
        <button type="submit" class="button">
          Add the team
        </button>
        <p class="hidden" role="status">
          {said}
        </p>
      </form>
    </details>
  );
}
