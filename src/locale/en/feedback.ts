/** English for the list of remarks on the model. */
export const feedbackWords = {
  title: 'Remarks on the model',
  none: 'This store contains no remarks on the model.',
  counted: (remarks: number, editions: number): string =>
    `${remarks === 1 ? '1 remark' : `${remarks} remarks`} on ${editions === 1 ? '1 edition' : `${editions} editions`}. If several workbooks of one organization contain the same remark, the list shows the remark once.`,
  whole: 'The whole model',
  noKind: 'No kind',
  noComment: '(no comment)',
  from: (asOf: string, assessment: string): string => `${asOf === '' ? 'no date' : asOf}, assessment ${assessment}`,
};
