// Provision's parts: ticks where services start and end, rows in the order asked for, names as text, what a record's buttons do.
import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { NamedPlace } from '../../src/data/inventoryPlaces.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Inventory, Programme, Service } from '../../src/domain/intervention.ts';
import type { ProvisionDate } from '../../src/domain/provisionTimeline.ts';
import { DateControl } from '../../src/views/provision/DateControl.tsx';
import { addsSentence, replacesSentence, worstFirst } from '../../src/views/provision/importWords.ts';
import { locationNote, locationSentence, withLocationNote } from '../../src/views/provision/locationTaken.ts';
import { agesFollowing } from '../../src/views/provision/newService.ts';
import { PlaceLookup, type PlaceLookupProps } from '../../src/views/provision/PlaceLookup.tsx';
import { Records } from '../../src/views/provision/Records.tsx';
import { recordAuthority } from '../../src/views/provision/recordAuthority.ts';
import { foundServices, sortedServices } from '../../src/views/provision/recordOrder.ts';

import { gridAnswer } from '../encode/gridAnswer.ts';

let host: HTMLElement;
afterEach(() => {
  render(null, host);
  host.remove();
});
function draw(what: preact.ComponentChild): HTMLElement {
  host = document.createElement('div');
  document.body.append(host);
  render(what, host);
  return host;
}

const [{ service: base }] = gridAnswer().services;
const service = (id: string, change: Partial<Service> = {}): Service => ({
  ...base,
  id,
  place: id,
  ...change,
});
const inventory: Inventory = {
  status: 'documented',
  services: [
    service('little', { capacity: 10 }),
    service('untold', { capacity: null }),
    service('<img src=x onerror=alert(1)>', { capacity: 90, tier: 'primary' }),
  ],
  complete: [],
};
const catalogue = { programmes: [], areas: [], authorities: [] } as unknown as Catalogue;

describe('the records', () => {
  const actions = { edit: vi.fn(), duplicate: vi.fn(), close: vi.fn(), remove: vi.fn() };
  const records = () =>
    draw(
      <Records
        inventory={inventory}
        catalogue={catalogue}
        catchment={15_000}
        day="2026-03-31"
        leftOut={new Map([['untold', 'places a year not known']])}
        changed={null}
        actions={actions}
      />,
    );
  const names = () => [...host.querySelectorAll('tbody th')].map((th) => th.firstChild?.textContent);

  test('stand with the most places first, and what is not known last both ways', async () => {
    records();
    expect(names()).toEqual(['<img src=x onerror=alert(1)>', 'little', 'untold']);
    const heading = [...host.querySelectorAll('th button')].find((b) => b.textContent?.startsWith('Places'));
    (heading as HTMLElement).click();
    await vi.waitFor(() => expect(names()).toEqual(['little', '<img src=x onerror=alert(1)>', 'untold']));
    expect(heading?.closest('th')?.getAttribute('aria-sort')).toBe('ascending');
  });

  test('show what looks like markup as text', () => {
    records();
    expect(host.querySelector('img')).toBeNull();
  });

  test('say why a record does not count, and “not known” rather than nothing or zero', () => {
    records();
    const row = [...host.querySelectorAll('tbody tr')].find((tr) => tr.textContent?.includes('untold'));
    expect(row?.textContent).toContain('does not count here: places a year not known');
    expect(row?.querySelector('td.number')?.textContent).toBe('not known');
  });

  test('of one tier alone are asked for with its button', async () => {
    records();
    (host.querySelector('input[value="primary"]') as HTMLElement).click();
    await vi.waitFor(() => expect(names()).toEqual(['<img src=x onerror=alert(1)>']));
  });

  test('each do what their buttons say', () => {
    records();
    (host.querySelector('button[aria-label="Duplicate little"]') as HTMLElement).click();
    (host.querySelector('button[aria-label="Delete little"]') as HTMLElement).click();
    expect(actions.duplicate).toHaveBeenCalledWith(inventory.services[0]);
    // With the record that stands next, where the keyboard goes.
    expect(actions.remove).toHaveBeenCalledWith(inventory.services[0], 'untold');
  });

  test('are found by words, and counted as “of all”; no word found says so', async () => {
    records();
    const find = host.querySelector('input[type="search"]') as HTMLInputElement;
    const type = (text: string) => {
      find.value = text;
      find.dispatchEvent(new Event('input', { bubbles: true }));
    };
    type('LITT');
    await vi.waitFor(() => expect(names()).toEqual(['little']));
    expect(host.querySelector('h2')?.textContent).toContain('1 of 3');
    type('nowhere');
    await vi.waitFor(() => expect(host.textContent).toContain('No record holds “nowhere”'));
  });

  test('beyond the first rows wait until all are asked for, and print all the same', async () => {
    const many = { ...inventory, services: Array.from({ length: 30 }, (_, k) => service(`s${k}`)) };
    draw(
      <Records
        inventory={many}
        catalogue={catalogue}
        catchment={15_000}
        day="2026-03-31"
        leftOut={new Map()}
        changed="s29"
        actions={actions}
      />,
    );
    const waiting = () => host.querySelectorAll('tr[data-beyond="true"]').length;
    expect(host.querySelectorAll('tbody tr')).toHaveLength(30);
    // The one that was changed is shown wherever it stands.
    expect(waiting()).toBe(5);
    (host.querySelector('.records-all') as HTMLElement).click();
    await vi.waitFor(() => expect(waiting()).toBe(0));
  });

  test('that are alike keep the order of the file', () => {
    const twins = ['a', 'b', 'c'].map((id) => service(id, { capacity: 5 }));
    expect(sortedServices(twins, (s) => s.capacity, true).map((s) => s.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('the look-up of a place', () => {
  const places: NamedPlace[] = ['Manor Hospital', 'Manor Park'].map((name, k) => ({
    id: `p${k}`,
    name,
    sort: 'hospital',
    authority: 'Walsall',
    point: { lon: -2, lat: 52 + k },
  }));
  const lookup = (change: Partial<PlaceLookupProps> = {}) => {
    const onChoose = vi.fn();
    draw(
      <PlaceLookup
        label="Look up"
        hint="by name"
        places={places}
        ready
        missing={[]}
        taken=""
        onWant={() => {}}
        onChoose={onChoose}
        {...change}
      />,
    );
    const field = host.querySelector('input') as HTMLInputElement;
    return {
      onChoose,
      type: (text: string) => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      press: (key: string) => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        field.dispatchEvent(event);
        return event.defaultPrevented;
      },
    };
  };
  const options = () => [...host.querySelectorAll('[role="option"] span')].map((o) => o.textContent);

  test('is chosen from with arrow keys and Enter, which does not send the form', async () => {
    const { onChoose, type, press } = lookup();
    expect(press('Enter')).toBe(false);
    type('manor');
    await vi.waitFor(() => expect(options()).toEqual(['Manor Hospital', 'Manor Park']));
    press('ArrowDown');
    await vi.waitFor(() =>
      expect(host.querySelector('[aria-selected="true"]')?.textContent).toContain('Park'),
    );
    expect(press('Enter')).toBe(true);
    expect(onChoose).toHaveBeenCalledWith(places[1]);
    await vi.waitFor(() => expect(options()).toEqual([]));
  });

  test('says what is not found, what could not be read, and what has been taken', async () => {
    const { type, press } = lookup({ missing: ['schools'], taken: 'Location used: here.' });
    const says = () => host.querySelector('[role="status"]')?.textContent ?? '';
    expect(says()).toContain('Location used: here.');
    type('atlantis');
    await vi.waitFor(() => expect(says()).toContain('No place of the release is called “atlantis”'));
    expect(says()).toContain('schools could not be read');
    expect(press('Escape')).toBe(true);
    await vi.waitFor(() => expect(says()).toContain('Location used'));
  });
});

describe('the location of a record', () => {
  const ward: NamedPlace = {
    id: 'E05000002',
    name: 'Bloxwich East',
    sort: 'ward',
    authority: 'Walsall',
    point: { lon: -2.0, lat: 52.6 },
  };

  test('that is a centre says so, in the form and in the notes, once', () => {
    expect(locationSentence(ward)).toContain('the centre of Bloxwich East, ward in Walsall');
    const once = withLocationNote('Seen in May.', '', locationNote(ward));
    expect(once).toBe('Seen in May. The point is the centre of Bloxwich East ward, Walsall, not an address.');
    expect(withLocationNote(once, locationNote(ward), '')).toBe('Seen in May.');
  });

  test('that is a site is the site’s own', () => {
    const site = { ...ward, name: 'Manor Hospital', sort: 'hospital' as const };
    expect(locationSentence(site)).toMatch(/^Location used: Manor Hospital \(hospital, Walsall\)/);
    expect(locationNote(site)).toBe('');
  });
});

describe('the date', () => {
  const date = (day: string, change: Partial<ProvisionDate> = {}): ProvisionDate => ({
    date: day,
    starts: [],
    ends: [],
    places: 0,
    services: 0,
    ...change,
  });
  const ended = { id: 'x', place: 'x', programme: 'ae', tier: 'tertiary' as const, capacity: 5 };
  const dates = [date('2019-10-01', { starts: [ended] }), date('2027-01-01', { ends: [ended] })];
  const control = (onDay: (day: string | null) => void) =>
    draw(<DateControl day="2026-03-31" usual="2026-03-31" dates={dates} onDay={onDay} />);

  test('has a tick for each day on which services start or end, and names the next end', () => {
    control(() => {});
    const ticks = [...host.querySelectorAll<HTMLElement>('.tick')];
    expect(ticks.map((t) => t.classList.contains('ends'))).toEqual([false, true]);
    expect(Number.parseFloat(ticks[0].style.left)).toBeLessThan(Number.parseFloat(ticks[1].style.left));
    expect(host.querySelector('.next-end')?.textContent).toBe('funding ends 1 January 2027');
  });

  test('moved by the slider is the last day of the month, by the field the day itself', () => {
    const onDay = vi.fn();
    control(onDay);
    const range = host.querySelector('input[type="range"]') as HTMLInputElement;
    range.value = String(2028 * 12 + 1);
    range.dispatchEvent(new Event('input', { bubbles: true }));
    expect(onDay).toHaveBeenLastCalledWith('2028-02-29', 'decide');
    const field = host.querySelector('input[type="date"]') as HTMLInputElement;
    field.value = '2026-09-15';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onDay).toHaveBeenLastCalledWith('2026-09-15', 'decide');
    field.value = '';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onDay).toHaveBeenCalledTimes(2);
  });
});

describe('what follows from a choice', () => {
  const programme = (from: number, to: number) => ({ ages: { from, to } }) as Programme;

  test('both ages follow the programme until one of them is written by hand', () => {
    const empty = { age_from: '', age_to: '' };
    const ae = agesFollowing(empty, undefined, programme(11, 24));
    expect(ae).toEqual({ age_from: '11', age_to: '24' });
    expect(agesFollowing(ae, programme(11, 24), programme(16, 120))).toEqual({ age_from: '16', age_to: '' });
    const byHand = { age_from: '12', age_to: '24' };
    expect(agesFollowing(byHand, programme(11, 24), programme(16, 120))).toEqual(byHand);
  });

  test('a file says what it replaces, and its faults begin with those that cost a row', () => {
    expect(replacesSentence(14)).toContain('this replaces the 14 records of your own inventory');
    expect(replacesSentence(1)).toContain('the one record of your own');
    expect(replacesSentence(null)).not.toContain('replaces');
    const fault = (row: number | null, setAside: boolean) => ({
      row,
      field: '',
      problem: '',
      remedy: '',
      setAside,
    });
    const faults = [fault(null, false), fault(7, true), fault(2, false), fault(5, true)];
    expect(worstFirst(faults).map((f) => f.row)).toEqual([5, 7, null, 2]);
  });

  test('a file that is added says to what, and which records give way to its own', () => {
    const held = (...ids: string[]): Inventory => ({
      status: 'documented',
      services: ids.map((id) => service(id)),
      complete: [],
    });
    expect(addsSentence(held('a', 'b'), 'own', held('c'))).toContain(
      'the two records of your own inventory: none has the id of a record there',
    );
    expect(addsSentence(held('a', 'b'), 'documented', held('b', 'c'))).toContain(
      'a copy of the two records of the documented inventory: one has the id of a record there and takes its place, one is new.',
    );
    expect(addsSentence(held('a', 'b'), 'own', held('a', 'b'))).toContain('two have the id');
    expect(addsSentence(held('a'), 'own', held())).toContain('only statements');
  });

  test('records are found by the authority of their point or of their areas, and none far from all', () => {
    const known = {
      areas: [{ code: 'E05000002', name: 'Bloxwich East', authority: 'Walsall', level: 'ward' as const }],
      authorities: [],
    };
    const near: NamedPlace = {
      id: 'p',
      name: 'Manor Hospital',
      sort: 'hospital',
      authority: 'Walsall',
      point: { lon: -2, lat: 52.58 },
    };
    const records = [
      service('site', { lon: -1.999, lat: 52.581 }),
      service('far', { lon: -1.5, lat: 52.4 }),
      service('area', { lon: null, lat: null, areas: ['E05000002'] }),
    ];
    const found = foundServices(records, 'walsall', () => '', recordAuthority(known, [near]));
    expect(found.map((s) => s.id)).toEqual(['site', 'area']);
  });
});
