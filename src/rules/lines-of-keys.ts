/** A key that an object has twice, of which a parser keeps the last in silence. */
export interface TwiceKey {
  readonly key: string
  readonly line: number
}

/** Where the keys of a JSON text stand. */
export interface LinesOfKeys {
  /** The line of each key, by its path: `readings.en.tbe`. */
  readonly lines: Readonly<Record<string, number>>
  readonly twice: TwiceKey | undefined
}

/** Finds the keys of a JSON text that is valid and begins at `line`. O(n). */
export function linesOfKeys(json: string, line: number): LinesOfKeys {
  const lines = new Map<string, number>()
  const path: string[] = []
  let twice: TwiceKey | undefined
  let at = line
  for (const [token, key] of json.matchAll(
    /("(?:[^"\\]|\\.)*")(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}\n]/gu,
  )) {
    if (token === '\n') at++
    else if (token === '{') path.push('')
    else if (token === '}') path.pop()
    else if (key !== undefined) {
      path[path.length - 1] = String(JSON.parse(key))
      const whole = path.join('.')
      if (lines.has(whole)) twice ??= { key: whole, line: at }
      else lines.set(whole, at)
    }
  }
  return { lines: Object.fromEntries(lines), twice }
}
