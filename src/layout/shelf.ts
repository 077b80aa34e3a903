/** The models and languages that workbooks may have been issued in, and what an edition of them looks like. */
import { Choices } from '../assessment/choices.js';
import { fieldsAt, fieldsOf, FIELDS, type ChoiceList, type FieldSet } from '../assessment/fields.js';
import { editionOf, LAYOUT, type Edition, type EditionOptions, type Part } from '../edition/edition.js';
import { invariant } from '../diagnostic/finding.js';
import { choicesOf, wordingsOf } from '../locale/choices.js';
import { languageAt, type Language } from '../locale/language.js';
import { LANGUAGES, USUAL_LANGUAGE } from '../locale/languages.js';
import { categoriesOf, type Model } from '../model/model.js';
import { type ModelName } from '../model/named.js';
import { selectModel } from '../model/select.js';
import { translated } from '../model/translate.js';
import { Scoring } from '../scoring/figures.js';
import type { Blueprint } from './context.js';
import { inputSheets, type InputSheets } from './inputs.js';

/** One edition of a workbook, with everything that is made from it when it is first asked for. */
export class Issued implements Blueprint {
  /** As the edition's layout has it. */
  readonly language: Language;
  readonly words: Blueprint['words'];
  readonly fields: FieldSet;
  readonly written: Model;
  readonly #choices = new Map<ChoiceList, Choices>();
  #inputs: InputSheets | undefined;
  #scoring: Scoring | undefined;

  /** `model`: in the language, and only the part that is asked about; `written`: as it was before it was translated. */
  constructor(
    readonly model: Model,
    readonly edition: Edition,
    language: Language,
    { written = model, fields = FIELDS }: { readonly written?: Model; readonly fields?: FieldSet | undefined } = {},
  ) {
    this.written = written;
    this.language = languageAt(language, edition.layout);
    this.words = this.language.words;
    this.fields = fieldsOf(model, fieldsAt(fields, edition.layout, edition.review));
  }

  get inputs(): InputSheets {
    return (this.#inputs ??= inputSheets(this));
  }

  get scoring(): Scoring {
    return (this.#scoring ??= new Scoring(this.model));
  }

  /** The options of a list, found by whatever people write for them. */
  choices(list: ChoiceList): Choices {
    const known = this.#choices.get(list);
    if (known) return known;
    const wordings = wordingsOf(list, this, this.edition);
    const made = new Choices(choicesOf(list, this.model, this.words), wordings);
    this.#choices.set(list, made);
    return made;
  }
}

/** What is to be issued: a whole model or a part of one, in a language. */
export interface IssueOptions extends Omit<EditionOptions, 'language'> {
  readonly language?: Language;
  /** What is asked, where that is not what the program asks for. */
  readonly fields?: FieldSet;
}

/** A fresh edition of a model, which is translated where it has the language. */
export function issue(model: Model, { language = USUAL_LANGUAGE, fields, ...options }: IssueOptions): Issued {
  const inLanguage = translated(model, language.id);
  const edition = editionOf(model, { ...options, language: language.id });
  return new Issued(inLanguage, edition, language, { written: model, fields });
}

/** Where models come from. */
export interface Models {
  /** The one to assume where nothing says which. */
  readonly usual: Model;
  /** True where somebody has said that it is the usual one: it then settles what the workbook leaves open. */
  readonly isChosen?: boolean;
  /** Every model and version there is. */
  readonly editions: readonly ModelName[];
  /**
   * A whole model, its texts in `language` as far as they are translated; undefined where there is none. Of an edition
   * that is listed, none means that its files are faulty.
   */
  readonly find: (id: string, version: string, language: string) => Model | undefined;
}

/** Models that are all there, the usual one among them. */
export function modelsOf(all: readonly Model[], usual: Model): Models {
  return {
    usual,
    editions: all.map(({ id, version }) => ({ id, version })),
    find: (id, version, language) => {
      const model = all.find((each) => each.id === id && each.version === version);
      return model && translated(model, language);
    },
  };
}

/** Every model that is sound, the usual one first, as it is written: what can be sent to another thread. */
export function allModels({ usual, editions, find }: Models): [Model, ...Model[]] {
  const others = editions.filter(({ id, version }) => id !== usual.id || version !== usual.version);
  return [usual, ...others.flatMap(({ id, version }) => find(id, version, AS_WRITTEN) ?? [])];
}

/** No language: nothing is translated into it. */
const AS_WRITTEN = '';

/** How many editions are kept ready: parts and companions differ, and strangers may send any of them. */
const MOST_READY = 24;

/** Makes every edition that a workbook may say it is, and keeps those that were asked for last. */
export class Shelf {
  readonly languages: Readonly<Record<string, Language>>;
  readonly #fields: FieldSet;
  readonly #ready = new Map<string, Issued>();

  constructor(
    readonly models: Models,
    {
      languages = LANGUAGES,
      fields = FIELDS,
    }: { languages?: Readonly<Record<string, Language>>; fields?: FieldSet } = {},
  ) {
    this.languages = languages;
    this.#fields = fields;
  }

  /** The whole usual model, where nothing says what was issued. */
  usual({ language = USUAL_LANGUAGE.id, layout = LAYOUT }: Partial<Pick<Edition, 'language' | 'layout'>> = {}): Issued {
    const { usual } = this.models;
    const issued = this.issued(editionOf(usual, { language, layout, tool: '' }));
    invariant(issued, 'the usual model is on the shelf');
    return issued;
  }

  /** A language by its id, which strangers may have written. */
  language(id: string): Language | undefined {
    return Object.hasOwn(this.languages, id) ? this.languages[id] : undefined;
  }

  /** The edition as it was issued; undefined where its model or language is not here. */
  issued(edition: Edition): Issued | undefined {
    const key = JSON.stringify(edition);
    const ready = this.#ready.get(key);
    if (ready) return ready;
    const language = this.language(edition.language);
    const model = language && this.models.find(edition.model, edition.version, edition.language);
    if (!model) return undefined;
    const written = this.models.find(edition.model, edition.version, AS_WRITTEN) ?? model;
    const made = new Issued(partOf(model, edition.part), edition, language, { written, fields: this.#fields });
    const [oldest] = this.#ready.keys();
    if (oldest !== undefined && this.#ready.size >= MOST_READY) this.#ready.delete(oldest);
    this.#ready.set(key, made);
    return made;
  }
}

/** The part of a model that an edition asks about; the model itself where that is all of it. */
function partOf(model: Model, part: Part): Model {
  const { categories, deployments, quick, objectives } = part;
  const isWhole =
    quick === undefined &&
    objectives === undefined &&
    categoriesOf(model).every(({ id }) => categories.includes(id)) &&
    model.deployments.every(({ id }) => deployments.includes(id));
  return isWhole ? model : selectModel(model, part);
}
