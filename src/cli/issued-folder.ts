/** The folder that workbooks were issued into: its manifest, and where the key of its tokens is. */
import { join } from 'node:path';
import { parseManifest, readNamed, type Finding, type Manifest } from '../node.js';
import { EXIT, Stop } from './rim.js';

/** The record of what was issued, beside the workbooks. */
export const manifestIn = (folder: string): string => join(folder, 'manifest.json');

/** The manifest of a folder; without one, or with one that can't be used, the command stops. */
export function readManifest(folder: string): Manifest {
  const file = manifestIn(folder);
  const { value: bytes, findings } = readNamed(file);
  if (!bytes) throw new Stop(EXIT.inputErrors, findings);
  const parsed = parseManifest(new TextDecoder().decode(bytes));
  if (parsed.value) return parsed.value;
  throw new Stop(
    EXIT.inputErrors,
    parsed.findings.map((each): Finding => ({ ...each, file })),
  );
}
