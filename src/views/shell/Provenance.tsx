// Where the figures of a screen come from: release, engine and seed, at its foot, on paper too.
import type { Answer } from '../../domain/answer.ts';
import { periodPhrase } from '../../encode/words.ts';

export function Provenance({ answer }: { answer: Answer }) {
  const { release, engine, question, uncertainty, inventoryStatus } = answer;
  const parts = [
    periodPhrase(question.period),
    `${inventoryStatus === 'own' ? 'your own' : inventoryStatus} inventory`,
    `release ${release.id} (${release.hash})`,
    release.boundaries,
    `engine ${engine}, seed ${question.seed}`,
    uncertainty ? `${uncertainty.draws.toLocaleString('en-GB')} draws` : '',
  ];
  return <p class="provenance">{parts.filter(Boolean).join(' · ')}</p>;
}
