import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Memory } from '../src/apparatus/memory.ts'
import { correctionTarget, markingTarget } from '../src/apparatus/quote.ts'
import { workshop } from '../src/cli/our-workshop.ts'
import type { BookInput } from '../src/model/book-input.ts'
import type { Decision, PlaceDecision, Target } from '../src/model/decision.ts'
import type { Edition } from '../src/model/edition.ts'
import { editBook } from '../src/pipeline.ts'
import { restoreRaw } from '../src/witness/restore-witness.ts'
import { COMPLETE_SAMPLES, ROOT, sampleFiles } from './support/samples.ts'

const SEED = 20261123

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

/** The files of an edition, to be compared. */
function filesOf(input: BookInput, memory?: Memory): ReadonlyMap<string, string> {
  const { files } = editBook(input, memory)
  return new Map([...files].map(([name, chunks]) => [name, [...chunks].join('')]))
}

const acts = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  about: fc.constantFrom(
    'correction',
    'correction',
    'correction',
    'hyphen',
    'page',
    'heading',
    'paragraph',
    'word',
    'rule',
  ),
  act: fc.constantFrom<PlaceDecision['act']>('accept', 'reject', 'amend', 'clear'),
  corr: fc.constantFrom('x', 'слово', ''),
})

type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never

/** A decision about one of the entries or markings, a word of an entry, or one of the rules. */
function decisionOf(edition: Edition, act: Act, at: string): Decision | undefined {
  const { corrections, rules } = edition
  const event = { at, by: 'Anna' }
  if (act.about === 'word') {
    const strange = corrections.filter(({ sic }) => /^\p{L}+$/u.test(sic))
    const word = strange[Math.floor(act.place * strange.length)]?.sic.toLowerCase()
    return word === undefined
      ? undefined
      : { ...event, act: 'accept', target: { kind: 'word', id: `word:${word}`, word } }
  }
  if (act.about === 'rule') {
    const rule = rules[Math.floor(act.place * rules.length)]?.id
    return rule === undefined
      ? undefined
      : { ...event, act: 'reject', target: { kind: 'rule', id: `rule:${rule}`, rule } }
  }
  const target = targetOf(edition, act)
  return target && { ...event, act: act.act, target }
}

/** What a marking of a role is overruled with. */
const VALUES: Readonly<Record<string, string>> = {
  hyphen: 'hard',
  page: '77',
  heading: '2',
  paragraph: '',
}

/** What an act is about, among all that the edition has; undefined where it has none of the kind. */
function targetOf({ witness, corrections, markings }: Edition, act: Act): Target | undefined {
  if (act.about === 'correction') {
    const entry = corrections[Math.floor(act.place * corrections.length)]
    return entry && correctionTarget(witness, entry, act.act === 'amend' ? act.corr : undefined)
  }
  const own = markings.filter(({ role }) => role === act.about)
  const marking = own[Math.floor(act.place * own.length)]
  const value = VALUES[act.about]
  return marking && markingTarget(witness, marking, value ?? '')
}

/** What an edition has where something was decided. */
function saidOf({ witness, corrections, markings }: Edition, { target }: Decision): unknown {
  if (target.kind === 'correction') {
    const entry = corrections.find(({ id }) => id === target.id)
    return entry && [entry.sic, entry.corr, entry.state]
  }
  if (target.kind === 'rule') return corrections.filter(({ rules }) => rules.join() === target.rule)
  if (target.kind !== 'marking') return undefined
  const [part] = target.parts
  const from = part && witness.lines.from(part.line) + part.from
  return markings.filter((one) => one.role === target.role && one.from === from)
}

/** The entries about a word of which something was decided. */
function idsOf({ corrections }: Edition, { target }: Decision): readonly string[] {
  const own = target.kind === 'word' ? target.word : undefined
  return corrections.filter(({ sic }) => sic.toLowerCase() === own).map(({ id }) => id)
}

function restored(files: ReadonlyMap<string, string>): Uint8Array {
  return restoreRaw(files.get('book.source.xml') ?? '', 'book.source.xml')
}

describe('a book that is kept open', async () => {
  const books = await Promise.all(
    COMPLETE_SAMPLES.map((sample) => inputOf(ROOT + sampleFiles(sample).raw, sample.language)),
  )

  it.each(books)('is after each decision as if it were built anew: $raw.name', (input) => {
    const changed = new Map<string, number>()
    const behind = new Map<string, number>()
    const property = fc.property(fc.array(acts, { minLength: 1, maxLength: 6 }), (list) => {
      const memory = new Memory()
      let { edition } = editBook(input, memory)
      let before = filesOf(input, memory)
      const decisions: Decision[] = []
      for (const [nth, act] of list.entries()) {
        const decision = decisionOf(edition, act, `2026-01-0${nth + 1}`)
        if (!decision) continue
        decisions.push(decision)
        const decided = { ...input, decisions: [...decisions] }
        const hurried = memory.hurried()
        const soon = filesOf(decided, hurried)
        const quick = editBook(decided, hurried).edition
        edition = editBook(decided, memory).edition
        const now = filesOf(decided, memory)
        expect(now).toEqual(filesOf(decided))
        if (hurried.isBehind) {
          expect(saidOf(quick, decision)).toEqual(saidOf(edition, decision))
          // Of a word that is right no more is said than the rules will say when they are asked.
          expect(idsOf(edition, decision)).toEqual(
            expect.arrayContaining([...idsOf(quick, decision)]),
          )
          expect(restored(soon)).toEqual(input.raw.bytes)
          behind.set(act.about, (behind.get(act.about) ?? 0) + 1)
        } else expect(soon).toEqual(now)
        if (now.get('book.xml') !== before.get('book.xml')) {
          changed.set(act.about, (changed.get(act.about) ?? 0) + 1)
        }
        before = now
      }
    })
    fc.assert(property, { numRuns: 20, seed: SEED })
    console.log('decisions that changed the text:', Object.fromEntries(changed))
    console.log('carried out before the rules were asked:', Object.fromEntries(behind))
    for (const role of ['hyphen', 'page', 'heading', 'word', 'rule']) {
      expect(behind.get(role), role).toBeGreaterThan(0)
    }
    expect(changed.get('correction')).toBeGreaterThan(3)
    expect(changed.get('hyphen')).toBeGreaterThan(0)
    expect(changed.get('word')).toBeGreaterThan(0)
    expect(changed.get('rule')).toBeGreaterThan(0)
    expect([...changed.values()].reduce((a, b) => a + b)).toBeGreaterThan(10)
  })
})
