// Where the figures of a screen come from: release, engine and seed, at its foot, on paper too.
import type { Answer } from '../../domain/answer.ts';
import { answerPeriod } from '../../encode/needPeriod.ts';

export function Provenance({ answer }: { answer: Answer }) {
  const { release, engine, question, uncertainty, inventoryStatus } = answer;
  const parts = [
    answerPeriod(answer),
    `${inventoryStatus === 'own' ? 'your own' : inventoryStatus} inventory`,
    `release ${release.id} (${release.hash})`,
    release.boundaries,
    `engine ${engine}, seed ${question.seed}`,
    uncertainty ? `${uncertainty.draws.toLocaleString('en-GB')} draws` : '',
  ];
  return <p class="provenance">{parts.filter(Boolean).join(' · ')}</p>;
}
