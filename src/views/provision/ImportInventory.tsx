// An inventory from a file: what was read, what was set aside and why, and only then taken into use.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { faultSentence } from '../../data/fault.ts';
import { type InventoryReading, readInventory } from '../../data/inventoryFile.ts';
import { readText } from '../../data/textFile.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Inventory } from '../../domain/intervention.ts';
import { whole } from '../../encode/numbers.ts';
import { addsSentence, counted, replacesSentence, worstFirst } from './importWords.ts';

interface ImportProps {
  readonly catalogue: Catalogue;
  readonly file: File;
  /** The own inventory, whose place the file's rows may take. */
  readonly own: Inventory | null;
  /** The inventory shown, which they may be added to where there is no own one. */
  readonly shown: Inventory;
  readonly onTake: (reading: InventoryReading, name: string) => void;
  readonly onAdd: (to: Inventory, reading: InventoryReading, name: string) => void;
  readonly onClose: () => void;
}

/** An inventory of every service of a region has some thousand rows; more than this is another kind of file. */
const LARGEST = 5_000_000;
/** Faults listed; the rest is counted. */
const LISTED = 200;

type Read =
  | { readonly status: 'reading' }
  | { readonly status: 'refused'; readonly sentence: string }
  | { readonly status: 'read'; readonly reading: InventoryReading; readonly note: string };

async function readFile(file: File, catalogue: Catalogue): Promise<Read> {
  if (file.size > LARGEST) {
    const size = `${whole(file.size / 1e6)} MB`;
    return {
      status: 'refused',
      sentence: `The file has ${size}; an inventory has less than ${LARGEST / 1e6} MB. Choose a table with one row for each service.`,
    };
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return {
      status: 'refused',
      sentence: 'The file could not be read. Close it in other programs and choose it again.',
    };
  }
  const text = readText(bytes);
  if (text.status === 'refused') return { status: 'refused', sentence: `${text.problem}. ${text.remedy}.` };
  const reading = readInventory(text.text, {
    programmes: catalogue.programmes,
    status: 'own',
    areaCodes: new Set(catalogue.areas.map((a) => a.code)),
  });
  return { status: 'read', reading, note: text.note };
}

export function ImportInventory({ catalogue, file, own, shown, onTake, onAdd, onClose }: ImportProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [read, setRead] = useState<Read>({ status: 'reading' });
  useEffect(() => {
    dialog.current?.showModal();
    let wanted = true;
    readFile(file, catalogue).then((result) => wanted && setRead(result));
    return () => {
      wanted = false;
    };
  }, [file, catalogue]);
  const base = own ?? shown;
  const good = read.status === 'read' ? read.reading.rows.used : 0;
  return (
    <dialog ref={dialog} class="sheet import-sheet" aria-labelledby={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`}>Import {file.name}</h2>
      {read.status === 'reading' && <p role="status">Reading the file …</p>}
      {read.status === 'refused' && <p role="alert">{read.sentence}</p>}
      {read.status === 'read' && (
        <>
          <p role="status">
            {whole(read.reading.rows.read)} {read.reading.rows.read === 1 ? 'row' : 'rows'} read:{' '}
            <b>{whole(read.reading.rows.used)} can be used</b> (
            {counted(read.reading.inventory.services.length, 'service', 'services')},{' '}
            {counted(read.reading.inventory.complete.length, 'statement', 'statements')} that a list is
            complete), {whole(read.reading.rows.setAside)} set aside. {read.note && `${read.note}.`}
          </p>
          {read.reading.faults.length > 0 && (
            <>
              <h3>What was found</h3>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls, and must be reachable without a mouse */}
              <ul class="fault-list" tabIndex={0} aria-label="Faults of the file">
                {worstFirst(read.reading.faults)
                  .slice(0, LISTED)
                  .map((fault, k) => (
                    <li key={k} data-aside={fault.setAside}>
                      {faultSentence(fault)}
                    </li>
                  ))}
                {read.reading.faults.length > LISTED && (
                  <li>and {whole(read.reading.faults.length - LISTED)} more.</li>
                )}
              </ul>
            </>
          )}
          {good > 0 && (
            <>
              <p>{replacesSentence(own?.services.length ?? null)}</p>
              <p>{addsSentence(base, own ? 'own' : base.status, read.reading.inventory)}</p>
            </>
          )}
          <p class="quiet">
            The rows stay in this browser. They are your own inventory from then on; no link carries them.
          </p>
        </>
      )}
      <div class="form-end">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {good > 0 ? 'Cancel' : 'Close'}
        </button>
        {read.status === 'read' && good > 0 && (
          <>
            <button
              type="button"
              class="button"
              onClick={() => {
                onAdd(base, read.reading, file.name);
                dialog.current?.close();
              }}
            >
              Add {good === 1 ? 'it' : 'them'}
            </button>
            <button
              type="button"
              class="button primary"
              onClick={() => {
                onTake(read.reading, file.name);
                dialog.current?.close();
              }}
            >
              Use {good === 1 ? 'this row' : `these ${whole(good)} rows`} alone
            </button>
          </>
        )}
      </div>
    </dialog>
  );
}
