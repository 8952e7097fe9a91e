// The short credit a map carries; the whole attribution stands on Data & method and in every export.

const PARTS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/Office for National Statistics/, () => 'ONS'],
  [/OS data © Crown copyright(?: and database right)? (\d{4})/, ([, year]) => `OS © Crown copyright ${year}`],
  [/police\.uk/, () => 'police.uk'],
  [/MHCLG/, () => 'MHCLG'],
  [/Open Government Licence v3/, () => 'OGL v3'],
];

/** "ONS · OS © Crown copyright 2025 · police.uk · MHCLG · OGL v3"; the attribution itself where none of it is recognised. */
export function shortCredit(attribution: string): string {
  const parts = PARTS.flatMap(([pattern, say]) => {
    const found = pattern.exec(attribution);
    return found ? [say(found)] : [];
  });
  return parts.length > 0 ? parts.join(' · ') : attribution;
}
