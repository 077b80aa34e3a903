/** The logo of a model of one's own: a PNG file in its folder, small enough to be in every workbook and page. */
import type { ShapeProblem } from '../diagnostic/catalogue.js';
import type { ModelFile } from './schema.js';

/** A picture that a workbook and a page can hold. */
export interface Logo {
  /** The PNG file, in base64. */
  readonly png: string;
  /** What people are told who can't see it. */
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What `model.yaml` says of a logo. */
export type WrittenLogo = NonNullable<NonNullable<ModelFile['brand']>['logo']>;

/** Every workbook and every page has it. */
const MOST_BYTES = 200_000;
/** Pixels of a side; programs draw a logo with fewer than 200. */
const MOST_PIXELS = 2_000;

/** True for files that are read as base64 in place of text. */
export function isPicture(path: string): boolean {
  return /\.png$/i.test(path);
}

/** The logo that a model names, or what is wrong with it. `read` gives a file of the model's folder. */
export function readLogo(
  { file, alt }: WrittenLogo,
  read: (file: string) => string | undefined,
): { readonly logo: Logo } | { readonly problem: ShapeProblem } {
  if (!isBelow(file)) return { problem: { is: 'logo', why: 'outside', name: file } };
  const png = read(file);
  if (png === undefined) return { problem: { is: 'logo', why: 'missing', name: file } };
  if (!isPicture(file)) return { problem: { is: 'logo', why: 'no-png', name: file } };
  const bytes = bytesOf(png);
  const size = sizeOf(bytes);
  if (!size) return { problem: { is: 'logo', why: 'no-png', name: file } };
  if (bytes.length > MOST_BYTES) return { problem: { is: 'logo-large', bytes: bytes.length, most: MOST_BYTES } };
  if (Math.max(size.width, size.height) > MOST_PIXELS)
    return { problem: { is: 'logo-wide', ...size, most: MOST_PIXELS } };
  return { logo: { png, alt, ...size } };
}

/** The size in which a logo is drawn: as it is, or smaller, so that it fits. */
export function fitted({ width, height }: Logo, most: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The bytes of a text in base64. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Below the folder, and written as it is on every system. */
function isBelow(file: string): boolean {
  return !/^\/|[\\:]/.test(file) && !file.split('/').includes('..');
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes of a piece besides what it holds: its length, its name, its checksum. */
const AROUND = 12;

/** Pixels of a PNG file that has all its pieces; undefined for anything else. */
function sizeOf(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = SIGNATURE.length; at + AROUND <= bytes.length && names.at(-1) !== 'IEND';) {
    const length = view.getUint32(at);
    if (at + AROUND + length > bytes.length) return undefined;
    names.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)));
    at += AROUND + length;
  }
  if (names[0] !== 'IHDR' || !names.includes('IDAT') || names.at(-1) !== 'IEND') return undefined;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}
