import type { PlacedDecision } from '../model/decision.ts'
import { orphanOf } from '../review/book-state.ts'
import { counted } from './counted.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { printableJson } from './printable.ts'
import { styled } from './screen.ts'
import type { World } from './world.ts'

/** Lists the decisions whose place is gone, and what can be done. Ends with 1 when there are any. */
export function tellOrphans(
  slug: string,
  orphans: readonly PlacedDecision[],
  { json }: { readonly json?: boolean },
  { out }: World,
): ExitCode {
  const code = orphans.length === 0 ? EXIT.done : EXIT.findings
  if (json) {
    out.raw(`${printableJson({ book: slug, orphans })}\n`)
    return code
  }
  const count = counted(orphans.length, 'decision')
  out.line([styled('strong', slug), `: ${count} without a place`])
  for (const orphan of orphans.map(orphanOf)) {
    const { id, by, act, what, line, prefix, exact, suffix } = orphan
    out.line([styled('strong', id), `  ${by}: ${act} ${what}, once on line ${line}:`], 2, 4)
    out.line([`…${prefix}`, styled('warn', `[${exact}]`), `${suffix}…`], 4, 4)
  }
  if (orphans.length > 0) {
    out.line(
      `\`emend decide ${slug} put-back ID --line N --text WORDS\` gives one its place,`,
      2,
      4,
    )
    out.line(`\`emend decide ${slug} give-up ID\` takes it off the list`, 2, 4)
  }
  return code
}
