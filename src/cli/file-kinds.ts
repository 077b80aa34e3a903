/** Kinds of files that everybody knows by their ending: a name with one of them is no name for anything else. */
const ENDING = /\.(xls[xmb]?|ods|json|csv|ndjson|parquet|sqlite|html?|md|pdf|docx?|pptx?|zip|eml|msg|key|lock)$/i;

/** The ending that tells the kind of a file, in small letters; undefined where the name does not tell. */
export function kindByName(name: string): string | undefined {
  const ending = ENDING.exec(name)?.[1]?.toLowerCase();
  return ending === 'htm' ? 'html' : ending;
}
