// The reader's own inventory, one for the page: given to the engine before the first question, edited under Provision.
import { createOwnInventory } from '../../state/ownInventory.ts';
import { browserKeep } from './keep.ts';

export const ownInventory = createOwnInventory(browserKeep);
