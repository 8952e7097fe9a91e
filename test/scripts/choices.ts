// Every possible choice of few candidates, to hold siting against.

/** Every choice of at most `most` of `n`. */
export function choices(n: number, most: number): number[][] {
  let all: number[][] = [[]];
  for (let k = 0; k < n; k++) {
    all = [...all, ...all.filter((c) => c.length < most).map((c) => [...c, k])];
  }
  return all;
}
