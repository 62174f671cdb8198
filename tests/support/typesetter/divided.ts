import type { SetCopy } from './copy-lines.ts'
import type { GoldRecord } from './gold.ts'

/** The words that read otherwise on both sides of a division than in one piece. */
export function divisionRecords({ copy, lines }: SetCopy): readonly GoldRecord[] {
  return lines.flatMap((line, i): GoldRecord[] => {
    const next = lines[i + 1]
    if (line.hyphen !== 'soft' || line.mark.length < 2 || !next) return []
    const head = /\p{L}*$/u.exec(copy.text.slice(0, line.to))?.[0] ?? ''
    const tail = /^\p{L}*/u.exec(copy.text.slice(next.from))?.[0] ?? ''
    const from = line.to - head.length
    const whole = copy.text.slice(from, next.from + tail.length)
    return [
      {
        kind: 'divided',
        line: line.raw,
        printed: `${head}${line.mark.slice(0, -1)}-${tail}`,
        whole,
      },
    ]
  })
}
