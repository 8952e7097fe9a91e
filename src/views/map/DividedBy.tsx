// What counts are divided by, for windows whose sentence has no room for it.
import { dividesByPeople } from '../../encode/sentence.ts';
import { type Page, vocabulary } from '../shell/page.ts';
import { menuOf } from '../shell/wordChoices.ts';

export function DividedBy({ page }: { page: Page }) {
  const { question, catalogue, ask } = page.session;
  if (!catalogue.value || !dividesByPeople(question.value, vocabulary(catalogue.value))) return null;
  const { choices, chosen } = menuOf('per', question.value, catalogue.value);
  const note = choices.find(({ id }) => id === chosen)?.note;
  return (
    <>
      <label class="stacked">
        <span>Counts are divided by</span>
        <select
          value={chosen ?? ''}
          onChange={(event) => {
            const choice = choices.find(({ id }) => id === event.currentTarget.value);
            if (choice) ask(choice.change);
          }}
        >
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {note && <p class="hint">{note}</p>}
    </>
  );
}
