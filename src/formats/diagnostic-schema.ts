/** The shape of a finding as JSON, for programs that read what the commands print. */
import { z } from 'zod';
import { DIAGNOSTIC_CODES } from '../diagnostic/catalogue.js';

export const diagnosticSchema = z
  .strictObject({
    code: z.enum(DIAGNOSTIC_CODES),
    severity: z.enum(['error', 'warning', 'note']),
    affects: z.enum(['score', 'record', 'nothing']),
    message: z.string(),
    file: z.string(),
    sheet: z.string(),
    cell: z.string(),
    line: z.number(),
    column: z.number(),
    path: z.string(),
    found: z.string(),
    expected: z.array(z.string()),
    suggestion: z.string(),
    objective: z.string(),
    field: z.string(),
    detail: z.string(),
  })
  .partial()
  .required({ code: true, severity: true, message: true, affects: true });
