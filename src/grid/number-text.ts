/** A number as its format shows it to people, for the formats that people use; nothing is guessed for the rest. */

/** How a format is read. */
export interface NumberTextOptions {
  /** Day 0 of date serials is 1 January 1904. */
  readonly date1904?: boolean;
}

/** Longest format that programs take. */
const LONGEST_FORMAT = 255;

/** What a cell with a format such as `#,##0.00` shows of a number; undefined where that can't be told. */
export function numberText(
  number: number,
  format: string,
  { date1904 = false }: NumberTextOptions = {},
): string | undefined {
  if (format.length > LONGEST_FORMAT || !Number.isFinite(number)) return undefined;
  const sections = sectionsOf(format)?.map(tokensOf);
  if (!sections || sections.some((tokens) => tokens === undefined)) return undefined;
  const chosen = sectionFor(number, sections as (readonly Token[])[]); // none of them is undefined
  if (!chosen) return undefined;
  const { tokens, value } = chosen;
  if (tokens.some(({ is }) => is === 'date' || is === 'elapsed')) return dateText(value, tokens, date1904);
  if (tokens.some(({ is }) => is === 'general'))
    return tokens.map((each) => (each.is === 'general' ? String(value) : textOf(each))).join('');
  return tokens.some(({ is }) => is === 'digit') ? figureText(value, tokens) : tokens.map(textOf).join('');
}

type Token =
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'digit'; readonly text: '0' | '#' | '?' }
  | { readonly is: 'point' | 'comma' | 'percent' | 'general' }
  | { readonly is: 'exponent'; readonly plus: boolean }
  /** `yyyy`, `m`, `AM/PM`, and `.000` of seconds. */
  | { readonly is: 'date'; readonly text: string }
  | { readonly is: 'elapsed'; readonly text: string }
  | { readonly is: 'language'; readonly id: number }
  | { readonly is: 'condition'; readonly holds: (number: number) => boolean; readonly below: boolean };

const textOf = (token: Token): string =>
  token.is === 'literal' ? token.text : token.is === 'percent' ? '%' : token.is === 'point' ? '.' : '';

/** The parts between semicolons that are not quoted; undefined for more than four. */
function sectionsOf(format: string): string[] | undefined {
  const sections: string[] = [];
  let section = '';
  for (const [piece] of format.matchAll(/"[^"]*"|[\\_*][^]|\[[^\]]*\]|[^]/g)) {
    if (piece !== ';') section += piece;
    else {
      sections.push(section);
      section = '';
    }
  }
  sections.push(section);
  return sections.length > 4 ? undefined : sections;
}

/** One piece of a section after the other. */
const PIECE =
  /"([^"]*)"|\\([^])|_[^]|\*[^]|\[([^\]]*)\]|(general)|(am\/pm|a\/p)|(e[+-])|([0#?])|(y+|m+|d+|h+|s+)|(\.)|(,)|(%)|(@)|([^])/gi;
/** Characters that show themselves without quotes. */
const PLAIN = /[^\p{L}\p{N}"\\]/u;

function tokensOf(section: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (const match of section.matchAll(PIECE)) {
    const [piece, quoted, escaped, bracket, general, noon, exponent, digit, date, point, comma, percent, text, other] =
      match;
    if (quoted !== undefined || escaped !== undefined) tokens.push({ is: 'literal', text: quoted ?? escaped ?? '' });
    else if (bracket !== undefined) {
      const token = bracketToken(bracket);
      if (token === undefined) return undefined;
      for (const each of token) tokens.push(each);
    } else if (general) tokens.push({ is: 'general' });
    else if (noon) tokens.push({ is: 'date', text: noon.toUpperCase() });
    else if (exponent) tokens.push({ is: 'exponent', plus: exponent.endsWith('+') });
    else if (digit === '0' || digit === '#' || digit === '?') tokens.push({ is: 'digit', text: digit });
    else if (date) tokens.push({ is: 'date', text: date.toLowerCase() });
    else if (point) tokens.push({ is: 'point' });
    else if (comma) tokens.push({ is: 'comma' });
    else if (percent) tokens.push({ is: 'percent' });
    // A number in a section for texts is shown as it is.
    else if (text) tokens.push({ is: 'general' });
    else if (piece.startsWith('_')) tokens.push({ is: 'literal', text: ' ' });
    else if (other !== undefined && !PLAIN.test(other) && !/\p{Lo}/u.test(other)) return undefined;
    else if (other !== undefined) tokens.push({ is: 'literal', text: other });
  }
  return tokens;
}

/** Colors show nothing; what is in no list is not understood. */
function bracketToken(content: string): Token[] | undefined {
  const elapsed = /^(?:h+|m+|s+)$/i.exec(content);
  if (elapsed) return [{ is: 'elapsed', text: content.toLowerCase() }];
  const symbol = /^\$([^-]*)(?:-([0-9a-f]{1,8}))?$/i.exec(content);
  if (symbol) {
    const [, sign = '', language] = symbol;
    return [
      ...(sign === '' ? [] : [{ is: 'literal', text: sign } as const]),
      ...(language === undefined ? [] : [{ is: 'language', id: parseInt(language, 16) } as const]),
    ];
  }
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(content);
  if (condition) {
    const [, sign, text] = condition;
    const than = Number(text);
    const holds = (number: number): boolean => {
      if (sign === '<>') return number !== than;
      return (
        (sign?.includes('=') === true && number === than) ||
        (sign?.startsWith('<') === true && number < than) ||
        (sign?.startsWith('>') === true && number > than)
      );
    };
    return [{ is: 'condition', holds, below: sign?.startsWith('<') === true && than <= 0 }];
  }
  return /^(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d{1,2})$/i.test(content) ? [] : undefined;
}

/** The section that a number is shown by, and what it shows of it: the second one shows negative numbers without a sign. */
function sectionFor(
  number: number,
  sections: readonly (readonly Token[])[],
): { readonly tokens: readonly Token[]; readonly value: number } | undefined {
  const [first = [], second, third] = sections;
  const conditionOf = (tokens: readonly Token[] | undefined): (Token & { is: 'condition' }) | undefined =>
    tokens?.find((token): token is Token & { is: 'condition' } => token.is === 'condition');
  const [one, two] = [conditionOf(first), conditionOf(second)];
  const magnitude = { value: Math.abs(number) };
  if (one ?? two) {
    const isFirst = one ? one.holds(number) : number > 0;
    if (isFirst) return { tokens: first, value: one?.below ? Math.abs(number) : number };
    if (!second) return undefined;
    const isSecond = two ? two.holds(number) : third === undefined || number < 0;
    if (isSecond) return { tokens: second, value: two?.below || (!two && third) ? Math.abs(number) : number };
    return third && { tokens: third, value: number };
  }
  if (number < 0 && second) return { tokens: second, ...magnitude };
  return number === 0 && third ? { tokens: third, value: 0 } : { tokens: first, value: number };
}

/** Digits of a number, which is not negative, with so many decimals, rounded as people do from the digits that a spreadsheet keeps. */
function digitsOf(number: number, decimals: number): string {
  const [mantissa = '0', exponent = '0'] = number.toExponential(14).split('e');
  const whole = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  return BigInt(whole)
    .toString()
    .padStart(decimals + 1, '0');
}

function figureText(number: number, tokens: readonly Token[]): string | undefined {
  const exponentAt = tokens.findIndex(({ is }) => is === 'exponent');
  const mantissa = exponentAt < 0 ? tokens : tokens.slice(0, exponentAt);
  const pointAt = mantissa.findIndex(({ is }) => is === 'point');
  const before = pointAt < 0 ? mantissa : mantissa.slice(0, pointAt);
  const after = pointAt < 0 ? [] : mantissa.slice(pointAt + 1);
  const isDigit = ({ is }: Token): boolean => is === 'digit';
  const decimals = after.filter(isDigit).length;
  // Digits on both sides of a slash are a fraction.
  const slash = tokens.findIndex((token) => token.is === 'literal' && token.text === '/');
  if (slash > 0 && tokens.slice(0, slash).some(isDigit) && tokens.slice(slash).some(isDigit)) return undefined;
  if (decimals > 30 || tokens.filter(isDigit).length > 60) return undefined;
  const lastWhole = before.findLastIndex(isDigit);
  const scale = scaleOf(before.slice(lastWhole + 1)) + (lastWhole < 0 ? 0 : scaleOf(after));
  const grouped = before.slice(0, lastWhole).some(({ is }, i) => is === 'comma' && before.slice(0, i).some(isDigit));
  const percents = tokens.filter(({ is }) => is === 'percent').length;
  let value = (Math.abs(number) * 100 ** percents) / 1000 ** scale;
  let exponent = 0;
  if (exponentAt >= 0) {
    const step = Math.max(1, before.filter(isDigit).length);
    exponent = value === 0 ? 0 : Math.floor(Number(value.toExponential(14).split('e')[1]) / step) * step;
    if (digitsOf(value / 10 ** exponent, decimals).length > step + decimals) exponent += step;
    value /= 10 ** exponent;
  }
  if (value >= 1e21) return undefined;
  const digits = digitsOf(value, decimals);
  const whole = digits.slice(0, digits.length - decimals).replace(/^0+/, '');
  const fraction = digits.slice(digits.length - decimals);
  const sign = number < 0 && /[1-9]/.test(digits) ? '-' : '';
  const point = pointAt < 0 ? '' : '.';
  const power = exponentAt < 0 ? '' : exponentText(exponent, tokens.slice(exponentAt));
  return `${sign}${wholeText(whole, before, grouped)}${point}${fractionText(fraction, after)}${power}`;
}

/** Commas behind the digits: each hides three of them. */
function scaleOf(behind: readonly Token[]): number {
  let commas = 0;
  let isBehind = behind.every(({ is }) => is !== 'digit');
  for (const { is } of behind) {
    if (is === 'digit') [isBehind, commas] = [true, 0];
    else if (is === 'comma' && isBehind) commas += 1;
  }
  return commas;
}

/** Digits before the point: the last one under the last placeholder, those that are too many before the first. */
function wholeText(whole: string, tokens: readonly Token[], grouped: boolean): string {
  const places = tokens.filter(({ is }) => is === 'digit').length;
  const pieces: string[] = [];
  let left = places;
  const separated = (position: number, digit: string): string =>
    grouped && position > 1 && position % 3 === 1 && digit.trim() !== '' ? `${digit},` : digit;
  for (const token of tokens) {
    if (token.is !== 'digit') {
      pieces.push(textOf(token));
      continue;
    }
    const from = left === places ? Math.max(whole.length, places) : left;
    for (let position = from; position >= left; position -= 1) {
      const digit = whole[whole.length - position];
      const blank = token.text === '0' ? '0' : token.text === '?' ? ' ' : '';
      pieces.push(separated(position, digit ?? blank));
    }
    left -= 1;
  }
  return pieces.join('');
}

function fractionText(fraction: string, tokens: readonly Token[]): string {
  const needed = fraction.replace(/0+$/, '').length;
  let at = 0;
  return tokens
    .map((token) => {
      if (token.is !== 'digit') return textOf(token);
      at += 1;
      if (at <= needed || token.text === '0') return fraction[at - 1] ?? '';
      return token.text === '?' ? ' ' : '';
    })
    .join('');
}

function exponentText(exponent: number, [sign, ...tokens]: readonly Token[]): string {
  const plus = exponent < 0 ? '-' : sign?.is === 'exponent' && sign.plus ? '+' : '';
  return `E${plus}${wholeText(String(Math.abs(exponent)).replace(/^0$/, ''), tokens, false)}`;
}

const DAY = 86_400_000;
const SHIFT_1904 = 1462;
/** 1 March 1900; spreadsheets count a day before it that never was. */
const FIRST_DAY = 61;
/** Days from then to the beginning of 1970. */
const DAY_OF_1970 = 25_569;
const LAST_DAY = 2_958_465;

/** Names of months and days of the week, by language of the format. */
const NAMES: ReadonlyMap<number, { readonly months: readonly string[]; readonly days: readonly string[] }> = new Map([
  [
    9,
    {
      months: 'January February March April May June July August September October November December'.split(' '),
      days: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
    },
  ],
  [
    7,
    {
      months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
      days: 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' '),
    },
  ],
]);
const ENGLISH = 9;
/** The low bits of a language's number say which it is, the others where it is spoken. */
const LANGUAGE_BITS = 0x3ff;
/** “Long date” and “time” of the system, which every system shows in its own way: the ISO way stands for all of them. */
const SYSTEM: ReadonlyMap<number, string> = new Map([
  [0xf800, 'yyyy-mm-dd'],
  [0xf400, 'hh:mm:ss'],
]);

function dateText(serial: number, tokens: readonly Token[], date1904: boolean): string | undefined {
  const language = tokens.find((token): token is Token & { is: 'language' } => token.is === 'language')?.id;
  const ofSystem = language === undefined ? undefined : SYSTEM.get(language);
  if (ofSystem !== undefined) return numberText(serial, ofSystem, { date1904 });
  const parts = withMinutes(tokens);
  const showsParts = tokens.some(({ is }, i) => is === 'point' && parts[i - 1]?.startsWith('s'));
  const shownAs = showsParts ? 1 : 1000;
  const moment = Math.round((serial * DAY) / shownAs) * shownAs;
  const day = Math.floor(moment / DAY) + (date1904 ? SHIFT_1904 : 0);
  const needsDay = parts.some((part) => /^[ymd]/.test(part ?? ''));
  if (moment < 0 || day > LAST_DAY || (needsDay && day < FIRST_DAY)) return undefined;
  const date = new Date((day - DAY_OF_1970) * DAY);
  const names = NAMES.get((language ?? ENGLISH) & LANGUAGE_BITS || ENGLISH);
  const ofDay = moment - Math.floor(moment / DAY) * DAY;
  const clock = {
    hours: Math.floor(ofDay / 3_600_000),
    minutes: Math.floor(ofDay / 60_000) % 60,
    seconds: Math.floor(ofDay / 1000) % 60,
    thousandths: ofDay % 1000,
  };
  const isHalfDay = tokens.some((token) => token.is === 'date' && token.text.includes('/'));
  let places = 0;
  const pieces = tokens.map((token, i): string | undefined => {
    if (token.is === 'elapsed') return elapsedText(token.text, moment);
    if (token.is === 'digit' && places > 0) {
      places += 1;
      return places > 4 ? undefined : (String(clock.thousandths).padStart(3, '0')[places - 2] ?? '');
    }
    places = token.is === 'point' && showsParts ? 1 : 0;
    if (token.is === 'digit' || token.is === 'percent' || token.is === 'exponent') return undefined;
    if (token.is === 'comma') return ',';
    return token.is === 'date' ? partText(parts[i] ?? '', { date, clock, names, isHalfDay }) : textOf(token);
  });
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

/** What each token shows of a date: `m` beside hours or seconds is minutes, written `n` here. */
function withMinutes(tokens: readonly Token[]): readonly (string | undefined)[] {
  const parts = tokens.map((token) =>
    token.is === 'date' ? token.text : token.is === 'elapsed' ? token.text : undefined,
  );
  const isPart = (part: string | undefined): part is string => part !== undefined && !part.includes('/');
  return parts.map((part, i) => {
    if (part === undefined || !/^m{1,2}$/.test(part) || tokens[i]?.is === 'elapsed')
      return part?.startsWith('s') ? 's'.repeat(part.length) : part;
    const before = parts.slice(0, i).findLast(isPart);
    const behind = parts.slice(i + 1).find(isPart);
    return before?.startsWith('h') || behind?.startsWith('s') ? 'n'.repeat(part.length) : part;
  });
}

function elapsedText(text: string, moment: number): string {
  const unit = text.startsWith('h') ? 3_600_000 : text.startsWith('m') ? 60_000 : 1000;
  return String(Math.floor(moment / unit)).padStart(text.length, '0');
}

interface Moment {
  readonly date: Date;
  readonly clock: { readonly hours: number; readonly minutes: number; readonly seconds: number };
  readonly names: { readonly months: readonly string[]; readonly days: readonly string[] } | undefined;
  readonly isHalfDay: boolean;
}

/** One part of a date; undefined where its name is not known in the format's language. */
function partText(part: string, { date, clock, names, isHalfDay }: Moment): string | undefined {
  const padded = (number: number): string => String(number).padStart(Math.min(part.length, 2), '0');
  const hours = isHalfDay ? clock.hours % 12 || 12 : clock.hours;
  switch (part[0]) {
    case 'A':
      return (clock.hours < 12 ? part.split('/')[0] : part.split('/')[1]) ?? '';
    case 'y':
      return part.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear() % 100).padStart(2, '0');
    case 'm':
      return part.length <= 2 ? padded(date.getUTCMonth() + 1) : named(part, names?.months[date.getUTCMonth()]);
    case 'd':
      return part.length <= 2 ? padded(date.getUTCDate()) : named(part, names?.days[date.getUTCDay()]);
    case 'h':
      return padded(hours);
    case 'n':
      return padded(clock.minutes);
    default:
      return padded(clock.seconds);
  }
}

/** A name with so many letters in the format: its beginning, all of it, or its first letter. */
function named(part: string, name: string | undefined): string | undefined {
  return part.length === 3 ? name?.slice(0, 3) : part.length === 4 ? name : name?.slice(0, 1);
}
