/** How many workbooks are read at a time. */
import { availableParallelism } from 'node:os';

/** More workers than this for each core take memory and save no time. */
const JOBS_A_CORE = 4;

/** One for each core. */
export const usualJobs = (): number => availableParallelism();

/** More are of no use. */
export const mostJobs = (): number => JOBS_A_CORE * availableParallelism();
