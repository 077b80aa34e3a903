/** The proof by LibreOffice under other locales, and by Gnumeric, on fewer assessments. */
import { gnumeric, libreOfficeAbroad } from './engine.js';
import { describeParity, VECTORS } from './parity.js';

for (const engine of libreOfficeAbroad) describeParity(engine, { vectors: Math.ceil(VECTORS / 10) });
describeParity(gnumeric, { vectors: Math.ceil(VECTORS / 6) });
