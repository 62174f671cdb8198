import { diffChars } from 'diff'
import { type PlacedError, type Stretch, touch } from './error-places.ts'
import { squeeze } from './white-space.ts'

/** An entry of the apparatus that touches known errors. */
export interface Touching {
  readonly at: Stretch
  readonly corr: string
  readonly errors: readonly PlacedError[]
}

interface Edit {
  readonly at: Stretch
  readonly reading: string
}

/**
 * Tells whether a reading mends an error: by itself, with the other entries that touch it, or as far
 * as the entry goes, where one record of the gold holds several errors.
 */
export class RightReadings {
  readonly #text: string
  readonly #byError = new Map<PlacedError, Touching[]>()

  constructor(text: string, entries: readonly Touching[]) {
    this.#text = text
    for (const entry of entries) {
      for (const error of entry.errors) {
        const own = this.#byError.get(error)
        if (own) own.push(entry)
        else this.#byError.set(error, [entry])
      }
    }
  }

  isRight(entry: Touching, reading: string): boolean {
    return entry.errors.some((error) => {
      const others = (this.#byError.get(error) ?? []).filter(
        (other) => other !== entry && !touch(other.at, entry.at),
      )
      const alone = this.#least({ at: entry.at, reading })
      const all = [alone, ...others.map(({ at, corr }) => this.#least({ at, reading: corr }))]
      const { corr } = error.error
      return error.places.some(
        (place) =>
          reads(this.#edited(place, [alone]), corr) ||
          reads(this.#edited(place, all), corr) ||
          this.#isPart(place, alone, corr),
      )
    })
  }

  /** Whether an edit does what the correction does where it touches the edit, and no more. */
  #isPart(place: Stretch, edit: Edit, corr: string): boolean {
    const own = editsTo(this.#text.slice(place.from, place.to), corr, place.from).filter(({ at }) =>
      touch(at, edit.at),
    )
    return own.length > 0 && this.#edited(place, own) === this.#edited(place, [edit])
  }

  /** The same edit without what it leaves as it is at its ends. */
  #least({ at, reading }: Edit): Edit {
    const text = this.#text.slice(at.from, at.to)
    const most = Math.min(text.length, reading.length)
    let before = 0
    while (before < most && text[before] === reading[before]) before++
    let after = 0
    while (after < most - before && text.at(-1 - after) === reading.at(-1 - after)) after++
    return {
      at: { from: at.from + before, to: at.to - after },
      reading: reading.slice(before, reading.length - after),
    }
  }

  /** A stretch of the text with edits made. */
  #edited(place: Stretch, edits: readonly Edit[]): string {
    let text = ''
    let { from } = place
    for (const { at, reading } of [...edits].sort((a, b) => a.at.from - b.at.from)) {
      text += this.#text.slice(from, Math.max(from, at.from)) + reading
      from = Math.max(from, at.to)
    }
    return text + this.#text.slice(from, Math.max(from, place.to))
  }
}

/** The least edits that make one text of another, which begins at `start`. */
function editsTo(text: string, wanted: string, start: number): readonly Edit[] {
  const edits: Edit[] = []
  let at = start
  let open: { from: number; to: number; reading: string } | undefined
  const close = (): void => {
    if (open) edits.push({ at: { from: open.from, to: open.to }, reading: open.reading })
    open = undefined
  }
  for (const { value, added, removed } of diffChars(text, wanted)) {
    if (!added && !removed) close()
    else open ??= { from: at, to: at, reading: '' }
    if (open && added) open.reading += value
    if (open && removed) open.to += value.length
    if (!added) at += value.length
  }
  close()
  return edits
}

/** Whether a stretch of raw text reads so, words that are divided at line ends in one piece. */
function reads(text: string, corr: string): boolean {
  const wanted = squeeze(corr)
  return ['', '-', '-\n'].some((hyphen) => squeeze(text.replaceAll(/-\n\s*/g, hyphen)) === wanted)
}
