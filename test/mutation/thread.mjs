// Runs tests in a thread of its own, so that one which never ends can be ended; says before each test that it begins.
import { parentPort, workerData } from 'node:worker_threads';

const { file, marks } = workerData;
const began = new Float64Array(marks);
/** Which mutant is active, and how often each has been passed: by what runs on loading, by a test file's loading, by a test. */
const switches = {
  active: -1,
  hits: new Uint32Array(100_000),
  passes: 0,
  limit: Number.POSITIVE_INFINITY,
  pass() {
    this.passes += 1;
    if (this.passes > this.limit) throw new Error('passed more often than a loop that ends would');
    return true;
  },
  /** Loading: what has been passed until now belongs to the file before. */
  phase(file) {
    this.onLoad.push([this.file, this.taken()]);
    this.file = file;
  },
  file: '',
  onLoad: [],
  taken() {
    const passed = {};
    this.hits.forEach((hits, id) => {
      if (hits > 0) passed[id] = hits;
    });
    this.hits.fill(0);
    return passed;
  },
};
globalThis.__switches__ = switches;
const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** Tells the watching side what begins now and how much processor time it may take. */
function begin(limit) {
  began[1] = limit;
  began[2] = Date.now();
  began[0] = processorMs();
}
let loads = 0;
let tests = new Map();
for (const word of ['log', 'warn', 'error', 'info']) console[word] = () => {};
// A promise left behind by a mutant is that mutant's affair.
process.on('unhandledRejection', () => {});

async function load() {
  loads += 1;
  ({ tests } = await import(`${file}?${loads}`));
}

const messageOf = (error) => String(error?.message ?? error).slice(0, 300);

/** The first failure among these tests, or null. `limits` are milliseconds each may take. */
async function firstFailure(ids, limits) {
  const done = new Set();
  for (const id of ids) {
    const test = tests.get(id);
    begin(limits?.[id] ?? 60_000);
    try {
      for (const hook of test.hooks) {
        if (!done.has(hook)) await hook();
        done.add(hook);
      }
      await test.run();
    } catch (error) {
      return { id, message: messageOf(error) };
    } finally {
      began[0] = 0;
    }
  }
  return null;
}

/** Every test once without a mutant: how long it takes, and which mutants it passes. */
async function dry() {
  switches.active = -1;
  Object.assign(switches, { onLoad: [], file: '' });
  switches.hits.fill(0);
  await load();
  const [[, onLoad], ...byFile] = switches.onLoad;
  const results = [];
  for (const test of tests.values()) {
    const { id, file, skipped } = test;
    switches.hits.fill(0);
    const from = processorMs();
    const failure = skipped ? null : await firstFailure([id]);
    results.push({ id, file, skipped, ms: processorMs() - from, failure, passed: switches.taken() });
  }
  return { results, onLoad, byFile };
}

async function run({ mutant, ids, limits, hitLimit, fresh }) {
  switches.active = fresh ? mutant : -1;
  Object.assign(switches, { passes: 0, limit: Number.POSITIVE_INFINITY });
  if (fresh || tests.size === 0) {
    try {
      begin(15_000);
      await load();
    } catch (error) {
      return { failure: { id: ids[0], message: `cannot be loaded: ${messageOf(error)}` } };
    } finally {
      began[0] = 0;
    }
  }
  if (ids.some((id) => !tests.has(id)))
    return { failure: { id: ids[0], message: 'tests are named differently' } };
  Object.assign(switches, { active: mutant, passes: 0, limit: hitLimit ?? Number.POSITIVE_INFINITY });
  const failure = await firstFailure(ids, limits);
  const overrun = switches.passes > switches.limit;
  Object.assign(switches, { active: -1, limit: Number.POSITIVE_INFINITY });
  return {
    failure,
    overrun,
    stale: failure && !fresh && (await firstFailure([failure.id], limits)) !== null,
  };
}

parentPort.on('message', async (asked) => {
  parentPort.postMessage(asked.kind === 'dry' ? await dry() : await run(asked));
});
