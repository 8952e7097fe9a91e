// Provision: the inventory on a day, the coverage matrix, what to ask next, who falls into gap, and the records to edit.
import { useComputed } from '@preact/signals';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Failure } from '../map/states.tsx';
import { ownInventory } from '../shell/ownInventory.ts';
import { Provenance } from '../shell/Provenance.tsx';
import type { Page } from '../shell/page.ts';
import { CompleteLists } from './CompleteLists.tsx';
import { ImportInventory } from './ImportInventory.tsx';
import { InventoryStatus } from './InventoryStatus.tsx';
import { illustrativeFailed, inventoryInUse } from './inventoryInUse.ts';
import { ProvisionColumns } from './ProvisionColumns.tsx';
import { ProvisionHead } from './ProvisionHead.tsx';
import { Records } from './Records.tsx';
import { SaidBar } from './SaidBar.tsx';
import { ServiceForm } from './ServiceForm.tsx';
import { useLanding } from './useLanding.ts';
import { useProvisionFigures } from './useProvisionFigures.ts';
import { useRecordEdits } from './useRecordEdits.ts';
import '../../styles/provision.css';

export function ProvisionScreen({ page }: { page: Page }) {
  const { question, answer, catalogue, progress, ask } = page.session;
  const q = question.value;
  const known = catalogue.value;
  const own = ownInventory.inventory.value;
  const inventory = inventoryInUse(page);
  const root = useRef<HTMLDivElement>(null);
  const land = useLanding(root);
  const { usual, day, matrix, timeline, dates, to, setTo } = useProvisionFigures(page, own);
  const edits = useRecordEdits(page, inventory, day, land);
  const [file, setFile] = useState<File | null>(null);
  const leftOut = useMemo(
    () => new Map((answer.value?.services ?? []).map((s) => [s.service.id, s.leftOut])),
    [answer.value],
  );
  const failed = useComputed(() => progress.value.stage === 'failed').value;
  const late = matrix.late || timeline.late;
  const copied = `Saving makes a copy of the ${q.inventory} inventory your own and changes that${own ? '; it takes the place of the one you have, and undo brings that back' : ''}.`;

  return (
    <div class="provision-screen" ref={root} data-late={late && matrix.result !== null} aria-busy={late}>
      <ProvisionHead
        day={day}
        usual={usual}
        dates={dates}
        inventory={inventory}
        catalogue={known}
        onDay={(date, how) => ask({ date: date === usual ? null : date }, how)}
        onFile={setFile}
        onAdd={edits.add}
      />
      {failed && <Failure page={page} />}
      <InventoryStatus page={page} inventory={inventory} onChanged={edits.say} onSwitch={land} />
      <ProvisionColumns
        page={page}
        day={day}
        programmes={known?.programmes ?? null}
        matrix={matrix}
        timeline={timeline}
        to={to}
        onTo={setTo}
      />
      {illustrativeFailed.value && q.inventory === 'illustrative' && (
        <p class="field-fault" role="alert">
          The illustrative records could not be fetched. Check the connection and reload the page.
        </p>
      )}
      {inventory && known ? (
        <>
          <Records
            inventory={inventory}
            catalogue={known}
            catchment={q.reach.catchment}
            day={day}
            leftOut={leftOut}
            read={page.read}
            changed={edits.changed}
            actions={edits.actions}
          />
          <CompleteLists
            inventory={inventory}
            catalogue={known}
            onState={(programme, authorities) => {
              const label = known.programmes.find((p) => p.id === programme)?.label ?? programme;
              edits.stateComplete(programme, label, authorities);
            }}
          />
        </>
      ) : (
        <p class="quiet">Reading the records …</p>
      )}
      {answer.value && <Provenance answer={answer.value} />}
      <SaidBar said={edits.said} onUndo={edits.undo} onDismiss={edits.dismiss} />
      {edits.editing && known && (
        <ServiceForm
          title={edits.editing.title}
          fields={edits.editing.fields}
          catalogue={known}
          note={q.inventory === 'own' ? '' : copied}
          read={page.read}
          onSave={edits.save}
          onClose={edits.leave}
        />
      )}
      {file && known && inventory && (
        <ImportInventory
          catalogue={known}
          file={file}
          own={own}
          shown={inventory}
          onTake={edits.take}
          onAdd={edits.append}
          onClose={() => {
            setFile(null);
            land(['.provision-tools .button'], 'if lost');
          }}
        />
      )}
    </div>
  );
}
