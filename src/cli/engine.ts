/** Sets the engine. Loaded before any other module, as it counts from the start. */
import { setEngine } from '../host/engine.js';

setEngine();
