import type { Random } from '../../support/random.ts'

/** How often each thing happens, from 0 to 1. */
export interface Distortion {
  readonly blankCome: number
  readonly blankGone: number
  readonly lost: number
  readonly split: number
  readonly merged: number
  /** For each letter. */
  readonly wrong: number
}

/** A text as a bad extraction shows it, and where its lines went. */
export interface Distorted {
  readonly raw: string
  /** New lines of each old printed line, from 1; none for one that is lost. */
  readonly now: ReadonlyMap<number, readonly number[]>
  readonly split: number
  readonly merged: number
  readonly lost: number
  readonly wrong: number
}

const LETTERS = 'aeiounrstаеиносрт'

/**
 * Spoils a text line by line. Lines of `kept` are neither lost nor run together with the one before,
 * and no line is split near its ends. O(n).
 */
export function distort(
  raw: string,
  kept: ReadonlySet<number>,
  odds: Distortion,
  random: Random,
): Distorted {
  const lines: string[] = []
  const now = new Map<number, readonly number[]>()
  const counts = { split: 0, merged: 0, lost: 0, wrong: 0 }
  const happens = (share: number): boolean => random() < share
  let mergeable = false
  raw.split('\n').forEach((line, i) => {
    const n = i + 1
    const feed = line.startsWith('\f') ? '\f' : ''
    if (line.trim() === '') {
      mergeable = false
      if (feed === '' && happens(odds.blankGone)) return
      lines.push(line)
      return
    }
    const text = misspell(line.slice(feed.length), odds.wrong, random, () => counts.wrong++)
    if (feed === '' && !kept.has(n)) {
      if (happens(odds.lost)) {
        counts.lost++
        return
      }
      if (mergeable && happens(odds.merged)) {
        lines.push(`${lines.pop()?.trimEnd()} ${text.trim()}`)
        now.set(n, [lines.length])
        counts.merged++
        mergeable = false
        return
      }
      if (happens(odds.blankCome)) lines.push('')
    }
    const indent = text.length - text.trimStart().length
    const at = text.indexOf(' ', Math.floor((indent + text.length) / 2))
    const splits = at > 0 && at < text.trimEnd().length - 8 && happens(odds.split)
    const parts = splits ? [text.slice(0, at), text.slice(at + 1)] : [text]
    if (splits) counts.split++
    now.set(
      n,
      parts.map((_, k) => lines.length + 1 + k),
    )
    lines.push(...parts.map((part, k) => (k === 0 ? feed : '') + part))
    mergeable = !splits
  })
  return { raw: lines.join('\n'), now, ...counts }
}

function misspell(line: string, share: number, random: Random, told: () => void): string {
  return line.replace(/\p{Ll}/gu, (letter) => {
    if (random() >= share) return letter
    told()
    return LETTERS[Math.floor(random() * LETTERS.length)] ?? letter
  })
}
