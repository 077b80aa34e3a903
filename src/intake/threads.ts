/** How all threads of the program are started. */

/** Node 20 ends the process if a thread first tries to load a module of this program as CommonJS. */
export const THREAD_ARGUMENTS = ['--no-experimental-require-module'];
