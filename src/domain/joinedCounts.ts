// One name for the counts of several crime types taken together, as the first question needs them.

export function joinedName(types: readonly string[]): string {
  return types.join(' + ');
}
