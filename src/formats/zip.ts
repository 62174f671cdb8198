import { type Zippable, zipSync } from 'fflate'

/** The first day that a zip file knows; all its files bear it, since no clock shows in an output. */
const FIRST_DAY = new Date(1980, 0, 1)

/**
 * A zip file of these files, in their order. Those in `stored` are not compressed. The same files give
 * the same bytes, wherever and whenever.
 */
export function zipped(
  files: ReadonlyMap<string, Uint8Array>,
  stored: ReadonlySet<string> = new Set(),
): Uint8Array {
  const entries: Zippable = {}
  for (const [name, bytes] of files) {
    entries[name] = [bytes, { level: stored.has(name) ? 0 : 3, mtime: FIRST_DAY }]
  }
  return zipSync(entries)
}
