// Asks for the profile of the selected places; the profile before stays until the next one is there.
import { useEffect, useState } from 'preact/hooks';
import { Overtaken } from '../../domain/furtherAnswers.ts';
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { type Question, sameFigures } from '../../domain/question.ts';
import type { Page } from '../shell/page.ts';

export interface PlaceRead {
  readonly profile: PlaceProfile | null;
  /** Why there is no profile of what is selected now; empty while it is on its way or there. */
  readonly failure: string;
  /** The profile shown is of another place or question than the newest. */
  readonly late: boolean;
}

interface Asked {
  readonly question: Question;
  readonly codes: string;
}

export function usePlaceProfile(page: Page, question: Question): PlaceRead {
  const codes = question.selected.join();
  // What was asked and what came stand together, so that a profile is never shown for another question.
  const [held, setHeld] = useState<{ profile: PlaceProfile; asked: Asked } | null>(null);
  const [failed, setFailed] = useState<{ message: string; asked: Asked } | null>(null);
  const isNow = (asked: Asked | undefined) =>
    asked !== undefined && asked.codes === codes && sameFigures(asked.question, question);

  useEffect(() => {
    if (codes === '' || isNow(held?.asked)) return;
    const asked = { question, codes };
    let wanted = true;
    page.further('place', question, { codes: question.selected }).then(
      (profile) => {
        if (!wanted) return;
        setHeld({ profile, asked });
        setFailed(null);
      },
      (error: Error) => {
        if (wanted && !(error instanceof Overtaken)) setFailed({ message: error.message, asked });
      },
    );
    return () => {
      wanted = false;
    };
  }, [codes, page, question]);

  const failure = failed && isNow(failed.asked) ? failed.message : '';
  return { profile: held?.profile ?? null, failure, late: !isNow(held?.asked) && failure === '' };
}
