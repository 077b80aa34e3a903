/** All of a store is in a schema of its own, beside whatever else the database holds. */
export const SCHEMA = 'aismm';
