// Which of a table's periods are counted: all added up, each by itself as well, or those from one to another.
import type { Counted, OwnPeriods } from '../../domain/ownCounts.ts';
import { ownPeriodsText, ownPeriodText } from '../../encode/ownPeriodWords.ts';

interface PeriodsCountedProps {
  readonly periods: OwnPeriods;
  readonly counted: Counted;
  readonly onChoose: (counted: Counted) => void;
}

interface EndProps {
  readonly label: string;
  readonly periods: OwnPeriods;
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

function End({ label, periods: { kind, keys }, chosen, onChoose }: EndProps) {
  return (
    <label class="stacked">
      <span>{label}</span>
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {keys.map((key) => (
          <option key={key} value={key}>
            {ownPeriodText(kind, key)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** First and last of the periods, one before the other; periods in words of the reader's own have no order, so one is chosen. */
function Ends({ periods, counted, onChoose }: PeriodsCountedProps) {
  if (counted.kind !== 'some') return null;
  const { from, to } = counted;
  const set = (a: string, b: string) => onChoose({ kind: 'some', from: a, to: b });
  if (periods.kind === 'text')
    return <End label="Which one" periods={periods} chosen={from} onChoose={(key) => set(key, key)} />;
  return (
    <div class="own-columns">
      <End label="From" periods={periods} chosen={from} onChoose={(key) => set(key, key > to ? key : to)} />
      <End
        label="To, included"
        periods={periods}
        chosen={to}
        onChoose={(key) => set(key < from ? key : from, key)}
      />
    </div>
  );
}

export function PeriodsCounted({ periods, counted, onChoose }: PeriodsCountedProps) {
  const { kind, keys } = periods;
  const all = ownPeriodsText(kind, keys);
  const months = kind === 'month';
  const last = keys[keys.length - 1];
  const hint = {
    sum: months
      ? 'Month by month is drawn for authorities and for all areas together.'
      : 'The other choices are closed once these counts have been shown.',
    each: `You can turn from one period to another${months ? ', and see each area month by month' : ''}. More has to be withheld, so that nothing small can be worked out from the sum.`,
    some: 'The other periods are left out.',
  }[counted.kind];
  return (
    <>
      <label class="stacked">
        <span>
          Periods counted, of {keys.length} in the file: {all}
        </span>
        <select
          value={counted.kind}
          aria-describedby="own-periods-hint"
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === 'sum' || value === 'each') onChoose({ kind: value });
            else onChoose({ kind: 'some', from: last, to: last });
          }}
        >
          <option value="sum">all {keys.length} added up</option>
          <option value="each">each by itself, and all added up</option>
          <option value="some">{kind === 'text' ? 'one alone' : 'one, or several in a row added up'}</option>
        </select>
        <span id="own-periods-hint" class="hint">
          {hint}
        </span>
      </label>
      <Ends periods={periods} counted={counted} onChoose={onChoose} />
    </>
  );
}
