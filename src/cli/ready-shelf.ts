/** The models for the commands that people wait for. */
import { readyModels, Shelf } from '../node.js';

/** As `modelShelf`. Where every edition is there as it was compiled, nothing that reads YAML is loaded: that takes longer than to read a workbook. */
export async function readyShelf(which?: string): Promise<Shelf> {
  const ready = readyModels(which);
  return ready ? new Shelf(ready) : (await import('./world.js')).modelShelf(which);
}
