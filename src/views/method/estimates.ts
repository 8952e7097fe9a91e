// What each figure on the page estimates, its formula, and where the method comes from.

export interface Estimate {
  readonly name: string;
  readonly estimates: string;
  readonly formula: string;
  readonly source: string;
}

export const ESTIMATES: readonly Estimate[] = [
  {
    name: 'Rate',
    estimates:
      'Events a year for every 1,000 residents, 1,000 people of the ages, or km². Only whole months are summed; fewer or more than twelve are put on a year.',
    formula: 'r = O / n, shown as 1,000 · 12 / m · O / n for m whole months',
    source: 'OHID, Public health technical guidance',
  },
  {
    name: 'Interval of a rate (95%)',
    estimates:
      'Where the rate would lie if the same year could be had again. Counts vary more from year to year than Poisson says, so events and people are both divided by φ, the variance found between two whole years.',
    formula:
      'Byar for 10 events and more, exact Poisson below; with O/φ and n/φ. φ = mean squared Pearson residual of one whole year on the other, at least 1',
    source: 'Byar in Breslow and Day 1987; Spiegelhalter 2005',
  },
  {
    name: 'Smoothed rate',
    estimates:
      'The rate of a small area, drawn towards the region’s as far as its own numbers are too small to stand alone. The card says how much of the figure is the area’s own.',
    formula: 'r* = W·r + (1 − W)·m, W = A / (A + m/n), A = max(0, s² − m/n̄)',
    source: 'Marshall 1991, global empirical Bayes',
  },
  {
    name: 'Need',
    estimates:
      'How much of the problem an area has against the region’s mean of 1. It stays on a ratio scale, because ranks and z-scores have no ratio and cannot share places fairly.',
    formula: 'N = Π (v / v̄)^w over the measures, weights w summing to 1, v̄ the region’s value',
    source: 'Weighted geometric mean of relative rates',
  },
  {
    name: 'Need index',
    estimates: 'The same measures for display and for the 3 × 3, on a scale of the reader’s choice.',
    formula:
      'Weighted mean (or geometric mean) of percentile ranks, z, min-max, or the Indices’ exponential −23 ln(1 − R(1 − e^(−100/23)))',
    source: 'OECD handbook on composite indicators; Indices of Deprivation technical report',
  },
  {
    name: 'Deprivation without crime',
    estimates:
      'The Index of Multiple Deprivation over its other six domains: its crime domain would count violence twice.',
    formula: 'Σ w·X / Σ w over income, employment, education, health, barriers and living environment',
    source: 'English Indices of Deprivation 2025',
  },
  {
    name: 'Places that reach an area',
    estimates:
      'How many of each site’s places a year fall to the people of an area: every site shares its places among all eligible people within reach, those nearer taking more.',
    formula:
      'R = S / Σ P·W(d), A = Σ R·W(d), Gaussian W(d) = exp(−½(d/b)²), b a third of the reach; d is great-circle distance × the detour factor',
    source: 'Enhanced two-step floating catchment area, Luo and Qi 2009',
  },
  {
    name: 'Places need calls for',
    estimates:
      'An area’s fair share of the places that exist, given its need and its eligible people; or what a norm asks for.',
    formula: 'T = C · N·E / Σ N·E with C all places that reach anyone; against a norm T = ν · N·E',
    source: 'Proportionate universalism, Marmot 2010',
  },
  {
    name: 'Gap',
    estimates: 'Places a year that need calls for, less places that reach the area. Above zero is short.',
    formula: 'gap = T − A·E; under a fair share the gaps sum to zero',
    source: 'As above',
  },
  {
    name: 'Share of places that would have to move',
    estimates: 'One number for the region: how far provision is from following need.',
    formula: 'U = Σ max(0, gap) / Σ T',
    source: 'Index of dissimilarity, Duncan and Duncan 1955',
  },
  {
    name: 'How sure (90% interval, odds, ranks)',
    estimates:
      'What 2,000 seeded draws say when rates, weights, reach, fading and the records themselves vary within what is plausible. Robust: the odds of the sign are 80% or more. Likely: 50% to 80%. Uncertain: below.',
    formula:
      'θ ~ Gamma from the smoothed rate’s posterior with O/φ and n/φ; weights from a Dirichlet around the reader’s; reach × 0.8, 1, 1.25 and the other fadings; each record kept with the probability of its confidence',
    source: 'Monte Carlo; seed in the link',
  },
  {
    name: '3 × 3',
    estimates:
      'Which third an area is in for need and for provision. High need with low provision stands out.',
    formula: 'Tertiles of the need index and of places per 1,000 eligible people',
    source: 'Bivariate choropleth',
  },
  {
    name: 'Kind of gap',
    estimates:
      'The first step that fails: a service of the tier exists, within reach, with capacity, for this age, funded on the day, evidence rated. Not known where no list is complete.',
    formula: 'In that order',
    source: 'After Tanahashi 1978, coverage as a chain of steps',
  },
];
