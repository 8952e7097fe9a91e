// Kernels of the page: the whole answer to the opening question on the published release, and its draws.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ensure, loadCore } from '../../src/data/load.ts';
import { OPENING_QUESTION } from '../../src/domain/question.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { DRAWS, startDraws } from '../../src/engine/draws.ts';
import { needsOf } from '../../src/engine/needs.ts';
import type { Kernel } from './kernel.ts';

const release = new URL('../../public/data/', import.meta.url);

async function loaded(level: 'ward' | 'lsoa') {
  const question = { ...OPENING_QUESTION, level };
  const read = (path: string) => readFile(new URL(path, release), 'utf8');
  const core = await loadCore(read);
  return { question, dataset: await ensure(read, core, needsOf(core.measures, question)) };
}

function answered(level: 'ward' | 'lsoa', n: number, target?: number): Kernel {
  return {
    kernel: 'answer',
    n,
    target,
    async prepare() {
      const { question, dataset } = await loaded(level);
      return () => analyse(dataset, question);
    },
  };
}

function drawn(level: 'ward' | 'lsoa', n: number, target?: number): Kernel {
  return {
    kernel: 'draws',
    n,
    size: { draws: DRAWS },
    target,
    async prepare() {
      const { question, dataset } = await loaded(level);
      const workings = analyse(dataset, question);
      return () => {
        const run = startDraws(dataset, question, workings);
        run.advance(DRAWS);
        return run.finish();
      };
    },
  };
}

/** Absent where no release has been made yet: these two are measured on real areas. */
export const ANSWER_KERNELS: readonly Kernel[] = existsSync(new URL('datapackage.json', release))
  ? [answered('ward', 192, 5), drawn('ward', 192, 300), answered('lsoa', 1719), drawn('lsoa', 1719)]
  : [];
