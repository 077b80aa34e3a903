/** The option `--model`, wherever a model is used. */
import { modelName, USUAL_EDITION } from '../building.js';

export const MODEL_OPTION = {
  type: 'string',
  defaultDescription: modelName(USUAL_EDITION),
  describe: 'Edition of the model, such as 1.0 or “aismm 1.0”, or the folder of your own model',
} as const;

/** What the option gives: see `modelShelf`. */
export interface ModelOption {
  readonly model: string | undefined;
}
