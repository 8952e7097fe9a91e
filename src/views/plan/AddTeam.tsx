// A team added by hand: where, how many places, what it costs; a second one at the same place is asked about first.
import { useId, useRef, useState } from 'preact/hooks';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Service } from '../../domain/intervention.ts';
import { proposedService } from '../../domain/plan.ts';
import { teamAt } from '../../domain/planSites.ts';
import type { Plan } from '../../domain/question.ts';
import { teamThereWords } from '../../encode/planWords.ts';
import type { Page } from '../shell/page.ts';
import { PlaceFields, readPlace } from './PlaceFields.tsx';
import { freeTeamId, makeChange, planInHand } from './plansInHand.ts';
import { programmeSought, programmesToPlace } from './programmesToPlace.ts';
import { SecondTeam } from './SecondTeam.tsx';

interface AddTeamProps {
  readonly page: Page;
  readonly catalogue: Catalogue;
  /** The services with the plan carried out. */
  readonly services: readonly Service[];
  /** Gives a team that is there other places. */
  readonly onResize: (id: string, capacity: number) => void;
}

/** What the form says, read; or what is wrong with it and where. */
type Written = { readonly service: Service } | { readonly field: string; readonly fault: string };

export function AddTeam({ page, catalogue, services, onResize }: AddTeamProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState('');
  /** What the form did, and the plan that came of it: with the next change it is out of date. */
  const [done, setDone] = useState<{ readonly words: string; readonly plan: Plan | null } | null>(null);
  const setSaid = (words: string) => setDone({ words, plan: page.session.question.peek().plan });
  const [asked, setAsked] = useState<{ readonly team: Service; readonly there: Service } | null>(null);
  const q = page.session.question.value;
  const programme = programmeSought(programmesToPlace(catalogue, q), q.search.programme);
  if (!programme) return null;

  const read = (from: HTMLFormElement): Written => {
    const place = readPlace(page, from);
    if ('fault' in place) return place;
    const data = new FormData(from);
    const capacity = Number(data.get('places'));
    if (!(capacity > 0)) return { field: 'places', fault: 'A team needs a number of places a year above 0.' };
    const costText = String(data.get('cost') ?? '').trim();
    const cost = costText === '' ? null : Number(costText);
    if (cost !== null && !(cost >= 0))
      return { field: 'cost', fault: 'The cost is pounds a year, 0 or more; empty is not known.' };
    const service = proposedService({
      id: freeTeamId(planInHand(page)),
      programme,
      form: 'site',
      ...place,
      areas: [],
      ages: q.ages,
      capacity,
      cost,
    });
    return { service };
  };
  const focus = (name: string) => form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
  const add = (team: Service, words: string) => {
    makeChange(page, { kind: 'add', service: team });
    setSaid(words);
    form.current?.reset();
  };
  const waysOn = ({ team, there }: { team: Service; there: Service }) => [
    {
      label: `Change the one there to ${team.capacity} places`,
      take: () => {
        setAsked(null);
        form.current?.reset();
        onResize(there.id, team.capacity ?? 0);
        setSaid(`Changed ${there.place}; no second team was added.`);
      },
    },
    {
      label: 'Add a second team',
      take: () => {
        setAsked(null);
        add(team, `Added a second team at ${team.place}.`);
        focus('place');
      },
    },
    {
      label: 'Neither',
      take: () => {
        setAsked(null);
        focus('place');
      },
    },
  ];

  return (
    <details class="add-team">
      <summary>Add a team</summary>
      <form
        ref={form}
        class="point-form"
        aria-label="Add a team"
        onInput={() => setAsked(null)}
        onSubmit={(event) => {
          event.preventDefault();
          const written = read(event.currentTarget);
          setAsked(null);
          setDone(null);
          if ('fault' in written) {
            setFault(written.fault);
            return focus(written.field);
          }
          setFault('');
          const { service: team } = written;
          const { place, lon, lat } = team;
          const there =
            lon === null || lat === null ? null : teamAt(services, team.programme, { place, lon, lat });
          if (there) setAsked({ team, there });
          else add(team, `Added ${team.place}.`);
        }}
      >
        <PlaceFields page={page} id={id} fault={fault} />
        <label class="number-field">
          <span>Places a year</span>
          <input class="field" type="number" name="places" min={0} step={1} defaultValue={q.search.places} />
        </label>
        <label class="number-field">
          <span>
            Cost <span class="quiet">£ a year</span>
          </span>
          <input class="field" type="number" name="cost" min={0} step={1000} defaultValue={q.search.cost} />
        </label>
        {asked ? (
          <SecondTeam sentence={teamThereWords(asked.there)} ways={waysOn(asked)} />
        ) : (
          <button type="submit" class="button">
            Add the team
          </button>
        )}
        <p class="hidden" role="status">
          {done?.plan === q.plan && done?.words}
        </p>
      </form>
    </details>
  );
}
