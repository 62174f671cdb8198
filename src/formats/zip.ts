import { type Zippable, zipSync } from 'fflate'

/** How hard to compress: an archive to be carried, one to be kept or unpacked where it is. */
const LEVELS = { small: 6, store: 0 } as const

/**
 * A zip file of these files, in their order; those in `stored` are not compressed. The same files give
 * the same bytes, wherever and whenever: all bear the first day that a zip file knows, and the compressor
 * is one in JavaScript, where that of Node differs from processor to processor.
 */
export function zipped(
  files: ReadonlyMap<string, Uint8Array>,
  effort: keyof typeof LEVELS,
  stored: ReadonlySet<string> = new Set(),
): Uint8Array {
  const mtime = new Date(1980, 0, 1)
  const entries: Zippable = {}
  for (const [name, bytes] of files) {
    entries[name] = [bytes, { level: stored.has(name) ? 0 : LEVELS[effort], mtime }]
  }
  return zipSync(entries)
}
