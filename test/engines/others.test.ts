/** The proof by LibreOffice under other locales, and by Gnumeric, on fewer assessments. */
import { gnumeric, libreOfficeAbroad } from './engine.js';
import { describeParity, VECTORS } from './parity.js';

for (const engine of libreOfficeAbroad) describeParity(engine, Math.ceil(VECTORS / 40));
describeParity(gnumeric, Math.ceil(VECTORS / 25));
