// The first step: choose or drop files, with templates to start from and what will become of the files.
import { useSignal } from '@preact/signals';
import { OWN_TEMPLATES } from '../../data/ownCounts.ts';
import { saveText } from './saveText.ts';

export function OwnChoose({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const over = useSignal(false);
  return (
    <>
      <p>
        Counts by ward or LSOA as CSV or TSV, with GSS codes: one row for each area, or for each area and
        month. Or police.uk street files, one or all 24 months at once, which are counted by LSOA.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file here is the pointer's way to the file button inside */}
      <div
        class="own-drop"
        data-over={over.value}
        onDragOver={(event) => {
          event.preventDefault();
          over.value = true;
        }}
        onDragLeave={() => {
          over.value = false;
        }}
        onDrop={(event) => {
          event.preventDefault();
          over.value = false;
          onFiles([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <label>
          <span>Choose files, or drop them here</span>
          <input
            type="file"
            multiple
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            onChange={(event) => {
              onFiles([...(event.currentTarget.files ?? [])]);
              // The same file can be chosen again after it was mended.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <p class="hint">
        The files stay in this browser’s memory, are part of no link, and are gone when the page is closed.
        Small counts are withheld before anything is drawn, listed or exported.
      </p>
      <p class="own-templates">
        Templates:{' '}
        <button
          type="button"
          class="plain-button"
          onClick={() => saveText('own-counts-by-ward.csv', OWN_TEMPLATES.ward)}
        >
          counts by ward and month
        </button>{' '}
        <button
          type="button"
          class="plain-button"
          onClick={() => saveText('own-counts-by-lsoa.csv', OWN_TEMPLATES.lsoa)}
        >
          counts by LSOA
        </button>
      </p>
    </>
  );
}
