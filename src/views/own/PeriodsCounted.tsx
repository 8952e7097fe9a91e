// Which of a table's periods are counted: all added up, each by itself as well, or one alone.
import type { Counted, OwnPeriods } from '../../domain/ownCounts.ts';
import { ownPeriodsText, ownPeriodText } from '../../encode/ownPeriodWords.ts';

interface PeriodsCountedProps {
  readonly periods: OwnPeriods;
  readonly counted: Counted;
  readonly onChoose: (counted: Counted) => void;
}

export function PeriodsCounted({ periods, counted, onChoose }: PeriodsCountedProps) {
  const { kind, keys } = periods;
  const all = ownPeriodsText(kind, keys);
  const months = kind === 'month';
  const hint = {
    sum: months
      ? 'Month by month is drawn for authorities and for all areas together.'
      : 'The other choices are closed once these counts have been shown.',
    each: `You can turn from one period to another${months ? ', and see each area month by month' : ''}. More has to be withheld, so that nothing small can be worked out from the sum.`,
    one: 'The other periods are left out.',
  }[counted.kind];
  return (
    <label class="stacked">
      <span>
        Periods counted, of {keys.length} in the file: {all}
      </span>
      <select
        value={counted.kind === 'one' ? `one ${counted.period}` : counted.kind}
        aria-describedby="own-periods-hint"
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value === 'sum' || value === 'each') onChoose({ kind: value });
          else onChoose({ kind: 'one', period: value.slice('one '.length) });
        }}
      >
        <option value="sum">all {keys.length} added up</option>
        <option value="each">each by itself, and all added up</option>
        <optgroup label="One alone">
          {keys.map((key) => (
            <option key={key} value={`one ${key}`}>
              {ownPeriodText(kind, key)}
            </option>
          ))}
        </optgroup>
      </select>
      <span id="own-periods-hint" class="hint">
        {hint}
      </span>
    </label>
  );
}
