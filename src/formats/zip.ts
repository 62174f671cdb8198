import { type Zippable, zipSync } from 'fflate'

/**
 * A zip file of these files, in their order. Those in `stored` are not compressed. The same files give
 * the same bytes, wherever and whenever: all bear the first day that a zip file knows.
 */
export function zipped(
  files: ReadonlyMap<string, Uint8Array>,
  stored: ReadonlySet<string> = new Set(),
): Uint8Array {
  const mtime = new Date(1980, 0, 1)
  const entries: Zippable = {}
  for (const [name, bytes] of files) {
    entries[name] = [bytes, { level: stored.has(name) ? 0 : 3, mtime }]
  }
  return zipSync(entries)
}
