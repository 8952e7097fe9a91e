// The head of Provision: the day it is read on, and the ways an inventory comes in and goes out.
import { useRef } from 'preact/hooks';
import { INVENTORY_TEMPLATE } from '../../data/inventoryOut.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Inventory } from '../../domain/intervention.ts';
import type { ProvisionDate } from '../../domain/provisionTimeline.ts';
import { dayPhrase } from '../../encode/words.ts';
import { download } from '../shell/download.ts';
import { DateControl } from './DateControl.tsx';
import { savedCopy } from './savedCopy.ts';

interface ProvisionHeadProps {
  readonly day: string;
  readonly usual: string;
  readonly dates: readonly ProvisionDate[];
  readonly inventory: Inventory | null;
  readonly catalogue: Catalogue | null;
  readonly onDay: (day: string | null, how: 'decide' | 'adjust') => void;
  readonly onFile: (file: File) => void;
  readonly onAdd: () => void;
}

export function ProvisionHead(props: ProvisionHeadProps) {
  const { day, usual, dates, inventory, catalogue, onDay, onFile, onAdd } = props;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <section class="provision-head" aria-label="Provision on a day">
      <h1>
        Provision on <b>{dayPhrase(day)}</b>, places a year per 1,000 <b>eligible people</b>
      </h1>
      <DateControl day={day} usual={usual} dates={dates} onDay={onDay} />
      <div class="provision-tools">
        <button type="button" class="button" onClick={() => chooser.current?.click()}>
          Import
        </button>
        <input
          ref={chooser}
          type="file"
          class="hidden"
          tabIndex={-1}
          accept=".csv,.tsv,.txt,text/csv"
          aria-label="Inventory file, CSV or TSV"
          onChange={(event) => {
            const [first] = event.currentTarget.files ?? [];
            if (first) onFile(first);
            event.currentTarget.value = '';
          }}
        />
        <button
          type="button"
          class="button"
          disabled={!inventory}
          onClick={() => {
            if (!inventory || !catalogue) return;
            const copy = savedCopy(inventory, catalogue, day);
            download(copy.name, copy.text);
          }}
        >
          Save a copy
        </button>
        <button
          type="button"
          class="button"
          onClick={() => download('inventory-template.csv', INVENTORY_TEMPLATE)}
        >
          Template
        </button>
        <button type="button" class="button primary" disabled={!inventory} onClick={onAdd}>
          Add a service
        </button>
      </div>
    </section>
  );
}
