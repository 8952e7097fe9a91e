// An area's name in two parts, so that a narrow column may cut the one and keep the other.

/** "North Central & Dartmouth Circus 050E" → name and the LSOA's own number, which alone tells neighbours apart; '' for a ward. */
export function nameParts(name: string): { readonly place: string; readonly number: string } {
  const [, place, number] = /^(.+) (\d{3}[A-Z]{1,2})$/.exec(name) ?? [];
  return place && number ? { place, number } : { place: name, number: '' };
}
