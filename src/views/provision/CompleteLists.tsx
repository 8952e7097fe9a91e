// Where the list of a programme is stated to be complete: only there does an empty place mean "none".
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Inventory } from '../../domain/intervention.ts';
import { capital } from '../../encode/words.ts';

interface CompleteListsProps {
  readonly inventory: Inventory;
  readonly catalogue: Catalogue;
  readonly onState: (programme: string, authorities: readonly string[]) => void;
}

export function CompleteLists({ inventory, catalogue, onState }: CompleteListsProps) {
  const { authorities, programmes } = catalogue;
  const stated = (programme: string) =>
    new Set(
      inventory.complete
        .filter((c) => c.programme === programme)
        .flatMap((c) => (c.authority === 'all' ? authorities.map((a) => a.code) : [c.authority])),
    );
  const change = (programme: string, codes: ReadonlySet<string>) =>
    onState(programme, codes.size === authorities.length ? ['all'] : [...codes]);
  return (
    <details class="complete-lists">
      <summary>Lists stated to be complete</summary>
      <p class="quiet small">
        Tick an authority only where somebody who knows says that every service of the programme there is
        recorded. Where it is not ticked, what is not recorded reads “not known”.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls, and must be reachable without a mouse */}
      <section class="records-scroll" tabIndex={0} aria-label="Complete lists by programme and authority">
        <table class="records-table stacking lists-table">
          <thead>
            <tr>
              <th scope="col">Programme</th>
              <th scope="col">Tier</th>
              {authorities.map((a) => (
                <th key={a.code} scope="col">
                  {a.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {programmes.map((p) => {
              const codes = stated(p.id);
              return (
                <tr key={p.id}>
                  <th scope="row">{p.label}</th>
                  <td class="lists-tier">{capital(p.tier)}</td>
                  {authorities.map((a) => (
                    <td key={a.code}>
                      <label class="list-tick">
                        <input
                          type="checkbox"
                          aria-label={`${p.label}: the list is complete in ${a.name}`}
                          checked={codes.has(a.code)}
                          onChange={(event) => {
                            const next = new Set(codes);
                            if (event.currentTarget.checked) next.add(a.code);
                            else next.delete(a.code);
                            change(p.id, next);
                          }}
                        />
                        <span aria-hidden="true">{a.name}</span>
                      </label>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}
