// Reads a list of neighbouring areas, pair by pair, as it is given.
import {
  asymmetricPair,
  type Neighbours,
  neighboursFromPairs,
  symmetrise,
} from '../../src/engine/neighbours.ts';
import { type Keys, references } from './columns.ts';
import { readTable } from './csv-table.ts';
import { InputProblem } from './problem.ts';

/**
 * Neighbours from a file area,neighbour. A repeated row counts once. A pair given one way only stays one way, and is
 * spoken of, unless `bothWays` adds the other. InputProblem for a code the values do not have, and for an area that is its own neighbour.
 */
export function readNeighbourList(
  path: string,
  areas: Keys,
  valuesFile: string,
  bothWays: boolean,
  say: (line: string) => void,
): Neighbours {
  const table = readTable(path, { required: ['area', 'neighbour'], mayBeEmpty: true });
  const from = references(table, 'area', areas, valuesFile);
  const to = references(table, 'neighbour', areas, valuesFile);
  for (let row = 0; row < from.length; row++) {
    if (from[row] === to[row]) {
      throw new InputProblem(
        table.file,
        table.line[row],
        `area "${areas.code[from[row]]}" is listed as its own neighbour, expected another area`,
      );
    }
  }
  const listed = neighboursFromPairs(areas.code.length, from, to);
  if (bothWays) return symmetrise(listed);
  const pair = asymmetricPair(listed);
  if (pair !== null) {
    const all = symmetrise(listed).targets.length;
    const oneWay = all - listed.targets.length;
    const [i, j] = pair.map((k) => `"${areas.code[k]}"`);
    say(
      `${table.file}: ${oneWay.toLocaleString('en-GB')} of ${(all / 2).toLocaleString('en-GB')} pairs are listed one way only (${i} has the neighbour ${j}, not the reverse) and are used so; --symmetric adds the other way.`,
    );
  }
  return listed;
}
