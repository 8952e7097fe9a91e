// What can be taken away of the answer on the page: tables, areas with figures, the series behind charts, pictures.
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadSources } from '../../data/sources.ts';
import type { Boundaries } from '../../data/topology.ts';
import type { Answer } from '../../domain/answer.ts';
import { isIllustrative } from '../../encode/inventoryPhrase.ts';
import { NOT_KNOWN } from '../../encode/numbers.ts';
import { paint } from '../../encode/painting.ts';
import { planOf } from '../../encode/planPhrase.ts';
import { paintStep } from '../../encode/stepPainting.ts';
import { stepWords } from '../../encode/storyWords.ts';
import { areaCsv, type ExportWords, exportName } from '../../state/areaExport.ts';
import { areaGeojson } from '../../state/geojsonExport.ts';
import { planCsv } from '../../state/planExport.ts';
import { classesCsv, monthsCsv, rankedCsv, scatterCsv } from '../../state/seriesExport.ts';
import { authorityBorder } from '../map/authorityBorder.ts';
import { readGeometry } from '../map/geometry.ts';
import { shelfOf } from '../present/stories.ts';
import { download } from '../shell/download.ts';
import { type Page, vocabulary } from '../shell/page.ts';
import { chartPicture } from './chartPicture.ts';
import { framed, type Picture } from './frame.ts';
import { mapPicture, type PictureFocus } from './mapPicture.ts';
import { legendPicture, monthsLegend, withLegend } from './pictureLegend.ts';
import { pngOf } from './png.ts';
import '../../styles/export.css';

export interface ExportMenuProps {
  readonly page: Page;
  readonly onClose: () => void;
}

const LONGEST_NAME = 80;

/** Charts that may stand on the page, by what they are called in the menu and where they stand. */
const CHARTS = [
  {
    name: 'scatter',
    label: 'Need and provision',
    selector: '.scatter svg',
    heading: 'Need and places by area',
  },
  {
    name: 'months',
    label: 'Month by month',
    selector: '.month-chart svg, svg.month-line',
    heading: 'Month by month',
  },
] as const;
type Chart = (typeof CHARTS)[number];

/** What the picture of a map is of: a step draws what its slide does, about the authority the story is about. */
function subjectOf(page: Page, answer: Answer, words: ExportWords) {
  const { question } = answer;
  if (question.screen !== 'present')
    return { painting: paint(answer, question.show), focus: null, heading: '', name: '' };
  const { current, step } = shelfOf(page, question);
  const { kind, title } = current.steps[step];
  return {
    painting: paintStep(kind, answer, current.authority),
    focus: current.authority,
    heading: title || stepWords(kind, answer, words.vocabulary, current.authority).title,
    // The pictures of a story stand in one folder.
    name: `${current.id}-step-${step + 1}-`,
  };
}

function mapOf(page: Page, answer: Answer, words: ExportWords): Picture {
  const { level, code, authorityCode, authority } = answer.areas;
  const topology = page.outlines(level).value;
  if (!topology) throw new Error('The outlines of the areas are not there yet. Try again in a moment.');
  const of = new Map(code.map((c, i) => [c, authorityCode[i]]));
  const names = new Map(authorityCode.map((c, i) => [c, authority[i]]));
  const object = level === 'ward' ? 'wards' : 'lsoas';
  const geometry = readGeometry(topology, object, (c) => of.get(c));
  const { painting, focus, heading } = subjectOf(page, answer, words);
  const isInside = (c: string) => of.get(c) === focus;
  const about: PictureFocus | null = focus
    ? { code: focus, isInside, border: authorityBorder(topology, object, geometry, isInside) }
    : null;
  const picture = mapPicture(answer, painting, geometry, (c) => names.get(c) ?? c, about);
  return framed(picture, answer, words, heading);
}

/** A chart as it stands on the page, with the legend that the page has elsewhere. */
function chartOf({ name, selector, heading }: Chart, answer: Answer, words: ExportWords): Picture {
  const chart = document.querySelector<SVGSVGElement>(selector);
  const picture = chart && chartPicture(chart);
  if (!picture) throw new Error('This chart does not stand on the page now.');
  if (name === 'scatter') {
    const legend = legendPicture(paint(answer, answer.question.show), [], `${NOT_KNOWN}, not drawn`);
    return framed(withLegend(picture, legend), answer, words, heading);
  }
  const said = chart.closest('.month-axis')?.querySelector<HTMLElement>('.month-words');
  if (!said) return framed(picture, answer, words, heading);
  const limits = said.title && !said.textContent?.includes(said.title) ? ` · ${said.title}` : '';
  return framed(withLegend(picture, monthsLegend()), answer, words, `${said.textContent}${limits}`);
}

async function geojsonOf(page: Page, answer: Answer, words: ExportWords): Promise<string> {
  const topology = page.outlines(answer.areas.level).value;
  if (!topology) throw new Error('The outlines of the areas are not there yet. Try again in a moment.');
  const { used } = await loadSources(page.read);
  return areaGeojson(answer, words, topology as Boundaries, used);
}

export function ExportMenu({ page, onClose }: ExportMenuProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [preparedFor, setPreparedFor] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const { answer, catalogue } = page.session;
  const newest = answer.value;
  const words: ExportWords = {
    vocabulary: vocabulary(catalogue.value),
    preparedFor: preparedFor.trim(),
  };
  const charts = CHARTS.filter(({ selector }) => document.querySelector(selector));

  /** Makes the file and says what became of it. */
  const give = async (
    what: string,
    ending: string,
    make: (a: Answer) => Promise<string | Blob> | string | Blob,
    kind?: string,
  ) => {
    if (!newest) return;
    const name = exportName(newest, `${subjectOf(page, newest, words).name}${what}`, ending);
    try {
      download(name, await make(newest), kind);
      setSaid(`${name} is ready.`);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  const picture = (what: string, label: string, make: (a: Answer) => Picture) => (
    <li key={what}>
      <span>{label}</span>
      <button
        type="button"
        class="button"
        aria-label={`${label} as SVG`}
        onClick={() => give(what, 'svg', (a) => make(a).svg, 'image/svg+xml')}
      >
        SVG
      </button>
      <button
        type="button"
        class="button"
        aria-label={`${label} as PNG`}
        onClick={() => give(what, 'png', (a) => pngOf(make(a)))}
      >
        PNG
      </button>
    </li>
  );
  const file = (
    what: string,
    label: string,
    ending: string,
    make: (a: Answer) => Promise<string> | string,
    kind?: string,
  ) => (
    <li key={what}>
      <span>{label}</span>
      <button
        type="button"
        class="button"
        aria-label={`${label} as ${ending === 'csv' ? 'CSV' : 'GeoJSON'}`}
        onClick={() => give(what, ending, make, kind)}
      >
        {ending === 'csv' ? 'CSV' : 'GeoJSON'}
      </button>
    </li>
  );

  return (
    <dialog ref={dialog} class="sheet export" closedby="any" aria-labelledby="export-title" onClose={onClose}>
      <div class="sheet-head">
        <h2 id="export-title">Export</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {newest ? (
        <>
          {isIllustrative(newest) && (
            <p class="illustrative">Every file will be marked ILLUSTRATIVE: its services are invented.</p>
          )}
          {!newest.uncertainty && (
            <p>The intervals are still being computed; files made now are without them.</p>
          )}
          <label class="export-for">
            Prepared for (optional)
            <input
              class="field"
              type="text"
              maxLength={LONGEST_NAME}
              value={preparedFor}
              onInput={(event) => setPreparedFor(event.currentTarget.value)}
            />
          </label>
          <h3>Figures by area</h3>
          <ul>
            {file('areas', 'All areas, all figures', 'csv', (a) => areaCsv(a, words))}
            {file(
              'areas',
              'Areas with their outlines',
              'geojson',
              (a) => geojsonOf(page, a, words),
              'application/geo+json',
            )}
          </ul>
          {planOf(newest) && (
            <>
              <h3>Plan</h3>
              <ul>{file('plan', 'The plan: changes, cost, authorities', 'csv', (a) => planCsv(a, words))}</ul>
            </>
          )}
          <h3>Series behind the charts</h3>
          <ul>
            {file('ranked', 'Ranked list', 'csv', (a) => rankedCsv(a, words))}
            {file('classes', 'Classes of the map', 'csv', (a) =>
              classesCsv(a, subjectOf(page, a, words).painting, words),
            )}
            {file('scatter', 'Need and provision', 'csv', (a) => scatterCsv(a, words))}
            {file('months', 'Month by month', 'csv', (a) => monthsCsv(a, words))}
          </ul>
          <h3>Pictures</h3>
          <ul>
            {picture('map', 'Map with legend', (a) => mapOf(page, a, words))}
            {charts.map((chart) =>
              picture(`chart-${chart.name}`, `Chart: ${chart.label}`, (a) => chartOf(chart, a, words)),
            )}
          </ul>
          <p role="status" class="export-said">
            {said}
          </p>
        </>
      ) : (
        <p>There is no answer yet. Close this and wait for the figures.</p>
      )}
    </dialog>
  );
}
