/** Lists what is in one saved message at a time, in a thread of its own. */
import { setEngineAgain } from '../host/engine.js';
import { openMail } from './mail.js';

setEngineAgain();

export default async function listMail(file: string): Promise<string[] | undefined> {
  return (await openMail(file)).value?.names();
}
