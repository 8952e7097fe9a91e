// Further answers in the worker: what each needs loaded, and the engine function that gives it. Loaded when first asked for.
import { loadCandidates, type Read } from '../data/load.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { FurtherAnswers, FurtherName } from '../domain/furtherAnswers.ts';
import type { Question } from '../domain/question.ts';
import { analyse } from '../engine/analyse.ts';
import { startBestSites } from '../engine/bestSites.ts';
import { coverageMatrix } from '../engine/coverageMatrix.ts';
import { startDraws } from '../engine/draws.ts';
import { hotspotsOf } from '../engine/hotspots.ts';
import type { Needs } from '../engine/needs.ts';
import { sensitivityNeeds } from '../engine/otherChoices.ts';
import { placeNeeds, placeProfile } from '../engine/placeProfile.ts';
import { provisionTimeline } from '../engine/provisionTimeline.ts';
import { sensitivity } from '../engine/sensitivity.ts';
import { sitingProblem } from '../engine/sitingProblem.ts';
import { yearChange } from '../engine/yearChange.ts';

import { forgetAll, type OwnKept } from './ownGuard.ts';
import { lookAtFiles } from './ownLook.ts';
import { takeOwn } from './ownTake.ts';

/** Draws between two looks at the inbox. */
const DRAWS_AT_A_TIME = 100;
/** Draws for an interval of the unmet share where the page has none yet. */
const DRAWS_FOR_INTERVAL = 400;

export interface FurtherHost {
  readonly read: Read;
  /** The dataset with what the question needs and these in addition, own inventory included. */
  holding(question: Question, more?: Partial<Needs>): Promise<Dataset>;
  /** The dataset with the level's neighbours. */
  touching(level: Level): Promise<Dataset>;
  /** The reader's own counts, and what was shown of them; to be changed, and told of with `ownChanged`. */
  readonly ownCounts: OwnKept;
  /** Tells the page which measures there are now. */
  ownChanged(): Promise<void>;
  /** Lets waiting messages in; false once this request has been overtaken. */
  goOn(): Promise<boolean>;
}

type Tell<N extends FurtherName> = (share: number, soFar?: FurtherAnswers[N]['result']) => void;

type Handler<N extends FurtherName> = (
  host: FurtherHost,
  question: Question,
  payload: FurtherAnswers[N]['payload'],
  tell: Tell<N>,
) => Promise<FurtherAnswers[N]['result'] | null>;

/** Each handler gives null where it was overtaken on the way. */
const HANDLERS: { readonly [N in FurtherName]: Handler<N> } = {
  async answer(host, question, _, tell) {
    const dataset = await host.holding(question);
    const workings = analyse(dataset, question);
    const hotspots =
      question.show === 'hotspots'
        ? hotspotsOf(await host.touching(question.level), question, workings)
        : null;
    const point = { ...workings.answer, hotspots };
    tell(0, point);
    const run = startDraws(dataset, question, workings);
    for (let done = 0; done < run.total; ) {
      if (!(await host.goOn())) return null;
      done = run.advance(DRAWS_AT_A_TIME);
      tell(done / run.total);
    }
    return { ...point, uncertainty: run.finish() };
  },
  async place(host, question, { codes }) {
    const { measures } = await host.holding(question);
    return placeProfile(await host.holding(question, placeNeeds(measures)), question, codes);
  },
  async change(host, question) {
    return yearChange(await host.holding(question), question);
  },
  async sensitivity(host, question, { interval }, tell) {
    const { measures } = await host.holding(question);
    const dataset = await host.holding(question, sensitivityNeeds(measures, question));
    if (interval) return sensitivity(dataset, question, interval);
    tell(0.2);
    if (!(await host.goOn())) return null;
    const run = startDraws(dataset, question, analyse(dataset, question), DRAWS_FOR_INTERVAL);
    run.advance(DRAWS_FOR_INTERVAL);
    const { unmetShare } = run.finish();
    return sensitivity(dataset, question, Number.isNaN(unmetShare.lower) ? null : unmetShare);
  },
  async matrix(host, question, { date }) {
    return coverageMatrix(await host.holding(question), question, date);
  },
  async timeline(host, question, days) {
    return provisionTimeline(await host.holding(question), question, days);
  },
  async bestSites(host, question, wish, tell) {
    const run = startBestSites(await host.holding(question), question, wish);
    tell(0, run.point);
    for (let done = 0; done < run.total; ) {
      if (!(await host.goOn())) return null;
      done = run.advance(1);
      tell(done / run.total);
    }
    return run.finish();
  },
  async sitingProblem(host, question, wish) {
    return sitingProblem(await host.holding(question), question, wish);
  },
  async ownLook(_host, _question, { files, names }) {
    return lookAtFiles(files, names);
  },
  async ownTake(host, question, wish, tell) {
    return takeOwn(host, question, wish, tell);
  },
  async ownForget(host) {
    forgetAll(host.ownCounts);
    await host.ownChanged();
    return true;
  },
  async candidates(host, _, { from }) {
    return loadCandidates(host.read, from);
  },
};

/** The further answer of this name, or null where it was overtaken. Fails with a plain sentence where it cannot be given. */
export function furtherAnswer<N extends FurtherName>(
  name: N,
  host: FurtherHost,
  question: Question,
  payload: FurtherAnswers[N]['payload'],
  tell: Tell<N>,
): Promise<FurtherAnswers[N]['result'] | null> {
  return HANDLERS[name](host, question, payload, tell);
}
