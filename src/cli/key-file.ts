/** Where the key of the tokens in issued workbooks is, if no option says so. */
import { resolve } from 'node:path';

/** The key is beside the folder and not in it: whoever sends the folder does not send the key. */
export const keyFileOf = (folder: string): string => `${resolve(folder)}.key`;
