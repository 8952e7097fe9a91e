// The table of areas: every figure of an answer by area, named and with its unit. Table, export and command line read it.
import type { Answer, Hotspots, MeasureColumns } from '../domain/answer.ts';
import type { Column } from '../domain/reading.ts';
import { pText, roleLabel, statisticShort } from './clusterRoles.ts';
import { gapColumn } from './noGap.ts';
import { decimals, odds, rate, signed, whole } from './numbers.ts';
import { planOf } from './planPhrase.ts';
import { SUPPRESSED, withheldAreas } from './withheld.ts';
import { agesPhrase } from './words.ts';

export interface TableColumn {
  /** Name in exports: short, lower case, stable. */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Figures by row, or words by row. */
  readonly values: Column | readonly string[];
  readonly text: (value: number) => string;
  /** 1 where the figure is withheld rather than not known; absent where none is. */
  readonly withheld?: Uint8Array;
}

/** One cell as it is read on the page. */
export function cellText(column: TableColumn, row: number): string {
  const { values, withheld, text } = column;
  if (withheld?.[row] === 1) return SUPPRESSED;
  const value = values[row];
  return typeof value === 'string' ? value : text(value);
}

const asWords = (value: number) => String(value);

/** The columns in the order of the exports; figures that are not known are NaN, and columns that wait for draws are NaN throughout. */
export function areaTable(answer: Answer): TableColumn[] {
  const { areas, uncertainty, question } = answer;
  const pending = new Float64Array(areas.code.length).fill(Number.NaN);
  const figure = (
    id: string,
    label: string,
    unit: string,
    values: Column,
    text: (value: number) => string,
  ): TableColumn => ({ id, label, unit, values, text });
  const words = (id: string, label: string, values: readonly string[]): TableColumn => ({
    id,
    label,
    unit: '',
    values,
    text: asWords,
  });
  const told = (column: Column | undefined) => gapColumn(answer, column ?? pending);
  const digits = areas.level === 'lsoa' ? 2 : 1;
  const withheld = withheldAreas(answer);
  const held = withheld ? { withheld } : {};
  const places = (v: number) => decimals(v, digits);
  const today = planOf(answer) ? answer.before?.areas : undefined;
  return [
    words('area', 'Code', areas.code),
    words('name', 'Name', areas.name),
    words('authority', 'Authority', areas.authority),
    figure('eligible', 'People', agesPhrase(question.ages), areas.eligible, whole),
    { ...figure('need', 'Need', 'region 1', areas.need, (v) => decimals(v, 2)), ...held },
    figure('places', 'Places', 'a year', areas.places, places),
    figure('target', 'Called for', 'places a year', told(areas.target), places),
    { ...figure('gap', 'Gap', 'places a year', told(areas.gap), (v) => signed(v, digits)), ...held },
    figure('lower', 'From', '90% interval', told(uncertainty?.gapLower), (v) => signed(v, digits)),
    figure('upper', 'To', '90% interval', told(uncertainty?.gapUpper), (v) => signed(v, digits)),
    figure('odds', 'Odds short', 'of draws', told(uncertainty?.odds), odds),
    words('kind', 'Kind of gap', areas.kind),
    ...shownBeside(answer),
    // Without the plan, and called for by the same yardstick.
    ...(today
      ? [
          figure('places_now', 'Places now', 'a year, without the plan', today.places, places),
          figure('gap_now', 'Gap now', 'places a year, without the plan', told(today.gap), (v) =>
            signed(v, digits),
          ),
        ]
      : []),
    ...[...answer.measures, ...testedBeside(answer)].map((m) => ({
      ...figure(m.measure.id, m.measure.label, m.unit, m.value, rate),
      ...(m.suppressed && { withheld: m.suppressed }),
    })),
    ...(answer.hotspots ? clusterColumns(answer.hotspots) : []),
  ];
}

/** The figure of the map and the list, where no other column is it. */
function shownBeside({ question: { show }, areas, measures }: Answer): TableColumn[] {
  const one = (id: string, label: string, unit: string, values: Column, text: TableColumn['text']) => [
    { id, label, unit, values, text },
  ];
  if (show === 'provision')
    return one('places_per_1000', 'Provision', 'places per 1,000', areas.access, (v) => decimals(v, 1));
  if (show === 'class')
    return one('relative_gap', 'Relative gap', 'percentiles', areas.relativeGap, (v) => signed(v, 0));
  const several = measures.filter((m) => m.weight > 0).length > 1;
  return show === 'need' && several ? one('need_index', 'Need index', '', areas.needIndex, rate) : [];
}

/** The measure tested for clusters, where the need does not hold it; none or one. */
export function testedBeside(answer: Answer): MeasureColumns[] {
  const tested = answer.hotspots?.tested;
  return tested && !answer.measures.some((m) => m.measure.id === tested.measure.id) ? [tested] : [];
}

/** What the search for clusters says of each area. */
export function clusterColumns(hotspots: Hotspots): TableColumn[] {
  const { statistic, value, p, pAdjusted, role } = hotspots;
  const test = (id: string, label: string, unit: string, values: Column): TableColumn => ({
    id,
    label,
    unit,
    values,
    text: pText,
  });
  return [
    { id: 'cluster', label: 'Cluster', unit: '', values: role.map(roleLabel), text: asWords },
    {
      id: 'statistic',
      label: statisticShort(statistic),
      unit: statistic === 'gi-star' ? 'z' : 'coefficient',
      values: value,
      text: (v) => signed(v, 2),
    },
    test('p', 'p', 'permutation', p),
    test('p_adjusted', 'p adjusted', 'false discovery', pAdjusted),
  ];
}
