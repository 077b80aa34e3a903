/** The options of a list, and what may be understood by a text that somebody has typed for one of them. */
import { suggest } from '../diagnostic/suggest.js';
import { openingsOf } from '../grid/opening.js';
import { hasSpecialDigits, LONGEST_SPELLED, normalize, plain } from '../grid/spelling.js';
import { REASONED } from './fields.js';
import { optionAndRest, trimmed } from './option-and-rest.js';

/** An option of a list: the code that files carry, and the label that people see. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What people write for the options of a list besides their labels. Texts are in small letters. */
export interface Wordings {
  /** What the formulas of the workbook take for an option, labels among it: codes by text. None in layout 1. */
  readonly taken?: ReadonlyMap<string, string>;
  /** The option that takes its reason behind it, as in “n/a - not used here”; as the formulas of the workbook know it. */
  readonly reasoned?: string;
  /** What is suggested, and never taken for an option: codes by text. */
  readonly likely?: ReadonlyMap<string, string>;
  /** What may mean one option or another: the codes of both by text. */
  readonly unclear?: ReadonlyMap<string, readonly string[]>;
  /** Words that take back what stands beside them. */
  readonly doubts?: readonly string[];
  /** True where the labels are translations, which may have been other ones when the workbook was issued. */
  readonly mayHaveChanged?: boolean;
}

/** What the workbook itself says of a list, on its hidden sheet. */
export interface OwnList {
  /** Codes by the labels that its dropdown offers, in small letters. */
  readonly labels: ReadonlyMap<string, string>;
  /** Codes by the texts that its formulas take for an option; undefined where it has no such list. */
  readonly taken: ReadonlyMap<string, string> | undefined;
}

/** What stands around a text and helps to understand it; each is asked for only where it matters. */
export interface Surroundings {
  /** True where every filled cell of the column begins with a number or with a) to d). */
  readonly isNumbered: () => boolean;
  readonly ownList: () => OwnList | undefined;
}

/** What is understood by a text. */
export type Understood =
  /** The option as the list has it; the formulas of the workbook take it for the same. */
  | { readonly is: 'listed'; readonly id: string }
  /** Another text that the formulas of the workbook take for the option. */
  | { readonly is: 'synonym'; readonly id: string }
  /** The option with its reason behind it. */
  | { readonly is: 'reasoned'; readonly id: string; readonly reason: string }
  /** The option in other letters, spaces or dashes, which only a person takes for the same. */
  | { readonly is: 'respelled'; readonly id: string }
  /** The option behind a number, or between quotes or marks. */
  | { readonly is: 'marked'; readonly id: string }
  | { readonly is: 'unclear'; readonly ids: readonly string[] }
  | { readonly is: 'unknown'; readonly suggestion: string | undefined };

/** Between the parts of a text that may stand for an option each. */
const PARTED = /[,;:|()]|(?<=\w\w)\/(?=\w\w)|\s[-–—]\s|\b(?:or|and)\b/i;

/** Spaces that somebody may have typed in or around an option. */
const SPACES = 8;

/** The options of a list, found by whatever people write for them. */
export class Choices {
  readonly labels: readonly string[];
  readonly #known = new Map<string, string>();
  readonly #labels: ReadonlyMap<string, string>;
  readonly #likely: ReadonlyMap<string, string>;
  readonly #unclear: ReadonlyMap<string, readonly string[]>;
  readonly #doubts: ReadonlySet<string>;
  readonly #surely = new Map<string, { readonly id: string; readonly isLabel: boolean }>();
  readonly #longest: number;
  readonly #openings: ReadonlySet<number | undefined>;

  constructor(
    choices: readonly Choice[],
    private readonly wordings: Wordings = {},
  ) {
    const { likely = new Map<string, string>(), unclear = [], doubts = [] } = wordings;
    this.labels = choices.map(({ label }) => label);
    this.#labels = new Map(choices.map(({ id, label }) => [id, label]));
    for (const { id, label } of choices) for (const text of [id, label]) this.#known.set(text, id).set(plain(text), id);
    this.#likely = new Map([...likely].map(([text, id]) => [plain(text), id]));
    this.#unclear = new Map([...unclear].map(([text, ids]) => [plain(text), ids]));
    this.#doubts = new Set(doubts);
    for (const [text, id] of wordings.taken ?? [])
      if (this.#labels.has(id)) this.#surely.set(text, { id, isLabel: false });
    for (const { id, label } of choices) this.#surely.set(inFormulas(label), { id, isLabel: true });
    this.#longest = Math.max(0, ...[...this.#surely.keys()].map(({ length }) => length));
    this.#openings = openingsOf(this.#surely.keys());
  }

  /** The label of an option; its code where there is none. */
  labelOf(id: string): string {
    return this.#labels.get(id) ?? id;
  }

  /** The option that a text surely stands for, wherever it stands: asked of every cell of a sheet, so nothing else is looked for. */
  option(text: string): { readonly id: string; readonly isLabel: boolean } | undefined {
    return text.length > this.#longest + SPACES ? undefined : this.#surely.get(inFormulas(text));
  }

  /** False where no text with that opening is an `option`. */
  mayBeOption(opening: number): boolean {
    return this.#openings.has(opening);
  }

  /** What is understood by a text that is not blank. The surest way first. */
  understand(text: string, around: Surroundings): Understood {
    const known = this.#known.get(text) ?? (text.length > LONGEST_SPELLED ? undefined : this.#known.get(plain(text)));
    const own = this.wordings.mayHaveChanged === true ? around.ownList()?.labels.get(inFormulas(text)) : undefined;
    if (own !== undefined && this.#labels.has(own))
      return known === undefined || known === own ? { is: 'listed', id: own } : { is: 'unclear', ids: [own, known] };
    if (known !== undefined && sameInFormulas(text, this.labelOf(known))) return { is: 'listed', id: known };
    const synonym = this.#synonym(text, around);
    if (synonym !== undefined) return { is: 'synonym', id: synonym };
    if (known !== undefined) return { is: 'respelled', id: known };
    return this.#reasoned(text, around) ?? this.#marked(text, around) ?? this.#unknown(text);
  }

  /** The option that a text is taken for in this workbook; what is new in this program and not in the workbook is not. */
  #synonym(text: string, { ownList }: Surroundings): string | undefined {
    const id = this.wordings.taken?.get(inFormulas(text));
    if (id === undefined || !this.#labels.has(id)) return undefined;
    const own = ownList()?.taken;
    return own === undefined || own.get(inFormulas(text)) === id ? id : undefined;
  }

  #reasoned(text: string, around: Surroundings): Understood | undefined {
    const { reasoned } = this.wordings;
    const { option, rest } = optionAndRest(text);
    if (reasoned === undefined || rest === '' || this.#synonym(option, around) !== reasoned) return undefined;
    // “n/a - Met” says two things.
    return this.wordings.taken?.has(inFormulas(rest)) ? undefined : { is: 'reasoned', id: reasoned, reason: rest };
  }

  #marked(text: string, { isNumbered }: Surroundings): Understood | undefined {
    if (text.length > LONGEST_SPELLED) return undefined;
    const whole = this.#between(text);
    if (whole !== undefined) return { is: 'marked', id: whole };
    const behind = withoutPrefix(text);
    const id = behind === undefined ? undefined : this.#between(behind.rest);
    if (behind === undefined || id === undefined) return undefined;
    if (isNumbering(text) && isNumbered()) return { is: 'marked', id };
    // The N of “N - Met” may stand for “Not met”.
    const alike = [...this.#labels].filter(([, label]) => plain(label).startsWith(behind.prefix)).map(([each]) => each);
    const ids = [...new Set([id, ...alike])];
    return ids.length > 1 ? { is: 'unclear', ids } : { is: 'unknown', suggestion: this.labelOf(id) };
  }

  /** The option between quotes or marks, or before a full stop. */
  #between(text: string): string | undefined {
    return this.#known.get(plain(text.replace(/^["'“”‘’«»✓✔☑*\s]+|["'“”‘’«».,;!*\s]+$/g, '')));
  }

  #unknown(text: string): Understood {
    const typed = plain(text.slice(0, LONGEST_SPELLED));
    const bare = typed.replace(/^["'“”‘’]+|["'“”‘’.,;!]+$/g, '');
    const ids = (this.#unclear.get(typed) ?? this.#unclear.get(bare))?.filter((id) => this.#labels.has(id)) ?? [];
    if (ids.length > 1) return { is: 'unclear', ids };
    const named = this.#namedIn(text.slice(0, LONGEST_SPELLED));
    if (named.length > 1) return { is: 'unclear', ids: named };
    const { option, rest } = optionAndRest(text.slice(0, LONGEST_SPELLED));
    // What stands behind another option may take it back.
    const reasoned = this.#likely.get(plain(option)) === REASONED ? [plain(option)] : [];
    const other = this.#likely.get(plain(rest));
    if (reasoned.length > 0 && other !== undefined && other !== REASONED)
      return { is: 'unclear', ids: [REASONED, other] };
    const suggestion = this.#called(typed, bare, ...reasoned) ?? this.#ofSize(text) ?? this.#likeliest(typed);
    return { is: 'unknown', suggestion };
  }

  /** The options that the parts of a text stand for: “Met - not met” and “no, met” say two things. */
  #namedIn(text: string): string[] {
    const parts = text.split(PARTED).map((part) => plain(part.replace(/^[\s"'“”‘’]+|[\s"'“”‘’.!?]+$/g, '')));
    const ids = parts.flatMap(
      (part) => this.#known.get(part) ?? this.#surely.get(part)?.id ?? this.#likely.get(part) ?? [],
    );
    return [...new Set(ids)];
  }

  /** The option that people call so. */
  #called(...texts: readonly string[]): string | undefined {
    const ids = texts.flatMap((text) => this.#likely.get(text) ?? []);
    return ids.map((id) => this.#labels.get(id)).find((label) => label !== undefined);
  }

  /** The option that is spelled alike, or is part of what was typed. */
  #likeliest(typed: string): string | undefined {
    // A question is no answer.
    if (/[?~]/.test(typed)) return undefined;
    const near = suggest(typed, this.labels);
    if (near !== undefined) return near;
    const contained = this.labels.filter((label) => ` ${typed} `.includes(` ${plain(label)} `));
    const longest = contained.sort((a, b) => b.length - a.length)[0];
    // “Not yet met” is no “Met”.
    const isDoubted = longest !== undefined && this.#hasDoubt(typed) && !this.#hasDoubt(plain(longest));
    return isDoubted ? undefined : longest;
  }

  #hasDoubt(text: string): boolean {
    return text
      .replaceAll('’', "'")
      .split(/[^\p{L}']+/u)
      .some((word) => this.#doubts.has(word));
  }

  /** “about 2,500 people” → the option whose code is `1000-4999`, or `20000+`. */
  #ofSize(text: string): string | undefined {
    const typed = normalize(text.slice(0, LONGEST_SPELLED));
    const [, digits] = /^\D{0,20}(\d{1,3}(?:[.,' ]\d{3})+|\d+)\D*$/.exec(typed) ?? [];
    if (digits === undefined) return undefined;
    const size = Number(digits.replace(/\D/g, ''));
    for (const [id, label] of this.#labels) {
      const [, from, to] = /^(\d+)(?:-(\d+)|\+)$/.exec(id) ?? [];
      if (from !== undefined && size >= Number(from) && size <= Number(to ?? Infinity)) return label;
    }
    return undefined;
  }
}

/** A text as formulas compare it: without difference of case or plain spaces. */
function inFormulas(text: string): string {
  return trimmed(text).toLowerCase();
}

function sameInFormulas(a: string, b: string): boolean {
  return a === b || inFormulas(a) === inFormulas(b);
}

/** “3 - ”, “3) ”, “(3) ” and the same with a letter; what stands behind it. */
const PREFIX = /^(?:(\d{1,2}|\p{L})\s*[-.:)]|\((\d{1,2}|\p{L})\))\s*/u;

/** A text without the number or letter before it; undefined where it has none. */
function withoutPrefix(text: string): { readonly prefix: string; readonly rest: string } | undefined {
  const normal = normalize(text);
  const [whole = '', bare, enclosed] = PREFIX.exec(normal) ?? [];
  const prefix = bare ?? enclosed;
  return prefix === undefined ? undefined : { prefix, rest: normal.slice(whole.length) };
}

/** True for a text behind a number, or behind a) to d): those that number a list. Another letter may be short for an option. */
export function isNumbering(text: string): boolean {
  return (
    text.length <= LONGEST_SPELLED &&
    !hasSpecialDigits(text) &&
    /^(?:\d{1,2}\s*[-.:)]|\(\d{1,2}\)|\(?[a-d]\))\s*\S/.test(normalize(text))
  );
}
