// What must be said beside a profile's figures, and where they come from.
import type { Answer } from '../../domain/answer.ts';
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { shortCredit } from '../../encode/credit.ts';
import { recordNote } from '../../encode/headline.ts';
import { crowded } from './paperRoom.ts';

export function PlaceFoot({ profile, answer }: { profile: PlaceProfile; answer: Answer }) {
  const cautions = answer.measures.filter((m) => m.weight > 0).map((m) => m.measure.note ?? '');
  const records = recordNote(answer);
  const notes = [...new Set([...profile.notes, ...cautions, `${records.title} ${records.text}`])];
  return (
    <footer class="place-foot">
      <h2>Read with care</h2>
      <ul>
        {notes.filter(Boolean).map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li class="only-print">
          Where fewer are shown than there are, the rest stands on the screen’s page
          {crowded(profile) && ', and so do the most similar authorities'}.
        </li>
      </ul>
      <p class="place-source">
        Release {profile.release.id} ({profile.release.hash}), engine {answer.engine}, seed{' '}
        {profile.question.seed}; {profile.release.boundaries}. {shortCredit(profile.release.attribution)}.
      </p>
    </footer>
  );
}
