/** Commands below `aismm model`. */
export const MODEL_ACTIONS = ['lint', 'show', 'diff', 'new', 'import'] as const;
