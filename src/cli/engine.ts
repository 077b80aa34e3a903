/** Sets the engine. Loaded before any other module, as it counts from the start. */
import { letYoungRoomGrow, setEngine } from '../host/engine.js';

setEngine();

/** More room for young values, for a command that writes a whole workbook. */
export const makeRoom = letYoungRoomGrow;
