import type { Region, SignName } from './align.ts'
import type { Findings } from './findings.ts'
import type { Passage } from './passage.ts'

/** A stretch of emphasised characters. */
interface Run {
  readonly from: number
  readonly to: number
}

/**
 * What was done to the emphasis, where nothing but emphasis differs; false where something else does.
 */
export function emphasisChanges(
  { base, edited }: Region,
  [ours, theirs]: readonly [SignName, SignName],
  to: Findings,
): boolean {
  const isSame =
    base.length === edited.length &&
    base.every((mine, i) => {
      const other = edited[i]
      return other !== undefined && nameOf(mine, ours) === nameOf(other, theirs)
    })
  if (!isSame) return false
  base.forEach((passage, i) => {
    const origin = edited[i]
    if (!origin) return
    const [had, wanted] = [runsOf(passage), runsOf(origin)]
    const key = ({ from, to: end }: Run): string => `${from}-${end}`
    const [known, kept] = [new Set(had.map(key)), new Set(wanted.map(key))]
    for (const run of had) {
      if (!kept.has(key(run))) to.change({ kind: 'emphasis', passage, ...run, isOn: false, origin })
    }
    for (const run of wanted) {
      if (!known.has(key(run))) to.change({ kind: 'emphasis', passage, ...run, isOn: true, origin })
    }
  })
  return true
}

function nameOf({ kind, frame, text, signs }: Passage, name: SignName): string {
  return [kind, frame, text, ...[...signs].map(([at, sign]) => `${at} ${name(sign)}`)].join('\n')
}

/** The emphasised stretches; a sign within one does not end it. */
function runsOf({ emphasised, signs }: Passage): readonly Run[] {
  const runs: Run[] = []
  let open: { from: number; to: number } | undefined
  emphasised.forEach((isOn, at) => {
    if (signs.has(at)) return
    if (!isOn) open = undefined
    else if (open) open.to = at + 1
    else {
      open = { from: at, to: at + 1 }
      runs.push(open)
    }
  })
  return runs
}
