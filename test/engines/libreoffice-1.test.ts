/** The first half of the proof by LibreOffice; two files, so that two cores share the work. */
import { libreOffice } from './engine.js';
import { describeParity } from './parity.js';

describeParity(libreOffice, { share: { of: 2, from: 0 } });
