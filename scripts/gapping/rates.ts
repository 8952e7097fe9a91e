// `gapping rates`: rates with their intervals, and rates smoothed by empirical Bayes.
import { countInterval, type Interval } from '../../src/engine/rates.ts';
import { smoothGlobally } from '../../src/engine/smoothing.ts';
import { keys, type NumberRule, numbers } from './columns.ts';
import type { Channels, Command } from './command.ts';
import { readTable } from './csv-table.ts';
import { field, figure, writeRows } from './figures.ts';
import { needed, readFlags } from './flags.ts';
import { blame, InputProblem } from './problem.ts';

const HELP = `
gapping rates --in F

Rates per person with their 95 % intervals, and the same rates smoothed for small numbers.

  --in F   area,count,population   count: events, 0 or more, need not be whole; population: people, 0 or more

Out: area,rate,lower,upper,eb_rate,eb_weight, all per person, in the order of F.
  rate          count / population
  lower, upper  95 % interval of the count by counting error only (Byar from 10 events, exact below), / population
  eb_rate       global empirical Bayes (Marshall 1991) over all rows: W rate + (1 - W) m, where m = all events / all
                people, A = max(0, s^2 - m / mean population), W = A / (A + m / population)
  eb_weight     W, how much of eb_rate is the area's own data, 0 to 1
A row with nobody and no events has no rate: its cells are empty and it has no part in m.
Events among a population of 0, a negative or missing number, or an area given twice is bad input.
`;

const COUNT: NumberRule = { expected: 'a count of 0 or more', allows: (v) => v >= 0 };
const POPULATION: NumberRule = { expected: 'a population of 0 or more', allows: (v) => v >= 0 };
const LONG = 200_000;

const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);

function run(args: readonly string[], { out, say }: Channels): void {
  const flags = readFlags(args, ['in']);
  const path = needed(flags, 'in', 'a CSV file with the columns area,count,population');
  const table = readTable(path, { required: ['area', 'count', 'population'] });
  const { code } = keys(table, 'area');
  const count = numbers(table, 'count', COUNT);
  const population = numbers(table, 'population', POPULATION);
  for (let i = 0; i < code.length; i++) {
    if (population[i] === 0 && count[i] > 0) {
      throw new InputProblem(
        table.file,
        table.line[i],
        `area "${code[i]}" has ${count[i]} events among a population of 0, expected people or no events`,
      );
    }
  }
  if (code.length >= LONG) say(`Smoothing the rates of ${code.length.toLocaleString('en-GB')} areas ...`);
  const smoothed = blame(table.file, () => {
    // Sums of squares come long before a number's end; beyond, the smoothing is not one.
    figure(total(count) ** 2);
    figure(total(population) ** 2);
    return smoothGlobally(count, population);
  });
  // Exact limits of small counts take a search each, and the same few counts come again and again.
  const known = new Map<number, Interval>();
  const intervalOf = (events: number): Interval => {
    let interval = known.get(events);
    if (interval === undefined) {
      interval = countInterval(events);
      if (known.size < LONG) known.set(events, interval);
    }
    return interval;
  };
  const row = (i: number): string => {
    const people = population[i];
    if (people === 0) return `${field(code[i])},,,,,`;
    const [lower, upper] = intervalOf(count[i]);
    return [
      field(code[i]),
      figure(count[i] / people),
      figure(lower / people),
      figure(upper / people),
      figure(smoothed.rates[i]),
      figure(smoothed.weights[i]),
    ].join(',');
  };
  blame(table.file, () =>
    writeRows(out, ['area', 'rate', 'lower', 'upper', 'eb_rate', 'eb_weight'], code.length, row),
  );
}

export const ratesCommand: Command = {
  name: 'rates',
  summary: 'rates per person, their intervals, and empirical Bayes smoothing',
  help: HELP,
  run,
};
