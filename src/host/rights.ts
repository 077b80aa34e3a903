/** Who may read what is written. */

/** For whom a file or folder is. */
export interface Rights {
  /** For everybody: what holds nothing but the model. Left out, only the owner can read it, since it tells of an organization. */
  readonly isPublic?: boolean;
}

/** Rights of a file before the owner's own mask takes some of them away. */
export const RIGHTS = { private: 0o600, public: 0o666 } as const;
/** The same of a folder: names of files may tell of an organization, too. */
export const FOLDER_RIGHTS = { private: 0o700, public: 0o777 } as const;
