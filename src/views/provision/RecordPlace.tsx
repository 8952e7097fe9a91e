// Looks up where a record is: a point for a service at a site, an area's code for one that is for areas, nothing where there is no place.
import { useMemo, useState } from 'preact/hooks';
import { areasNamed, type NamedPlace } from '../../data/inventoryPlaces.ts';
import type { ServiceFields } from '../../data/serviceFields.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { locationNote, locationSentence, withLocationNote } from './locationTaken.ts';
import { namedPlaces } from './namedPlaces.ts';
import { PlaceLookup } from './PlaceLookup.tsx';

interface RecordPlaceProps {
  readonly draft: ServiceFields;
  readonly catalogue: Catalogue;
  readonly read: (path: string) => Promise<string>;
  readonly onChange: (fields: Partial<ServiceFields>) => void;
}

const codesOf = (text: string) =>
  text
    .split(';')
    .map((code) => code.trim())
    .filter(Boolean);

export function RecordPlace({ draft, catalogue, read, onChange }: RecordPlaceProps) {
  const { known, want } = namedPlaces(read, catalogue);
  const areas = useMemo(() => areasNamed(catalogue.areas), [catalogue]);
  const [taken, setTaken] = useState<NamedPlace | null>(null);
  if (draft.form === 'region' || draft.form === 'person')
    return (
      <p class="quiet small place-lookup">
        {draft.form === 'region'
          ? 'A service for the whole region has no place of its own: nothing need be written here.'
          : 'A service that follows people has no point on the map: leave longitude and latitude empty.'}
      </p>
    );
  if (draft.form === 'area') {
    const codes = codesOf(draft.areas);
    const names = codes.map((code) => areas.find((a) => a.id === code)?.name ?? code);
    return (
      <PlaceLookup
        label="Look up an area to add"
        hint="A ward, an LSOA or a whole authority, by name; its code is added to Areas"
        places={areas}
        ready
        missing={[]}
        taken={names.length > 0 ? `For the people of ${names.join('; ')}.` : ''}
        onWant={() => {}}
        onChoose={({ id }) => onChange({ areas: [...new Set([...codes, id])].join('; ') })}
      />
    );
  }
  const stands =
    taken?.point && draft.lon === String(taken.point.lon) && draft.lat === String(taken.point.lat);
  return (
    <PlaceLookup
      label="Look up a place"
      hint="A hospital, school or GP practice, or the centre of a ward or authority, by name; it fills longitude and latitude"
      places={known.places}
      ready={known.ready}
      missing={known.missing}
      taken={taken && stands ? locationSentence(taken) : ''}
      onWant={want}
      onChoose={(place) => {
        if (!place.point) return;
        const named = draft.place.trim() === '' || draft.place === taken?.name;
        onChange({
          lon: String(place.point.lon),
          lat: String(place.point.lat),
          place: named ? place.name : draft.place,
          notes: withLocationNote(draft.notes, taken ? locationNote(taken) : '', locationNote(place)),
        });
        setTaken(place);
      }}
    />
  );
}
