// The frame around an exported picture: title, foot with where it comes from, and the mark of an illustrative inventory.
import type { Answer } from '../../domain/answer.ts';
import { shortCredit } from '../../encode/credit.ts';
import { inventoryPhrase, isIllustrative } from '../../encode/inventoryPhrase.ts';
import { answerPeriod } from '../../encode/needPeriod.ts';
import { answeredText } from '../../encode/planPhrase.ts';
import type { ExportWords } from '../../state/areaExport.ts';

/** The reader's own system draws the words, so that the file needs no font beside it. */
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const INK = '#0b1f33';
const QUIET = '#475569';
const MARGIN = 24;
/** Size of the title's type on a wide picture, and on a narrow one. */
const TITLES = [20, 15] as const;
const NARROW = 560;
const SUBTITLE = 14;
const FOOT = 12;
/** Mean width of a character over the size of the type: a little more than the families named above have. */
const WIDE = 0.56;

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Lines of at most so many characters, broken between words. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length + 1 <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The status of the inventory in words: on every picture, because pictures are seen alone. */
function inventoryWords(answer: Answer, words: ExportWords): string {
  const told = inventoryPhrase(answer, words.vocabulary);
  return answer.inventoryStatus === 'documented' ? `${told}; all other provision is not known` : told;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** `inner` is SVG of the size given; `heading` stands under the reading sentence, such as the legend's title. */
export function framed(inner: Picture, answer: Answer, words: ExportWords, heading: string): Picture {
  const width = inner.width + 2 * MARGIN;
  const fits = (size: number) => Math.floor(inner.width / (size * WIDE));
  const size = TITLES[inner.width < NARROW ? 1 : 0];
  const sentence = answeredText(answer, words.vocabulary);
  const title = wrapped(sentence, fits(size));
  const { release, question } = answer;
  const foot = wrapped(
    [
      ...(words.preparedFor ? [`Prepared for ${words.preparedFor}`] : []),
      answerPeriod(answer),
      `release ${release.id} (${release.hash}), ${release.boundaries}`,
      `engine ${answer.engine}, seed ${question.seed}`,
      inventoryWords(answer, words),
      shortCredit(release.attribution),
    ].join(' · '),
    fits(FOOT),
  );
  let y = MARGIN;
  const parts: string[] = [];
  /** The next line of words, so far below the last. */
  const say = (line: string, drop: number, size: number, weight: number, fill: string) => {
    y += drop;
    parts.push(
      `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(line)}</text>`,
    );
  };
  const mark = isIllustrative(answer);
  if (mark) say('ILLUSTRATIVE: invented for demonstration, not evidence', 15, 14, 700, '#9a4100');
  for (const line of title) say(line, size * 1.3, size, 700, INK);
  wrapped(heading, fits(SUBTITLE)).forEach((line, k) => {
    if (line) say(line, k === 0 ? 22 : SUBTITLE * 1.35, SUBTITLE, 400, QUIET);
  });
  y += 14;
  parts.push(`<g transform="translate(${MARGIN},${y})">${inner.svg}</g>`);
  const middle = y + inner.height / 2;
  y += inner.height + 8;
  for (const line of foot) say(line, FOOT * 1.4, FOOT, 400, QUIET);
  if (mark) {
    const large = Math.round(width / 9);
    parts.push(
      `<text x="${width / 2}" y="${middle}" font-size="${large}" font-weight="800" fill="#9a4100" fill-opacity="0.22" text-anchor="middle" transform="rotate(-20 ${width / 2} ${middle})">ILLUSTRATIVE</text>`,
    );
  }
  const height = Math.ceil(y + MARGIN);
  return {
    width,
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FAMILY)}"><title>${escaped(sentence)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>`,
  };
}
