// A test runner for Stryker that keeps all engine tests loaded in one thread: a mutant costs milliseconds, not a start of Vitest.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { bundle } from './bundle.mjs';

/**
 * Tests of a mutant run shortest first, until they would have taken this long together without a mutant; the rest are
 * not asked. The score is therefore a lower bound: a mutant counted as surviving may be killed by a longer test.
 */
const BUDGET_MS = Number(process.env.MUTATION_BUDGET_MS ?? 4000);
/**
 * A test has this much processor time, and so many times what it takes without a mutant, before its mutant counts as never
 * ending: on a loaded machine the clock would tell more of the load.
 */
const PATIENCE = { ms: 1000, times: 5 };
const PATIENCE_BY_THE_CLOCK_MS = 120_000;
const MEMORY = { maxOldGenerationSizeMb: 1024 };
const THREAD = new URL('./thread.mjs', import.meta.url);
const NOTES = '.mutation-notes.json';
/** Such a source keeps results between calls, so each of its mutants is loaded afresh. */
const KEEPS = /^(const|let) \w+.* = new (Weak)?Map/m;

const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

class DirectRunner {
  #file;
  #thread;
  #marks;
  #notes;
  /** How often each test has killed a mutant of each source: such tests are asked first. */
  #kills = new Map();
  #heard = (_result) => {};
  #ended = (_error) => {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#file = await bundle(`.mutation-bundle-${process.pid}`);
    this.#start();
  }

  #start() {
    const marks = new SharedArrayBuffer(24);
    this.#marks = new Float64Array(marks);
    this.#thread = new Worker(THREAD, { workerData: { file: this.#file, marks }, resourceLimits: MEMORY });
    this.#thread.on('message', (result) => this.#heard(result));
    this.#thread.on('error', (error) => this.#ended(error));
  }

  /** The thread's reply, or null where a test took longer than it may; the thread is then replaced. */
  #ask(message) {
    const thread = this.#thread;
    return new Promise((resolve, reject) => {
      const renewed = async (result) => {
        clearInterval(watch);
        await thread.terminate();
        this.#start();
        resolve(result);
      };
      const watch = setInterval(() => {
        const [began, limit, clock] = this.#marks;
        if (began === 0) return;
        if (processorMs() - began > limit || Date.now() - clock > PATIENCE_BY_THE_CLOCK_MS) renewed(null);
      }, 100);
      this.#heard = (result) => {
        clearInterval(watch);
        resolve(result);
      };
      this.#ended = (error) => {
        if (message.kind === 'dry') reject(error);
        else renewed({ failure: { id: message.ids[0], message: `the thread ended: ${error.message}` } });
      };
      thread.postMessage(message);
    });
  }

  async dryRun() {
    const told = await this.#ask({ kind: 'dry' });
    if (!told) return { status: 'error', errorMessage: 'A test without a mutant took over a minute.' };
    const { results, onLoad, byFile } = told;
    const coverage = { static: onLoad, perTest: {} };
    const loading = {};
    for (const { id, passed } of results) coverage.perTest[id] = passed;
    // What a test file runs while it is loaded is covered by all its tests, in a module loaded afresh.
    for (const [file, passed] of byFile) {
      Object.assign(loading, passed);
      for (const { id } of results.filter((r) => r.file === file)) {
        coverage.perTest[id] = { ...passed, ...coverage.perTest[id] };
      }
    }
    const ms = Object.fromEntries(results.filter((r) => !r.skipped).map((r) => [r.id, r.ms]));
    const covers = Object.fromEntries(
      Object.entries(coverage.perTest).map(([id, passed]) => [id, Object.keys(passed).map(Number)]),
    );
    writeFileSync(NOTES, JSON.stringify({ ms, loading, covers }));
    return {
      status: 'complete',
      mutantCoverage: coverage,
      tests: results.map(({ id, file, ms: timeSpentMs, skipped, failure }) => ({
        id,
        name: id,
        fileName: file,
        timeSpentMs,
        status: skipped ? 2 : failure ? 1 : 0,
        ...(failure ? { failureMessage: failure.message } : {}),
      })),
    };
  }

  /**
   * Tests in the order they are asked, within the budget: those that are short and have killed mutants of the same source
   * first; for what runs on loading, those that pass near it in the sources.
   */
  #order(mutant, source, testFilter) {
    this.#notes ??= JSON.parse(readFileSync(NOTES, 'utf8'));
    const { ms, covers } = this.#notes;
    const kills = this.#kills.get(source);
    const weight = (id) => (ms[id] + 1) / (1 + (kills?.get(id) ?? 0)) ** 2;
    const far = (id) =>
      testFilter ? 0 : Math.min(50, ...(covers[id] ?? []).map((other) => Math.abs(other - Number(mutant))));
    const ordered = (testFilter ?? Object.keys(ms))
      .filter((id) => id in ms)
      .map((id) => ({ id, far: far(id), weight: weight(id) }))
      .sort((a, b) => a.far - b.far || a.weight - b.weight);
    let spent = 0;
    return ordered
      .map(({ id }) => id)
      .filter((id, i) => {
        if (i > 0 && spent + ms[id] > BUDGET_MS) return false;
        spent += ms[id];
        return true;
      });
  }

  #killed(source, id) {
    if (!this.#kills.has(source)) this.#kills.set(source, new Map());
    const kills = this.#kills.get(source);
    kills.set(id, (kills.get(id) ?? 0) + 1);
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, sandboxFileName }) {
    const ids = this.#order(activeMutant.id, sandboxFileName, testFilter);
    const { ms, loading } = this.#notes;
    const limits = Object.fromEntries(ids.map((id) => [id, PATIENCE.ms + PATIENCE.times * ms[id]]));
    const keeps = existsSync(sandboxFileName) && KEEPS.test(readFileSync(sandboxFileName, 'utf8'));
    const fresh = mutantActivation === 'static' || keeps;
    const ask = { mutant: Number(activeMutant.id), ids, limits, hitLimit, fresh };
    let told = await this.#ask(ask);
    // What test files run while they are loaded may tell more, but costs a second: asked only where the tests told nothing.
    if (told && !told.failure && !fresh && activeMutant.id in loading) {
      told = await this.#ask({ ...ask, fresh: true });
    }
    // A failure that stays without the mutant was left behind by an earlier one: once more, in a fresh thread.
    if (told?.stale) {
      await this.#thread.terminate();
      this.#start();
      told = await this.#ask(ask);
    }
    if (!told || told.overrun) return { status: 'timeout' };
    if (!told.failure) return { status: 'survived', nrOfTests: ids.length };
    const { id, message } = told.failure;
    this.#killed(sandboxFileName, id);
    return { status: 'killed', killedBy: [id], failureMessage: message, nrOfTests: ids.length };
  }

  async dispose() {
    await this.#thread?.terminate();
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'direct', injectableClass: DirectRunner }];
