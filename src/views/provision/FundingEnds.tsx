// Who falls into gap when funding ends: the next end by default, any other by choice.
import { useState } from 'preact/hooks';
import type { ProvisionTimeline } from '../../domain/provisionTimeline.ts';
import { endedSentence, fallenSentence, fallenShown, noEndSentence } from '../../encode/fundingWords.ts';
import { signed } from '../../encode/numbers.ts';
import { provisionPhrase } from '../../encode/sentence.ts';
import { agesPhrase, dayPhrase, levelNoun } from '../../encode/words.ts';
import { type Page, vocabulary } from '../shell/page.ts';

interface FundingEndsProps {
  readonly page: Page;
  readonly timeline: ProvisionTimeline;
  readonly day: string;
  readonly to: string | null;
  readonly onTo: (day: string) => void;
}

const FIRST = 6;

export function FundingEnds({ page, timeline, day, to, onTo }: FundingEndsProps) {
  const [all, setAll] = useState(false);
  const { question, catalogue } = page.session;
  const of = provisionPhrase(question.value, vocabulary(catalogue.value));
  const ends = timeline.dates.filter((d) => d.ends.length > 0 && d.date > day);
  const { comparison } = timeline;
  const digits = question.value.level === 'lsoa' ? 2 : 1;
  if (ends.length === 0) return <p>{noEndSentence(timeline, of)}</p>;
  const current = comparison?.to === to && comparison?.from === day ? comparison : null;
  const rows = current ? fallenShown(current, digits) : [];
  return (
    <div class="ends-body">
      <div>
        <label class="ends-choice">
          <span class="quiet">
            Funding that ends ({of}, {agesPhrase(question.value.ages)})
          </span>
          <select value={to ?? ''} onChange={(event) => onTo(event.currentTarget.value)}>
            {ends.map((d) => (
              <option key={d.date} value={d.date}>
                {dayPhrase(d.date)}: {d.ends.length} {d.ends.length === 1 ? 'service' : 'services'}
              </option>
            ))}
          </select>
        </label>
        {current ? (
          <>
            <p>{endedSentence(current)}</p>
            <p>
              {fallenSentence(current, {
                nouns: [levelNoun(question.value.level, 1), levelNoun(question.value.level)],
                digits,
                fairShare: question.value.yardstick.kind === 'fair share',
              })}
            </p>
          </>
        ) : (
          <p class="quiet">Working out who falls into gap …</p>
        )}
      </div>
      {current && rows.length > 0 && (
        <div>
          <table class="plain-table">
            <caption class="hidden">
              Areas that fall into gap on {dayPhrase(current.to)}, gap in places a year
            </caption>
            <thead>
              <tr>
                <th scope="col">Falls into gap</th>
                <th scope="col" class="number">
                  {dayPhrase(current.from)}
                </th>
                <th scope="col" class="number">
                  {dayPhrase(current.to)}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, all ? undefined : FIRST).map((row) => (
                <tr key={row.code}>
                  <th scope="row">
                    {row.name} <span class="quiet">{row.authority}</span>
                  </th>
                  <td class="number">{signed(row.before, digits)}</td>
                  <td class="number">{signed(row.after, digits)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > FIRST && (
            <button type="button" class="plain-button" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? `Show the first ${FIRST}` : `Show all ${rows.length}`}
            </button>
          )}
          <p class="quiet small">Gap in places a year; above zero: short of what need calls for.</p>
        </div>
      )}
    </div>
  );
}
