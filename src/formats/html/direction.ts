/** Languages whose scripts run from right to left, unless their tag names another script. */
const FROM_RIGHT = /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ks|ps|sd|syr|ug|ur|yi)(?:-|$)/iu
const SCRIPT = /-(?:([A-Z][a-z]{3}))(?:-|$)/u
const SCRIPTS_FROM_RIGHT: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo'])

/** In which direction a language is written, by its BCP 47 tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const script = SCRIPT.exec(language)?.[1]
  if (script !== undefined) return SCRIPTS_FROM_RIGHT.has(script) ? 'rtl' : 'ltr'
  return FROM_RIGHT.test(language) ? 'rtl' : 'ltr'
}
