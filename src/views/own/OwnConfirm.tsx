// The second step: what the files seem to be, to be confirmed: columns, name, crime types, and what is withheld.
import { useSignal } from '@preact/signals';
import { CRIME_TYPES } from '../../data/streetFile.ts';
import type { Level } from '../../domain/area.ts';
import {
  type Counted,
  LABEL_LENGTH,
  type OwnColumns,
  type OwnLook,
  type OwnRule,
} from '../../domain/ownCounts.ts';
import { ownPeriodsText } from '../../encode/ownPeriodWords.ts';
import { capital } from '../../encode/words.ts';
import { PeriodsCounted } from './PeriodsCounted.tsx';

export interface OwnChoice {
  readonly label: string;
  readonly columns: OwnColumns | null;
  readonly rule: OwnRule;
  readonly level: Level;
  readonly types: readonly string[];
  readonly counted: Counted;
}

const VIOLENCE = ['Violence and sexual offences', 'Robbery', 'Possession of weapons'];
const NONE = -1;

/** "knife_admissions-2025.csv" → "Knife admissions 2025" */
function labelFrom(name: string): string {
  const words = name
    .replace(/\.[a-z]{2,4}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return capital(words).slice(0, LABEL_LENGTH) || 'Own counts';
}

interface ColumnChoiceProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly chosen: number;
  readonly optional?: boolean;
  readonly onChoose: (column: number) => void;
}

function ColumnChoice({ label, columns, chosen, optional, onChoose }: ColumnChoiceProps) {
  return (
    <label class="stacked">
      <span>{label}</span>
      <select value={String(chosen)} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {(optional || chosen === NONE) && (
          <option value={String(NONE)}>{optional ? 'none' : 'choose …'}</option>
        )}
        {columns.map((name, k) => (
          <option key={`${name}-${k}`} value={String(k)}>
            {name || `column ${k + 1}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function Sample({ look }: { look: OwnLook }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls, and must be reachable without a mouse
    <section class="own-sample" tabIndex={0} aria-label="First rows of the table">
      <table>
        <thead>
          <tr>
            {look.columns.map((name, k) => (
              <th key={`${name}-${k}`} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.sample.map((cells, i) => (
            <tr key={`${cells.join()}-${i}`}>
              {cells.map((cell, k) => (
                <td key={`${look.columns[k]}-${k}`}>{cell.slice(0, 60)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface OwnConfirmProps {
  readonly look: OwnLook;
  /** What was chosen before, where that could not be done. */
  readonly before?: OwnChoice;
  readonly onTake: (choice: OwnChoice) => void;
}

export function OwnConfirm({ look, before, onTake }: OwnConfirmProps) {
  const street = look.kind === 'street files';
  const label = useSignal(
    before?.label ?? (street ? 'Violence, own files' : labelFrom(look.files[0]?.name ?? '')),
  );
  const code = useSignal(before?.columns?.code ?? look.guess?.code ?? NONE);
  const count = useSignal(before?.columns?.count ?? look.guess?.count ?? NONE);
  const period = useSignal((before?.columns ? before.columns.period : look.guess?.period) ?? NONE);
  const threshold = useSignal(before?.rule.threshold ?? 7);
  const base = useSignal(before?.rule.base ?? 5);
  const types = useSignal<readonly string[]>(before?.types ?? VIOLENCE);
  const level = useSignal<Level>(before?.level ?? 'ward');
  const counted = useSignal<Counted>(before?.counted ?? { kind: 'sum' });
  const periods = period.value === NONE ? null : look.periods[period.value];
  const several = !street && periods !== null && periods.keys.length > 1;
  const ofLsoas = look.sample.some((cells) => /^[EW]01\d{6}$/i.test((cells[code.value] ?? '').trim()));
  const named = label.value.trim() !== '';
  const ready = named && (street ? types.value.length > 0 : code.value !== NONE && count.value !== NONE);
  return (
    <form
      class="own-confirm"
      onSubmit={(event) => {
        event.preventDefault();
        const columns = {
          code: code.value,
          count: count.value,
          period: period.value === NONE ? null : period.value,
        };
        onTake({
          label: label.value,
          columns: street ? null : columns,
          rule: { threshold: threshold.value, base: base.value },
          level: level.value,
          types: types.value,
          counted: several ? counted.value : { kind: 'sum' },
        });
      }}
    >
      <label class="stacked">
        <span>Name of these counts: in the sentence, on the map, in exports</span>
        <input
          class="field"
          type="text"
          required
          maxLength={LABEL_LENGTH}
          value={label.value}
          aria-describedby="own-name-hint"
          onInput={(event) => {
            label.value = event.currentTarget.value;
          }}
        />
        <span id="own-name-hint" class="hint">
          {named
            ? `${street ? 'Say what is counted' : 'Taken from the file’s name: say what is counted'}. At most ${LABEL_LENGTH} letters.`
            : 'The counts need a name.'}
        </span>
      </label>
      {!street && <Sample look={look} />}
      {look.why.length > 0 && (
        <p class="hint">
          {look.guess ? `Guessed: ${look.why.join('; ')}.` : look.why.map((w) => `${capital(w)}.`).join(' ')}
        </p>
      )}
      {street ? (
        <fieldset class="own-types">
          <legend>Crime types counted together</legend>
          {CRIME_TYPES.map((type) => (
            <label key={type} class="check">
              <input
                type="checkbox"
                checked={types.value.includes(type)}
                onChange={(event) => {
                  types.value = event.currentTarget.checked
                    ? [...types.value, type]
                    : types.value.filter((t) => t !== type);
                }}
              />
              <span>{type}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <>
          <div class="own-columns">
            <ColumnChoice
              label="Area codes"
              columns={look.columns}
              chosen={code.value}
              onChoose={(k) => {
                code.value = k;
              }}
            />
            <ColumnChoice
              label="Counts"
              columns={look.columns}
              chosen={count.value}
              onChoose={(k) => {
                count.value = k;
              }}
            />
            <ColumnChoice
              label="Periods"
              columns={look.columns}
              chosen={period.value}
              optional
              onChoose={(k) => {
                period.value = k;
                counted.value = { kind: 'sum' };
              }}
            />
          </div>
          {several && periods && (
            <PeriodsCounted
              periods={periods}
              counted={counted.value}
              onChoose={(next) => {
                counted.value = next;
              }}
            />
          )}
          <p class="hint">
            {several
              ? ''
              : periods
                ? `The counts are of ${ownPeriodsText(periods.kind, periods.keys)}.`
                : 'Without a column of periods the counts are of “period as in your file”.'}
          </p>
          <fieldset class="own-rule">
            <legend>Withheld and rounded, before anything is shown</legend>
            <label>
              Counts of 1 to{' '}
              <input
                class="field"
                type="number"
                min={0}
                max={100}
                value={threshold.value}
                onInput={(event) => {
                  threshold.value = Math.max(0, Math.floor(event.currentTarget.valueAsNumber || 0));
                }}
              />
              are withheld,
            </label>
            <label>
              others rounded to{' '}
              <input
                class="field"
                type="number"
                min={1}
                max={100}
                value={base.value}
                onInput={(event) => {
                  base.value = Math.max(1, Math.floor(event.currentTarget.valueAsNumber || 1));
                }}
              />
            </label>
          </fieldset>
          {ofLsoas && (
            <fieldset class="own-rule">
              <legend>The codes are of LSOAs. Shown by</legend>
              {(['ward', 'lsoa'] as const).map((l) => (
                <label key={l} class="check">
                  <input
                    type="radio"
                    name="own-level"
                    checked={level.value === l}
                    onChange={() => {
                      level.value = l;
                    }}
                  />
                  <span>
                    {l === 'ward' ? 'wards, added up by share' : 'LSOAs, of which many may be withheld'}
                  </span>
                </label>
              ))}
              <p class="hint">One of the two: beside both, withheld counts could be worked out.</p>
            </fieldset>
          )}
        </>
      )}
      <button type="submit" class="button primary" disabled={!ready}>
        {street ? 'Count the files' : 'Read the table'}
      </button>
    </form>
  );
}
