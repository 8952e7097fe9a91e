// The controls of the Map: what is shown, what need and provision are made of, over which areas.
import type { Level } from '../../domain/area.ts';
import type { Measure } from '../../domain/measure.ts';
import { notBy } from '../../domain/ownChoices.ts';
import type { Show } from '../../domain/question.ts';
import { recordNote } from '../../encode/headline.ts';
import { whole } from '../../encode/numbers.ts';
import { levelNoun, listed, showLabel } from '../../encode/words.ts';
import type { Page } from '../shell/page.ts';
import { Segments } from '../shell/Segments.tsx';
import { HotspotControls } from './HotspotControls.tsx';
import { NeedControls } from './NeedControls.tsx';
import { ProvisionControls } from './ProvisionControls.tsx';
import { RanksMove } from './RanksMove.tsx';
import { ReachControls } from './ReachControls.tsx';

const SHOWS: readonly Show[] = ['need', 'provision', 'gap', 'class', 'hotspots'];
const LEVELS: readonly Level[] = ['ward', 'lsoa'];

/** Why a level is not offered: counts of wards are not shared out over LSOAs. */
function notOffered(level: Level, blocked: readonly Measure[]): string {
  const other = level === 'ward' ? 'lsoa' : 'ward';
  return `${levelNoun(level)} are not offered: ${listed(blocked.map((m) => `“${m.label}”`))} ${blocked.length === 1 ? 'is' : 'are'} there by ${levelNoun(other, 1)} only.`;
}

export function Controls({ page }: { page: Page }) {
  const { question, catalogue, answer, ask } = page.session;
  const counts = (level: Level) => catalogue.value?.areas.filter((a) => a.level === level).length ?? 0;
  const levels = LEVELS.map((level) => {
    const count = counts(level);
    const blocked = notBy(level, question.value, catalogue.value?.measures ?? []);
    return {
      value: level,
      label: count > 0 ? `${whole(count)} ${levelNoun(level)}` : levelNoun(level),
      disabled: blocked.length > 0 && level !== question.value.level,
      blocked,
    };
  });
  const note = answer.value && recordNote(answer.value);
  // Controls stand when there is something to choose from, all at once, so that nothing moves under the reader's hand.
  if (!catalogue.value) return <p class="hint">The controls follow with the data.</p>;
  return (
    <>
      <Segments
        label="Show"
        choices={SHOWS.map((show) => ({ value: show, label: showLabel(show) }))}
        chosen={question.value.show}
        onChoose={(show) => ask({ show })}
      />
      {question.value.show === 'hotspots' && <HotspotControls page={page} />}
      <NeedControls page={page} />
      <ProvisionControls page={page} />
      <ReachControls page={page} />
      <Segments
        label="Areas"
        choices={levels}
        why={levels
          .map(({ value, disabled, blocked }) => (disabled ? notOffered(value, blocked) : ''))
          .join('')}
        chosen={question.value.level}
        onChoose={(level) => ask({ level, selected: [] })}
      />
      {note && (
        <div class="record-note">
          <strong>{note.title}</strong> {note.text}
        </div>
      )}
      <RanksMove page={page} />
    </>
  );
}
