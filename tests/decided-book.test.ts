import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Memory } from '../src/apparatus/memory.ts'
import { workshop } from '../src/cli/our-workshop.ts'
import type { BookInput } from '../src/model/book-input.ts'
import { isInForce } from '../src/model/correction.ts'
import { type Decision, isAboutPage, isAboutPlace, isRemark } from '../src/model/decision.ts'
import type { Edition } from '../src/model/edition.ts'
import type { Edit } from '../src/model/emendation.ts'
import type { Rule } from '../src/model/rule.ts'
import { editBook } from '../src/pipeline.ts'
import { drawnActs, logOf, somewhere, spansOf } from './support/random-decisions.ts'
import { ROOT, SAMPLES, sampleFiles } from './support/samples.ts'

const SEED = Number(process.env.EMEND_SEED ?? 20261123)

/** How many books are decided about; `EMEND_RUNS` asks for more. */
const RUNS = Number(process.env.EMEND_RUNS ?? 10)

/** A book with every phenomenon, and a small one. */
const BOOKS: readonly string[] = ['the-printers-craft', 'la-coquille']

/** How far from any decision the text is edited, in lines. */
const ELSEWHERE = 4

async function inputOf(path: string, code: string): Promise<BookInput> {
  const { rules } = await workshop.rules(ROOT)
  const book = { slug: 'book', title: 'Book', authors: [], editors: [], language: code }
  return {
    book: { ...book, source: {}, words: [], rulesOff: [] },
    raw: { name: path, bytes: readFileSync(path), encoding: 'utf-8' },
    language: await workshop.language(ROOT, code),
    rules,
    decisions: [],
    version: '0',
    bundle: false,
  }
}

function filesOf(input: BookInput, memory: Memory): Readonly<Record<string, string>> {
  const { files } = editBook(input, memory)
  return Object.fromEntries([...files].map(([name, chunks]) => [name, [...chunks].join('')]))
}

/** How the rules change after the decisions. */
const RULE_CHANGES = ['same', 'renamed', 'backwards', 'gone', 'rivals'] as const

/** How the text changes, far from all decisions: where in the book, and how. */
const edits = fc.array(
  fc.record({
    place: somewhere,
    how: fc.constantFrom('insert', 'drop a word', 'change a letter', 'delete'),
  }),
  { maxLength: 6 },
)

type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never

/** The text edited elsewhere, and where a place of the old one has gone. */
function edited(
  text: string,
  decided: ReadonlySet<number>,
  list: Edits,
): { readonly text: string; placeOf(offset: number): number; readonly edits: number } {
  const lines = text.split('\n')
  const far = lines.flatMap((line, i) => {
    const isFar = !Array.from({ length: 2 * ELSEWHERE + 1 }, (_, k) => i + 1 - ELSEWHERE + k).some(
      (near) => decided.has(near),
    )
    return isFar && /\p{L}{4} \p{L}{4}/u.test(line) ? [i] : []
  })
  const after = new Map<number, string>()
  for (const { place, how } of list) {
    const i = far[Math.floor(place * far.length)]
    const line = i === undefined ? undefined : lines[i]
    if (i === undefined || line === undefined || after.has(i)) continue
    if (how === 'insert') after.set(i, `${line}\n${line.split(' ').reverse().join(' ').trim()}`)
    else if (how === 'drop a word') after.set(i, line.replace(/\p{L}{4} (?=\p{L}{4})/u, ''))
    else if (how === 'change a letter') after.set(i, line.replace(/\p{L}(?=\p{L}{3} )/u, 'Z'))
    else after.set(i, '')
  }
  const starts: { readonly old: number; readonly now: number }[] = []
  let old = 0
  let now = 0
  const made = lines.map((line, i) => {
    starts.push({ old, now })
    const next = after.get(i) ?? line
    old += line.length + 1
    now += next.length + 1
    return next
  })
  return {
    text: made.join('\n'),
    edits: after.size,
    placeOf(offset) {
      const start = starts.findLast((each) => each.old <= offset)
      return start ? start.now + offset - start.old : offset
    },
  }
}

/** Other rules than those under which the decisions were made. */
function rulesAfter(
  rules: readonly Rule[],
  how: (typeof RULE_CHANGES)[number],
  log: readonly Decision[],
): readonly Rule[] {
  const isWord = ({ layer }: Rule): boolean => layer === 'word' || layer === 'mark'
  switch (how) {
    case 'same':
      return rules
    case 'renamed':
      return rules.map((rule) => (isWord(rule) ? renamed(rule) : rule))
    case 'backwards':
      return [...rules].reverse()
    case 'gone':
      return rules.filter((rule) => !isWord(rule))
    case 'rivals':
      return [...rules, rival(rules, log)]
  }
}

function renamed(rule: Rule): Rule {
  const id = `${rule.id}-2`
  return {
    ...rule,
    id,
    pass: (view) =>
      rule.pass(view).map((finding) => ('rule' in finding ? { ...finding, rule: id } : finding)),
  }
}

/** A new rule that is sure to know better wherever somebody has decided. */
function rival(rules: readonly Rule[], log: readonly Decision[]): Rule {
  const id = 'word/rival'
  const words = log.filter(isAboutPlace).flatMap(({ target }) =>
    target.kind === 'correction'
      ? target.parts.map(({ prefix, exact, suffix }) => {
          const before = /[\p{L}\p{N}]*$/u.exec(prefix)?.[0] ?? ''
          return before + exact + (/^[\p{L}\p{N}]*/u.exec(suffix)?.[0] ?? '')
        })
      : [],
  )
  const known = new Set(words)
  const [first] = rules
  if (!first) throw new Error('Expected rules')
  return {
    ...first,
    id,
    layer: 'word',
    proposes: 'emendation',
    unasked: true,
    pass: ({ reading: { text } }) =>
      [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: word }): readonly Edit[] => {
        if (!known.has(word)) return []
        const corr = `${word.slice(0, -1)}Q${word.slice(-1)}`
        const span = { from: index, to: index + word.length }
        const said = { error: 'letter', cert: 'high', evidence: ['It knows better.'] } as const
        return [{ kind: 'edit', rule: id, ...said, ...span, corr, candidates: [corr] }]
      }),
  }
}

/** What the edition reads from `from` to `to`, corrections in force taken for what is printed, and what they put in at its ends. */
function readingOf({ witness, corrections }: Edition, from: number, to: number): string {
  const parts = corrections
    .filter(isInForce)
    .flatMap((entry) => entry.parts)
    .filter((part) => {
      const isWithin = from <= part.from && part.to <= to
      return isWithin || (part.from < to && from < part.to)
    })
    .sort((a, b) => a.from - b.from)
  let text = ''
  let at = from
  for (const part of parts) {
    text += witness.text.slice(at, part.from) + part.corr
    at = part.to
  }
  return text + witness.text.slice(at, to)
}

/** What is wrong with what became of a decision, or undefined; `placeOf` tells where it belongs. */
function wrongWith(
  decision: Decision,
  first: Edition,
  now: Edition,
  placeOf: (offset: number) => number,
): string | undefined {
  if (now.orphans.some((orphan) => orphan === decision)) return 'orphan'
  const spans = spansOf(decision, first).map(({ from, to }) => {
    return { from: placeOf(from), to: placeOf(from) + to - from }
  })
  const [span] = spans
  const { target, act, by } = decision
  if (!span) {
    const isOff = (rule: string): boolean =>
      now.corrections.every((entry) => entry.by !== undefined || !entry.rules.includes(rule))
    return target.kind === 'rule' && !isOff(target.rule) ? 'the rule runs' : undefined
  }
  if (isAboutPage(decision)) {
    const isThere = now.pageReviews.some(
      ({ from, state }) => from === span.from && state === decision.target.value,
    )
    return isThere ? undefined : 'the state of the page is gone'
  }
  if (isRemark(decision)) {
    // Where no rule proposes the entry any more, there is nothing that could bear the note.
    const entry = now.corrections.find(({ id }) => id === target.id)
    const isNoted = entry?.notes.some((note) => note.by === by && note.text === decision.note)
    return isNoted === false ? 'the note is gone' : undefined
  }
  if (target.kind === 'correction') {
    const sic = spans.map(({ from, to }) => now.witness.text.slice(from, to))
    const read = spans.map(({ from, to }) => readingOf(now, from, to))
    const corr = target.parts.map((part) => part.corr)
    if (act === 'reject') {
      return read.join('|') === corr.join('|') ? `reads ${read} that was rejected` : undefined
    }
    // Insertions have no characters of the witness; they are looked up by their place.
    if (sic.every((printed) => printed !== '') && read.join('|') !== corr.join('|')) {
      return `reads ${read}, not ${corr}`
    }
    const inForce = now.corrections.filter(
      (entry) =>
        isInForce(entry) &&
        entry.parts.some((part) => spans.some((own) => part.from <= own.to && own.from <= part.to)),
    )
    const own = inForce.filter((entry) => entry.by === by && entry.state !== 'applied')
    return own.length === 1 && inForce.length === 1 ? undefined : `${inForce.length} entries`
  }
  if (target.kind !== 'marking') return undefined
  const there = now.markings.filter(({ role, from }) => role === target.role && from === span.from)
  if (act === 'reject') return there.length === 0 ? undefined : `${target.role} is still there`
  if (there.length === 1 && there[0]?.rule === 'decision') return undefined
  return `${there.length} times ${target.role}, by ${there[0]?.rule}`
}

function undoing(log: readonly Decision[], times: number): readonly Decision[] {
  const acts = new Map(log.map(({ by, batch = '' }) => [`${by} ${batch}`, { by, batch }]))
  return [...acts.values()].map(({ by, batch }, i) => {
    const at = `2026-03-0${times + 2}T10:00:${String(i).padStart(2, '0')}Z`
    return { at, by, act: 'undo', target: { kind: 'batch', id: batch }, batch: `undo ${batch}` }
  })
}

describe('a book about which people have decided', async () => {
  const books = await Promise.all(
    SAMPLES.filter(({ slug }) => BOOKS.includes(slug)).map((sample) =>
      inputOf(ROOT + sampleFiles(sample).raw, sample.language),
    ),
  )

  it.each(books)(
    'loses no decision to other rules and edits elsewhere, and is as before when all is undone: $raw.name',
    (input) => {
      const memory = new Memory()
      const { edition: first } = editBook(input, memory)
      const before = filesOf(input, memory)
      const text = Buffer.from(input.raw.bytes).toString('utf8')
      const seen = new Map<string, number>()
      const count = (what: string, by = 1): void => void seen.set(what, (seen.get(what) ?? 0) + by)
      fc.assert(
        fc.property(drawnActs, edits, fc.constantFrom(...RULE_CHANGES), (drawn, list, how) => {
          const log = logOf(drawn, first)
          const near = new Set(
            log.flatMap((decision) =>
              spansOf(decision, first).flatMap(({ from, to }) => [
                first.witness.lines.at(from),
                first.witness.lines.at(to),
              ]),
            ),
          )
          const after = edited(text, near, list)
          const raw = { ...input.raw, bytes: Buffer.from(after.text) }
          const rules = rulesAfter(input.rules, how, log)
          const changed = { ...input, raw, rules, decisions: log }
          const now = editBook(changed, new Memory()).edition
          const { orphans } = editBook({ ...input, decisions: log }, memory).edition
          for (const decision of log) {
            // That a note begins in the middle of a paragraph cannot be, whoever decides it.
            if (isAboutPlace(decision) && orphans.includes(decision)) {
              count('impossible')
              continue
            }
            const wrong = wrongWith(decision, first, now, after.placeOf)
            const what = `${decision.act} ${decision.target.kind} of “${JSON.stringify(decision.target)}”, rules ${how}`
            expect(wrong, what).toBeUndefined()
            count(`${decision.act} ${decision.target.kind}`)
          }
          count(`rules ${how}`)
          count('edits', after.edits)
          const decided = filesOf({ ...input, decisions: log }, memory)
          if (decided['book.xml'] !== before['book.xml']) count('changed books')
          const undone = [...log, ...undoing(log, 0)]
          expect(filesOf({ ...input, decisions: undone }, memory)).toEqual(before)
          const again = [...undone, ...undoing(undoing(log, 0), 1)]
          expect(filesOf({ ...input, decisions: again }, memory)).toEqual(decided)
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      )
      console.log('decided', input.raw.name, SEED, Object.fromEntries(seen))
      expect(seen.get('changed books')).toBeGreaterThan(RUNS * 0.8)
      expect(seen.get('edits')).toBeGreaterThan(RUNS)
      for (const act of ['accept correction', 'reject correction', 'amend correction']) {
        expect(seen.get(act), act).toBeGreaterThan(RUNS / 5)
      }
      expect(seen.get('reject marking')).toBeGreaterThan(RUNS / 2)
    },
    600_000,
  )
})
