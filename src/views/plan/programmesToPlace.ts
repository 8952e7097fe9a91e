// Which programmes a new team can belong to: those the question reads whose teams work from a place.
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Programme } from '../../domain/intervention.ts';
import type { Question } from '../../domain/question.ts';

export function programmesToPlace(
  catalogue: Catalogue,
  { tier, programmes }: Pick<Question, 'tier' | 'programmes'>,
): Programme[] {
  const read = catalogue.programmes.filter(
    (p) => p.tier === tier && (programmes.length === 0 || programmes.includes(p.id)),
  );
  return read.filter((p) => p.form === 'site' || p.form === 'institution network');
}

/** The programme asked for, or the first there is. */
export function programmeSought(programmes: readonly Programme[], id: string): Programme | undefined {
  return programmes.find((p) => p.id === id) ?? programmes[0];
}
