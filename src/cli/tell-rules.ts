import type { RuleFigure } from '../evaluate/score-rules.ts'
import { percent, type Share, showShare } from '../evaluate/share.ts'
import { wilson } from '../model/wilson.ts'
import { counted } from './counted.ts'
import type { EvaluatedBook } from './evaluated-book.ts'
import { styled } from './screen.ts'
import type { World } from './world.ts'

/** Prints how well each rule does, and the entries of it that touch no known error. */
export function tellRules(
  { slug, truth, text }: EvaluatedBook,
  rules: readonly RuleFigure[],
  firstReadings: Share,
  { out }: World,
): void {
  out.line([styled('strong', slug), ': ', counted(rules.length, 'rule'), ' against ', truth])
  out.line(
    [
      'of the errors that an entry points at, the right reading first: ',
      withInterval(firstReadings),
    ],
    2,
    4,
  )
  for (const { rule, applied, proposed, sure, first, among, recall, strays } of rules) {
    out.line(styled('strong', rule), 2)
    out.line(['applied, and an error is known:   ', withInterval(applied)], 4)
    out.line(['proposed, and an error is known:  ', withInterval(proposed)], 4)
    out.line(['sure of it, and right:           ', withInterval(sure)], 4)
    out.line(['right reading first:              ', withInterval(first)], 4)
    out.line(['right reading among them:         ', withInterval(among)], 4)
    const classes = Object.entries(recall).map(([name, share]) => `${name} ${showShare(share)}`)
    if (classes.length > 0) out.line(['of the errors of a class: ', classes.join(', ')], 4, 6)
    for (const { line, truth: sic, edition: corr, text: state } of strays) {
      const place = styled('faint', `${text}:${line}: `)
      out.line([place, `${state}, no error is known: `, `${sic} → ${corr}`], 4, 6)
    }
  }
}

function withInterval(share: Share): string {
  const interval = wilson(share)
  if (!interval) return 'none'
  const [from, to] = [percent(interval.from), percent(interval.to)]
  return `${showShare(share)}  ${from.slice(0, -1)}–${to}`
}
