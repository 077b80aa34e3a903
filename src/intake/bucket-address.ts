/** Addresses of buckets: what tells them from paths is known without the library that reads them. */

/** True for the address of a bucket, or of something in it. */
export const isInBucket = (path: string): boolean => /^s3:\/\/[^/]/i.test(path);
