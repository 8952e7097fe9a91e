// Question ↔ address: the part after "#", readable, versioned, and forgiving of what is broken.
import type { LinkStamp } from '../domain/decisionRecord.ts';
import { isOwn } from '../domain/ownCounts.ts';
import { OPENING_QUESTION as OPENING, type Question, type Screen } from '../domain/question.ts';
import { PARAMETERS } from './linkParameters.ts';
import { readStamp, STAMP_KEYS, type Stamping, writeStamp } from './linkStamp.ts';
import { shorten } from './words.ts';

/** Defaults belong to the version: a link leaves out what equals version 1's opening question. */
const LINK_VERSION = '1';

const SCREENS: readonly Screen[] = ['map', 'place', 'provision', 'plan', 'outcomes', 'present', 'method'];

/** The address of a question, from "#" on. Figures made from the reader's own counts stay with the reader, like the counts themselves. */
export function writeLink(question: Question, stamp?: Stamping): string {
  const parts = [`v=${LINK_VERSION}`];
  for (const parameter of PARAMETERS) {
    const text = parameter.write(question);
    if (text !== parameter.write(OPENING)) parts.push(`${parameter.key}=${text}`);
  }
  const own = question.need.some(({ measure }) => isOwn(measure));
  if (stamp) parts.push(...writeStamp(own ? { ...stamp, seen: undefined } : stamp));
  return `#/${question.screen}?${parts.join('&')}`;
}

/** Reads an address. What is missing stands as in the opening question; what is broken does too, and is named in a notice. */
export function parseLink(address: string): { question: Question; notices: string[]; stamp: LinkStamp } {
  const notices: string[] = [];
  const hash = address.includes('#') ? address.slice(address.indexOf('#') + 1) : '';
  const [path, query = ''] = hash.split('?', 2);
  const name = path.replace(/^\/+|\/+$/g, '');
  const screen = SCREENS.find((s) => s === name) ?? OPENING.screen;
  if (name !== '' && screen !== name)
    notices.push(`The link names a screen "${shorten(name)}" that does not exist; the map is shown instead.`);

  const given = new Map<string, string>();
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    if (at <= 0) continue;
    const key = pair.slice(0, at);
    const text = pair.slice(at + 1);
    // Mail programs escape commas and colons; a plan keeps its own escapes, which separate names from marks.
    given.set(key, key === 'plan' ? text : (attempt(() => decodeURIComponent(text)) ?? text));
  }
  const version = given.get('v');
  if (version !== undefined && version !== LINK_VERSION) {
    notices.push(
      `The link was made by another version of this page (link version ${shorten(version)}, here ${LINK_VERSION}); what could be read of it is shown.`,
    );
  }

  let question: Question = { ...OPENING, screen };
  for (const parameter of PARAMETERS) {
    const text = given.get(parameter.key);
    if (text === undefined) continue;
    const read = attempt(() => parameter.read(text));
    if (read) question = { ...question, ...read };
    else
      notices.push(
        `The link's part "${parameter.key}" (${parameter.says}) could not be read: "${shorten(text)}". The usual setting is used instead.`,
      );
  }
  const known = new Set(['v', ...PARAMETERS.map((p) => p.key), ...STAMP_KEYS]);
  const strange = [...given.keys()].filter((key) => !known.has(key));
  if (strange.length > 0)
    notices.push(
      `The link has parts this page does not know, and leaves out: ${shorten(strange.join(', '))}.`,
    );
  const { stamp, notices: ofStamp } = readStamp(given);
  return { question, notices: [...notices, ...ofStamp], stamp };
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
