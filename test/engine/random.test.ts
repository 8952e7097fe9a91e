// The seeded stream: repeatable, unbiased, and with the moments its distributions promise.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/engine/random.ts';

const many = 200_000;
function moments(draw: () => number) {
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < many; k++) {
    const x = draw();
    sum += x;
    squares += x * x;
  }
  const mean = sum / many;
  return { mean, variance: squares / many - mean * mean };
}

describe('a seeded stream', () => {
  test('gives the same draws for the same seed, others for the next seed or for a seed 2³² away', () => {
    const first = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (r) => () =>
            r.uniform()
        )(createRandom(seed)),
      );
    expect(first(7)).toEqual(first(7));
    expect(first(8)).not.toEqual(first(7));
    expect(first(7 + 2 ** 32)).not.toEqual(first(7));
    expect(first(-7)).not.toEqual(first(7));
  });

  test('refuses a seed that is no whole number', () => {
    expect(() => createRandom(1.5)).toThrow(RangeError);
    expect(() => createRandom(Number.NaN)).toThrow(RangeError);
  });

  test('draws uniforms on [0, 1) with mean 1/2 and variance 1/12', () => {
    const random = createRandom(1);
    let least = 1;
    let most = 0;
    const { mean, variance } = moments(() => {
      const u = random.uniform();
      least = Math.min(least, u);
      most = Math.max(most, u);
      return u;
    });
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / many));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.001);
    expect(least).toBeGreaterThanOrEqual(0);
    expect(most).toBeLessThan(1);
  });

  test.each([1, 2, 7, 192])('chooses each of %i options equally often (chi-square)', (n) => {
    const random = createRandom(11);
    const seen = new Float64Array(n);
    for (let k = 0; k < many; k++) seen[random.below(n)]++;
    const expected = many / n;
    let chi = 0;
    for (const count of seen) chi += (count - expected) ** 2 / expected;
    expect(chi).toBeLessThan(n - 1 + 5 * Math.sqrt(2 * n) + 1e-9);
  });

  test('chooses without bias where 32 bits do not divide evenly', () => {
    const random = createRandom(5);
    const n = 3 * 2 ** 30; // a plain multiply would give every third value twice the chance
    const thirds = new Float64Array(3);
    for (let k = 0; k < many; k++) {
      const choice = random.below(n);
      if (choice >= n) throw new Error(`${choice} is not below ${n}`);
      thirds[choice % 3]++;
    }
    for (const count of thirds) expect(Math.abs(count / many - 1 / 3)).toBeLessThan(0.005);
    expect(random.below(2 ** 32)).toBeLessThan(2 ** 32);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1])('refuses to choose among %d options', (n) => {
    expect(() => createRandom(1).below(n)).toThrow(RangeError);
  });

  test('draws normals with mean 0, variance 1 and 5 % beyond 1.96', () => {
    const random = createRandom(3);
    let beyond = 0;
    const { mean, variance } = moments(() => {
      const x = random.normal();
      if (Math.abs(x) > 1.959963984540054) beyond++;
      return x;
    });
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(many));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / many));
    expect(Math.abs(beyond / many - 0.05)).toBeLessThan(0.003);
  });

  test.each([0.2, 0.9, 1, 3.7, 250])(
    'draws gammas of shape %d with mean and variance equal to the shape',
    (shape) => {
      const random = createRandom(4);
      const { mean, variance } = moments(() => random.gamma(shape));
      expect(Math.abs(mean - shape)).toBeLessThan(4 * Math.sqrt(shape / many));
      const fourth = shape * (3 * shape + 6) - shape * shape;
      expect(Math.abs(variance - shape)).toBeLessThan(4.5 * Math.sqrt(fourth / many));
    },
  );

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a gamma of shape %d', (shape) => {
    expect(() => createRandom(1).gamma(shape)).toThrow(RangeError);
  });

  test('draws Dirichlet shares that sum to 1, average alpha over its sum, and keep a zero at zero', () => {
    const random = createRandom(9);
    const alpha = [2, 0, 5, 1];
    const out = new Float64Array(4);
    const mean = new Float64Array(4);
    for (let k = 0; k < 20_000; k++) {
      random.dirichlet(alpha, out);
      expect(Math.abs(out.reduce((a, b) => a + b) - 1)).toBeLessThan(1e-12);
      for (let j = 0; j < 4; j++) mean[j] += out[j] / 20_000;
    }
    expect(mean[1]).toBe(0);
    for (let j = 0; j < 4; j++) expect(Math.abs(mean[j] - alpha[j] / 8)).toBeLessThan(0.01);
  });

  test('gives one share everything when concentrations vanish, each as often as its part', () => {
    const random = createRandom(2);
    const out = new Float64Array(2);
    let first = 0;
    for (let k = 0; k < 2000; k++) first += random.dirichlet([3e-300, 1e-300], out)[0];
    expect(Math.abs(first / 2000 - 0.75)).toBeLessThan(0.05);
  });

  test('refuses a Dirichlet without concentration, with a negative one, or of the wrong length', () => {
    expect(() => createRandom(1).dirichlet([0, 0], new Float64Array(2))).toThrow(RangeError);
    expect(() => createRandom(1).dirichlet([1, -1], new Float64Array(2))).toThrow(RangeError);
    expect(() => createRandom(1).dirichlet([1, 1], new Float64Array(3))).toThrow(RangeError);
  });
});
