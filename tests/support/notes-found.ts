import type { Marking } from '../../src/model/marking.ts'
import { note } from '../../src/passes/note/note.ts'
import { languageOf, markingsIn, viewOf } from './view-of.ts'

function pageAt(from: number): Marking {
  return {
    kind: 'marking',
    role: 'page',
    rule: 'test',
    from,
    to: from,
    number: '',
    printed: undefined,
    cert: 'high',
    evidence: [],
  }
}

/** What the note pass finds: notes as `siglum place first-last <- the text before its calls`, and the notices. Pages part at ␌. */
export function found(
  shown: string,
  code: 'ru' | 'en' = 'ru',
): { notes: string[]; notices: string[] } {
  const pages: Marking[] = [pageAt(0)]
  let text = ''
  for (const char of shown) {
    if (char === '␌') pages.push(pageAt(text.length))
    else text += char
  }
  const view = viewOf(text, pages, languageOf(code))
  const findings = note(view)
  const { lines } = view.witness
  const notes: string[] = []
  const markings = markingsIn(findings)
  for (const marking of markings) {
    if (marking.role !== 'note') continue
    const calls = markings.flatMap((call) =>
      call.role === 'call' && call.note === marking.from
        ? [text.slice(Math.max(0, call.from - 5), call.from).replace('\n', '/')]
        : [],
    )
    const range = marking.parts.map((p) => `${lines.at(p.from)}-${lines.at(p.to - 1)}`).join('+')
    notes.push(`${marking.siglum} ${marking.place} ${range} <- ${calls.join(', ') || 'none'}`)
  }
  return { notes, notices: findings.flatMap((f) => (f.kind === 'notice' ? [f.code] : [])) }
}
