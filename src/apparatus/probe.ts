import { isBlank } from '../model/flow.ts'

/** How many printed characters a probe has. */
export const PROBE = 8

/** How many places of one probe are kept: those nearest to where it is expected. */
const MOST = 64

/** A few printed characters that are sought in a text, white space aside. */
export interface Probe {
  readonly key: string
  /** Near which offset it is expected. */
  readonly near: number
  /** Where it was found: offsets of its first character, ascending. */
  readonly found: number[]
}

/**
 * Seeks all probes in one walk over the text, with a rolling hash over its printed characters
 * (Rabin and Karp 1987). Of a probe that stands in many places those nearest to `near` are kept.
 * O(n) in the text and the places found.
 */
export function seek(text: string, probes: readonly Probe[]): void {
  if (probes.length === 0) return
  const byHash = new Map<number, Probe[]>()
  for (const probe of probes) {
    const hash = hashOf(probe.key)
    const same = byHash.get(hash)
    if (same) same.push(probe)
    else byHash.set(hash, [probe])
  }
  const places = new Uint32Array(PROBE)
  let hash = 0
  let seen = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isBlank(unit)) continue
    const slot = seen % PROBE
    const gone = seen >= PROBE ? text.charCodeAt(places[slot] ?? 0) : 0
    hash = (Math.imul(hash, BASE) + unit - Math.imul(gone, TOP)) | 0
    places[slot] = at
    seen++
    if (seen < PROBE) continue
    const start = places[seen % PROBE] ?? 0
    for (const probe of byHash.get(hash) ?? []) {
      if (stands(text, start, probe.key)) keep(probe, start)
    }
  }
}

const BASE = 0x01000193

/** The base to the power of the length of a probe, as 32 bits. */
const TOP = powerOf(BASE, PROBE)

function powerOf(base: number, exponent: number): number {
  let power = 1
  for (let i = 0; i < exponent; i++) power = Math.imul(power, base)
  return power
}

function hashOf(key: string): number {
  let hash = 0
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, BASE) + key.charCodeAt(at)) | 0
  return hash
}

function stands(text: string, start: number, key: string): boolean {
  let at = start
  for (let i = 0; i < key.length; i++) {
    while (isBlank(text.charCodeAt(at))) at++
    if (text.charCodeAt(at) !== key.charCodeAt(i)) return false
    at++
  }
  return true
}

function keep({ found, near }: Probe, start: number): void {
  if (found.length < MOST) {
    found.push(start)
  } else if (Math.abs(start - near) < Math.abs((found[0] ?? 0) - near)) {
    found.shift()
    found.push(start)
  }
}
