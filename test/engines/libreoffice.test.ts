/** The proof by LibreOffice, as most people would have it. */
import { libreOffice } from './engine.js';
import { describeParity } from './parity.js';

describeParity(libreOffice);
