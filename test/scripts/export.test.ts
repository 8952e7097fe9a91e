// What leaves the page agrees with what stands on it: table, map, list, exports and the command line, on generated questions.
import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensure, loadCore } from '../../src/data/load.ts';
import { decodeTopology } from '../../src/data/topology.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Dataset } from '../../src/domain/dataset.ts';
import { proposedService } from '../../src/domain/plan.ts';
import { type Change, OPENING_QUESTION, type Plan, type Question } from '../../src/domain/question.ts';
import { areaTable } from '../../src/encode/areaTable.ts';
import { inventoryPhrase } from '../../src/encode/inventoryPhrase.ts';
import { NOT_KNOWN_CLASS, paint } from '../../src/encode/painting.ts';
import { ranking } from '../../src/encode/ranking.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { hotspotsOf } from '../../src/engine/hotspots.ts';
import { needsOf } from '../../src/engine/needs.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';
import { areaCsv, exportName } from '../../src/state/areaExport.ts';
import { areaGeojson } from '../../src/state/geojsonExport.ts';
import { parseLink, writeLink } from '../../src/state/link.ts';
import { planCsv } from '../../src/state/planExport.ts';
import { classesCsv, monthsCsv, rankedCsv, scatterCsv } from '../../src/state/seriesExport.ts';
import { withNeighbours } from '../../src/worker/withNeighbours.ts';
import { readRelease, releaseIsHere } from '../engine/release.ts';
import { gapping } from './commandLine.ts';

type Row = Record<string, string>;

function read(text: string): { remarks: string[]; rows: Row[] } {
  const lines = text.split('\n');
  const remarks = lines.filter((line) => line.startsWith('# '));
  const { data } = Papa.parse<Row>(lines.filter((line) => !line.startsWith('# ')).join('\n'), {
    header: true,
    skipEmptyLines: true,
  });
  return { remarks, rows: data };
}

const TEAM = proposedService({
  id: 'plan-walsall',
  programme: { id: 'ae', tier: 'tertiary' },
  form: 'site',
  place: 'Manor Hospital',
  lon: -1.99891,
  lat: 52.58233,
  areas: [],
  ages: { from: 11, to: 24 },
  capacity: 80,
  cost: 160_000,
});
const PLAN: Plan = {
  name: 'Plan A',
  changes: [
    { kind: 'add', service: TEAM },
    { kind: 'add', service: { ...TEAM, id: 'plan-coventry', lon: -1.49177, lat: 52.40961 } },
  ],
};

const questions: fc.Arbitrary<Question> = fc
  .record({
    need: fc.constantFrom(
      [{ measure: 'violence', weight: 1 }],
      [
        { measure: 'robbery', weight: 2 },
        { measure: 'deprivation', weight: 1 },
      ],
    ),
    ages: fc.constantFrom({ from: 11, to: 24 }, { from: 10, to: 17 }),
    tier: fc.constantFrom('tertiary', 'primary'),
    inventory: fc.constantFrom('documented', 'illustrative'),
    show: fc.constantFrom('need', 'provision', 'gap', 'class'),
    catchment: fc.integer({ min: 5, max: 20 }).map((km) => km * 1000),
    smoothed: fc.boolean(),
    seed: fc.integer({ min: 1, max: 9 }),
    plan: fc.constantFrom(null, PLAN),
  })
  .map(({ catchment, tier, ...rest }) => ({
    ...OPENING_QUESTION,
    ...rest,
    tier,
    programmes: tier === 'tertiary' ? ['ae'] : [],
    reach: { ...OPENING_QUESTION.reach, catchment },
  })) as fc.Arbitrary<Question>;

describe.skipIf(!releaseIsHere)('exports (skipped where public/data has not been made)', () => {
  let core: Dataset;
  beforeAll(async () => {
    core = await loadCore(readRelease);
  });

  async function answered(question: Question): Promise<{ answer: Answer; dataset: Dataset }> {
    const dataset = await ensure(readRelease, core, needsOf(core.measures, question));
    return { answer: wholeAnswer(dataset, question, 200), dataset };
  }

  test('table = map = list = files = what the same link gives on the command line', async () => {
    const drawn = fc.sample(questions, { numRuns: 4, seed: 7 });
    const sampled = [...drawn, { ...OPENING_QUESTION, plan: PLAN }];
    for (const asked of sampled) {
      const { question } = parseLink(writeLink(asked));
      const dataset = await ensure(readRelease, core, needsOf(core.measures, question));
      const answer = wholeAnswer(dataset, question);
      const words = { vocabulary: dataset };
      const csv = areaCsv(answer, words);
      const { code, out } = await gapping('answer', '--link', writeLink(question));
      expect(code).toBe(0);
      expect(out).toBe(csv);
      expect(csv.includes(',places_now,gap_now,')).toBe(question.plan !== null);

      const { rows } = read(csv);
      const columns = new Map(areaTable(answer).map((c) => [c.id, c]));
      const painting = paint(answer, question.show);
      const classes = read(classesCsv(answer, painting, words)).rows;
      const listed = new Map(read(rankedCsv(answer, words)).rows.map((row) => [row.area, row]));
      const list = ranking(answer);
      rows.forEach((row, i) => {
        for (const name of ['gap', 'places', 'need', 'lower'] as const) {
          const value = columns.get(name)?.values[i] as number;
          if (Number.isNaN(value)) expect(row[name]).toBe('');
          else expect(Number(row[name])).toBe(Number(value.toPrecision(15)) + 0);
        }
        const known = painting.classOf[i] !== NOT_KNOWN_CLASS;
        expect(classes[i].class).toBe(known ? String(painting.classOf[i] + 1) : '');
        const ranked = listed.get(row.area);
        expect(ranked?.figure === '').toBe(Number.isNaN(list.value[i]));
        if (ranked?.figure) expect(Number(ranked.figure)).toBe(Number(list.value[i].toPrecision(15)) + 0);
        expect(row.status === 'known').toBe(
          ['eligible', 'need', 'places', 'target', 'gap', ...question.need.map((n) => n.measure)].every(
            (name) => row[name] !== '',
          ),
        );
      });
    }
  });

  test('what is made of an answer with a plan names the plan, and holds the gap without it beside', async () => {
    const { answer, dataset } = await answered({ ...OPENING_QUESTION, plan: PLAN });
    const { answer: today } = await answered(OPENING_QUESTION);
    const words = { vocabulary: dataset };
    const { remarks, rows } = read(areaCsv(answer, words));
    expect(remarks[0]).toMatch(/April 2025 – March 2026, with Plan A \(two teams added\)\?$/);
    expect(remarks).toContain(
      '# inventory: documented: five services of A&E interventions counted; Plan A: two planned and counted as well',
    );
    expect(remarks.find((r) => r.startsWith('# plan: '))).toMatch(/\+ Manor Hospital, 80 places.*_now/);
    const plain = read(areaCsv(today, words)).rows;
    rows.forEach((row, i) => {
      expect([row.places_now, row.gap_now]).toEqual([plain[i].places, plain[i].gap]);
    });
    expect(rows.some((row) => row.gap !== row.gap_now)).toBe(true);
    expect(read(rankedCsv(answer, words)).rows.every((row) => row.gap_now !== '')).toBe(true);

    const path = 'boundaries/wards.topojson';
    const topology = decodeTopology(JSON.parse(await readRelease(path)), path, ['wards']);
    const file = JSON.parse(areaGeojson(answer, words, topology, []));
    expect(file.metadata.plan).toContain('Plan A (two teams added)');
    expect(file.metadata.inventory).toContain('two planned');
    expect(String(file.features[0].properties.gap_now)).toBe(rows[0].gap_now);

    expect(exportName(answer, 'areas', 'csv')).toMatch(/^areas-ward-[\d-]+-with-plan\.csv$/);
    expect(exportName(today, 'areas', 'csv')).not.toContain('plan');
    expect(inventoryPhrase(answer, dataset)).toBe(
      'documented inventory: five services of A&E interventions counted; Plan A: two planned and counted as well',
    );
  });

  test('the plan itself holds every change with places and cost, and each authority’s gap without and with it', async () => {
    const move: Change = { kind: 'move', id: 'plan-coventry', place: 'Elsewhere', lon: -1.5, lat: 52.4 };
    const costless: Change = { kind: 'add', service: { ...TEAM, id: 'plan-third', cost: null } };
    const plan = { ...PLAN, changes: [...PLAN.changes, move] };
    const { answer, dataset } = await answered({ ...OPENING_QUESTION, plan });
    const words = { vocabulary: dataset };
    const { rows } = read(planCsv(answer, words));
    const parts = (part: string) => rows.filter((row) => row.part === part);
    expect(parts('change').map((r) => [r.places_now, r.places_with_plan, r.cost_a_year])).toEqual([
      ['0', '80', '160000'],
      ['0', '80', '160000'],
      ['80', '80', '0'],
    ]);
    expect(parts('change').map((r) => r.change.replace(/^'/, ''))).toEqual([
      '+ Manor Hospital, 80 places',
      '+ Manor Hospital, 80 places',
      'Manor Hospital moves to Elsewhere',
    ]);
    const [whole] = parts('plan');
    expect([whole.name, whole.cost_a_year]).toEqual(['Plan A', '320000']);
    expect(Number(whole.missing_with_plan)).toBeLessThan(Number(whole.missing_now));
    expect(parts('authority').map((r) => r.name)).toEqual(answer.authorities.map((a) => a.name));
    parts('authority').forEach((row, k) => {
      expect(Number(row.gap_now)).toBeCloseTo(answer.before?.authorities[k].gap ?? Number.NaN, 9);
      expect(Number(row.gap_with_plan)).toBeCloseTo(answer.authorities[k].gap, 9);
    });

    const { answer: without } = await answered({
      ...OPENING_QUESTION,
      plan: { ...plan, changes: [...plan.changes, costless] },
    });
    const more = read(planCsv(without, words)).rows.filter((r) => r.cost_a_year === 'not known');
    expect(more.map((r) => r.part)).toEqual(['change', 'plan']);
    const { answer: today } = await answered(OPENING_QUESTION);
    expect(() => planCsv(today, words)).toThrow('There is no plan here');
  });

  test('GeoJSON holds every area once with the table’s figures, and says where they come from', async () => {
    const { answer, dataset } = await answered({ ...OPENING_QUESTION, inventory: 'illustrative', seed: 3 });
    const path = 'boundaries/wards.topojson';
    const topology = decodeTopology(JSON.parse(await readRelease(path)), path, ['wards']);
    const words = { vocabulary: dataset, preparedFor: 'the board' };
    const file = JSON.parse(areaGeojson(answer, words, topology, []));
    const { rows } = read(areaCsv(answer, words));
    expect(file.features.map((f: { id: string }) => f.id)).toEqual(answer.areas.code);
    file.features.forEach(
      (f: { properties: Record<string, unknown>; geometry: { type: string } }, i: number) => {
        expect(f.geometry.type).toMatch(/Polygon$/);
        for (const [name, cell] of Object.entries(rows[i]))
          expect(String(f.properties[name] ?? ''), name).toBe(cell.startsWith("'") ? cell.slice(1) : cell);
      },
    );
    expect(file.metadata).toMatchObject({
      'prepared for': 'the board',
      release: { hash: answer.release.hash },
      engine: answer.engine,
      seed: 3,
      inventory: 'illustrative',
    });
    expect(file.metadata.notes.join()).toContain('ILLUSTRATIVE');
  });

  test('every series is headed by question, release and inventory, and a partial month is empty', async () => {
    const { answer, dataset } = await answered(OPENING_QUESTION);
    const words = { vocabulary: dataset, preparedFor: '=cmd()' };
    const painting = paint(answer, 'gap');
    for (const text of [
      monthsCsv(answer, words),
      scatterCsv(answer, words),
      classesCsv(answer, painting, words),
      rankedCsv(answer, words),
    ]) {
      const { remarks } = read(text);
      for (const key of ['series', 'question', 'release', 'engine', 'seed', 'inventory', 'attribution'])
        expect(
          remarks.some((r) => r.startsWith(`# ${key}: `)),
          key,
        ).toBe(true);
      // A name that a spreadsheet could run stays behind the mark of a remark.
      expect(text.split('\n').some((line) => line.startsWith('='))).toBe(false);
    }
    const months = read(monthsCsv(answer, words)).rows;
    expect(months).toHaveLength(193 * answer.series.months.length);
    for (const row of months) if (row.month_status === 'partial') expect(row.events).toBe('');
    const region = months.filter((row) => row.area === 'region' && row.events !== '');
    expect(region).toHaveLength(answer.series.months.filter((m) => m.status === 'whole').length);
  });

  test('the ranked list of clusters holds what the page shows of them, with the measure tested, and no empty bounds', async () => {
    const hotspots = { ...OPENING_QUESTION.hotspots, of: 'robbery', permutations: 99 };
    const question: Question = { ...OPENING_QUESTION, show: 'hotspots', hotspots };
    const { answer: bare, dataset } = await answered(question);
    const touching = await withNeighbours(readRelease, dataset, 'ward');
    const answer = { ...bare, hotspots: hotspotsOf(touching, question, analyse(touching, question)) };
    const words = { vocabulary: dataset };
    const text = rankedCsv(answer, words);
    expect(text).toContain('\nrank,area,name,authority,figure,cluster,p,p_adjusted,robbery,status\n');
    const row = read(text).rows[0];
    const area = read(areaCsv(answer, words)).rows.find((r) => r.area === row.area);
    expect(row).toMatchObject({
      figure: area?.statistic,
      cluster: area?.cluster,
      p: area?.p,
      p_adjusted: area?.p_adjusted,
      robbery: area?.robbery,
    });
    expect(Number(row.robbery)).toBeGreaterThan(0);
    expect(read(areaCsv(answer, words)).remarks).toContain(
      '# measure robbery: per 1,000 residents a year, tested for clusters, no part of the need',
    );
  });

  test('a suppressed figure is an empty cell, and its status says that it is withheld', async () => {
    const { answer, dataset } = await answered(OPENING_QUESTION);
    const [measure] = answer.measures;
    const value = measure.value.slice();
    value[0] = Number.NaN;
    const suppressed = new Uint8Array(value.length);
    suppressed[0] = 1;
    const withheld = { ...answer, measures: [{ ...measure, value, suppressed }] };
    const { rows } = read(areaCsv(withheld, { vocabulary: dataset }));
    expect([rows[0].violence, rows[0].status]).toEqual(['', 'suppressed: violence']);
    expect(rows[1].status).toBe('known');
  });
});
