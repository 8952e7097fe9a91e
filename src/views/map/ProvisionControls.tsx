// Controls for which provision is counted: the tier, its programmes, and whether anything is known of them.
import { type Programme, TIERS, type Tier } from '../../domain/intervention.ts';
import { NOT_KNOWN } from '../../encode/numbers.ts';
import { capital, tierMeaning } from '../../encode/words.ts';
import type { Page } from '../shell/page.ts';

export function ProvisionControls({ page }: { page: Page }) {
  const { question, catalogue, answer, ask } = page.session;
  const { tier: chosenTier, programmes: chosen } = question.value;
  const readings = new Map(answer.value?.programmes.map((p) => [p.programme, p]));
  const tiers = new Map(answer.value?.tiers.map((t) => [t.tier, t]));
  const offered = catalogue.value?.programmes ?? [];

  /** "5 + 2 planned" with a plan that adds some; "5 of 6 count" where records of a programme that is read do not all count; else how many there are. */
  const counting = (all: number, programme: string) => {
    const of = answer.value?.services.filter((s) => s.service.programme === programme) ?? [];
    if (of.length !== all) return all;
    const today = of.filter((s) => s.service.source !== 'plan');
    const counted = today.filter((s) => s.leftOut === '').length;
    const told = counted < today.length ? `${counted} of ${today.length} count` : today.length;
    const planned = of.filter((s) => s.service.source === 'plan' && s.leftOut === '').length;
    return planned > 0 ? `${told} + ${planned} planned` : told;
  };

  /** Services of a programme whose list is complete, or that it is not. Provision needs no month: where there is no answer, the list itself tells. */
  const told = (programme: Programme) => {
    const reading = readings.get(programme.id);
    if (reading) return reading.status === 'known' ? counting(reading.services, programme.id) : NOT_KNOWN;
    if (!catalogue.value || question.value.inventory !== 'documented') return '…';
    const { authorities, documented } = catalogue.value;
    const complete = authorities.every(({ code }) =>
      documented.complete.some(
        (c) => c.programme === programme.id && (c.authority === 'all' || c.authority === code),
      ),
    );
    return complete ? documented.services.filter((s) => s.programme === programme.id).length : NOT_KNOWN;
  };

  /** The tier's first programme of which something is known, else the tier as a whole. */
  const openTier = (tier: Tier) => {
    const known = offered.filter((p) => p.tier === tier && readings.get(p.id)?.status === 'known');
    const whole = tiers.get(tier)?.status === 'known' || known.length === 0;
    ask({ tier, programmes: whole ? [] : known.map((p) => p.id) });
  };
  const toggle = (programme: Programme, on: boolean) => {
    const next = offered
      .filter((p) => p.tier === chosenTier && (p.id === programme.id ? on : chosen.includes(p.id)))
      .map((p) => p.id);
    ask({ programmes: next });
  };

  return (
    <fieldset class="control">
      <legend>Provision counted</legend>
      {TIERS.map((tier) => {
        const reading = tiers.get(tier);
        const own = offered.filter((p) => p.tier === tier);
        return (
          <div key={tier} class="tier">
            <label class="check">
              <input type="radio" name="tier" checked={tier === chosenTier} onChange={() => openTier(tier)} />
              <span title={tierMeaning(tier)}>{capital(tier)}</span>
              <span class="told">{reading?.status === 'known' ? reading.services : NOT_KNOWN}</span>
            </label>
            {tier === chosenTier && (
              <ul>
                <li>
                  <label class="check">
                    <input
                      type="checkbox"
                      checked={chosen.length === 0}
                      onChange={(event) => event.currentTarget.checked && ask({ programmes: [] })}
                    />
                    <span>The tier as a whole</span>
                  </label>
                </li>
                {own.map((programme) => (
                  <li key={programme.id}>
                    <label class="check">
                      <input
                        type="checkbox"
                        checked={chosen.includes(programme.id)}
                        onChange={(event) => toggle(programme, event.currentTarget.checked)}
                      />
                      <span>{programme.label}</span>
                      <span class="told">{told(programme)}</span>
                    </label>
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
