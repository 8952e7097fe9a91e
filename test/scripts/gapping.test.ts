// The command line as a whole: help, unknown words, and what a shell sees.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { csv, file, gapping } from './commandLine.ts';

const COMMANDS = ['rates', 'clusters', 'access', 'cover', 'site', 'answer', 'release'];
const runner = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));

describe('the command line', () => {
  test('lists its commands, and explains each', async () => {
    const all = await gapping('--help');
    expect(all.code).toBe(0);
    for (const name of COMMANDS) {
      expect(all.out).toMatch(new RegExp(`^  ${name} `, 'm'));
      const one = await gapping(name, '--help');
      expect(one.code).toBe(0);
      expect(one.messages).toEqual([]);
      expect(one.out.startsWith(`gapping ${name} `)).toBe(true);
    }
  });

  test('answers no command, and one it does not know, with exit code 2', async () => {
    const none = await gapping();
    expect([none.code, none.out]).toEqual([2, '']);
    const odd = await gapping('rate');
    expect(odd).toEqual({
      code: 2,
      out: '',
      messages: [`gapping: there is no command "rate", expected ${COMMANDS.join(', ')}.`],
    });
  });

  test.each([
    [['rates'], '--in is missing'],
    [['rates', '--in'], '--in'],
    [['rates', '--in', 'a', '--in', 'b'], '--in was given 2 times'],
    [['rates', 'stray'], 'stray'],
    [['clusters', '--values', 'v'], '--values'],
    [
      ['clusters', '--statistic', 'lisa'],
      '--statistic is "lisa", expected local-moran, gi-star, global-moran.',
    ],
    [
      ['clusters', '--permutations', '0'],
      '--permutations is "0", expected a whole number from 1 to 9999999.',
    ],
    [
      ['clusters', '--permutations', '1e12'],
      '--permutations is "1e12", expected a whole number from 1 to 9999999.',
    ],
    [['clusters', '--seed', '1.5'], '--seed is "1.5", expected a whole number'],
  ])('answers %j with one sentence that names the flag', async (args, part) => {
    const run = await gapping(...args);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.messages).toHaveLength(1);
    if (args[0] !== 'clusters' || part !== '--values') expect(run.messages[0]).toContain(part);
  });

  test('gives a shell the table on standard output, messages on standard error, and the exit code', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [runner, 'gapping', ...args], { encoding: 'utf8' });
    const good = run('rates', '--in', csv('r.csv', 'area,count,population', [['a', 3, 100]]));
    expect([good.status, good.stderr]).toEqual([0, '']);
    expect(good.stdout.split('\n')[0]).toBe('area,rate,lower,upper,eb_rate,eb_weight');
    const path = file('bad.csv', 'area,count,population\na,3,-1\n');
    const bad = run('rates', '--in', path);
    expect([bad.status, bad.stdout]).toEqual([2, '']);
    expect(bad.stderr).toBe(`${path}:2: population is "-1", expected a population of 0 or more\n`);
  });

  test('reads standard input where the file is "-"', () => {
    const run = spawnSync(process.execPath, [runner, 'gapping', 'rates', '--in', '-'], {
      encoding: 'utf8',
      input: 'area,count,population\na,1,2\nb,x,3\n',
    });
    expect([run.status, run.stderr]).toEqual([
      2,
      'standard input:3: count is "x", expected a count of 0 or more\n',
    ]);
  });
});
