// What the figures cannot say, in the words a reader should repeat with them.

export const LIMITS: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'Located crimes only',
    text: 'Counts come from police.uk by area. Crimes that could not be placed are not in them; British Transport Police is. Whole months differ from the force’s own monthly files by +0.15% to +0.66%.',
  },
  {
    title: 'Snap points, not places',
    text: 'Each crime is published at a point shared by eight or more addresses, and counted to the LSOA it lies in. No point is ever shown as a place, and no density is drawn over points.',
  },
  {
    title: 'One category mixes',
    text: '“Violence and sexual offences” holds domestic, stalking, sexual and public-place violence together.',
  },
  {
    title: 'No age, no knife flag',
    text: 'The source says neither how old victims are nor whether a knife was used. “Ages” in the sentence are the ages of people provision is for, never of victims.',
  },
  {
    title: 'Who is divided by',
    text: 'City centres look extreme per resident, because many people who are hurt there live elsewhere. Change the denominator in the sentence to see what that does.',
  },
  {
    title: 'Straight lines',
    text: 'Reach is the straight line times a detour factor of 1.3, until travel times are supplied. Rivers, motorways and bus routes are not in it.',
  },
  {
    title: 'Not known is not none',
    text: 'Only the documented inventory counts unless you choose another. A tier or programme without a complete list is not known: hatched on the map, unranked, never zero.',
  },
  {
    title: 'People between censuses',
    text: 'Residents are those of Census 2021; its age bands are split by the single years of mid-2020.',
  },
  {
    title: 'Wards are of 2025',
    text: 'All 79 wards of Coventry, Sandwell, Solihull and Walsall have new codes from May 2026. Every figure here is for the wards and codes named in the release. LSOA figures are put into wards by area shares.',
  },
  {
    title: 'The region’s edge',
    text: 'No service outside the seven authorities is documented, though some may serve people inside. Areas at the border carry a note.',
  },
];
