/** Names for copies of files that strangers have named: readable, each of its own, and such that no system takes them for anything else. */
import { rememberedInMemory, type Remembered } from './remembered.js';

/** Enough of a digest to tell files of one name apart; where it is not, they are numbered. */
const DIGITS = 8;
/** Bytes of a name that every file system takes, with room for what is put around it while it is written. */
const LONGEST_STEM = 150;
/** What some system does not take, or what nobody sees: signs with a meaning, controls, formats, halves of characters, ends of lines. */
const REFUSED = /[<>:"|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Commands take a name that begins so for an option, and systems hide it. */
const LEADING = /^[-.\s]+/u;
/** Windows takes these for devices, whatever follows behind a dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;
/** In place of what is refused. */
const INSTEAD = '_';

/** Gives names, and remembers which it has given to what; left out, in memory. */
export class CopyNames {
  constructor(private readonly given: Remembered<string> = rememberedInMemory()) {}

  /**
   * `returned/acme.xlsx` → `acme-1a2b3c4d.xlsx`: the digest keeps files of the same name in different folders apart, and is
   * the same in every run. Nothing for the same bytes under the same name: they have a copy.
   */
  nameFor(path: string, sha256: string): string | undefined {
    const { name, isNew } = this.#next(`${fileStem(path)}-${sha256.slice(0, DIGITS)}`, sha256);
    return isNew ? name : undefined;
  }

  /** `A/B Ltd.` → `A-B Ltd..xlsx`: a text that is no path as a name, numbered where another has it; the same for the same owner. */
  plainNameFor(text: string, owner: string): string {
    return this.#next(fileStem(`${text.replace(/\.xlsx$/i, '').replace(/[\\/]+/g, '-')}.xlsx`), owner).name;
  }

  /** A name that is given already, whoever gave it. */
  take(name: string, owner: string): void {
    this.given.set(keyOf(name), owner);
  }

  #next(stem: string, owner: string): { readonly name: string; readonly isNew: boolean } {
    for (let n = 1; ; n += 1) {
      const name = `${n === 1 ? stem : `${stem}-${n}`}.xlsx`;
      const whose = this.given.get(keyOf(name));
      if (whose === owner) return { name, isNew: false };
      if (whose !== undefined) continue;
      this.given.set(keyOf(name), owner);
      return { name, isNew: true };
    }
  }
}

/** Some file systems take A for a, and one way to write É for the other. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

/** The name of a file without its folders and its ending, in letters that are letters everywhere. */
export function fileStem(path: string): string {
  const file = path.split(/[\\/]/).at(-1) ?? '';
  const dot = file.lastIndexOf('.');
  const plain = (dot > 0 ? file.slice(0, dot) : file).replace(REFUSED, INSTEAD).replace(LEADING, INSTEAD);
  const stem = DEVICE.test(plain) ? `${INSTEAD}${plain}` : plain;
  return withinBytes(stem, LONGEST_STEM) || INSTEAD;
}

/** As much of a text from its beginning as so many bytes of UTF-8 hold, in whole characters. */
function withinBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}
