import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { workshop } from '../../src/cli/our-workshop.ts'
import type { Edit } from '../../src/model/emendation.ts'
import type { Language } from '../../src/model/language.ts'
import { inOrthography } from '../../src/model/orthography.ts'
import type { ReadingTables } from '../../src/model/reading-table.ts'
import type { Pass } from '../../src/model/rule.ts'
import { rulesFor } from '../../src/rules/compile-rules.ts'
import { readRule } from '../../src/rules/read-rule.ts'
import type { Declaration } from '../../src/rules/rule-file.ts'
import { loadLanguage } from '../../src/store/language-file.ts'
import * as noise from '../support/noise.ts'
import { mulberry32 } from '../support/random.ts'
import { viewOf } from '../support/view-of.ts'
import { proseOf } from './clean-text.ts'
import { CORPORA } from './corpora.ts'

// `npm run measure -- calibrate`: plants known errors of each kind into texts of others, and counts what
// each rule makes of them. `--write` puts the figures into rules/policy.json.

const SEED = 20261123
const POLICY = 'rules/policy.json'
const WORDS = /(?<![\p{L}\p{N}-])\p{Ll}{8,}(?![\p{L}\p{N}-])/gu
const NAMES = /(?<=[.!?] )\p{Lu}\p{Ll}{4,}(?![\p{L}\p{N}-])/gu

interface Plan {
  readonly pattern: RegExp
  /** One in so many is spoilt. */
  readonly every: number
  readonly spoil: noise.Spoil
  /** The same where it depends on the language. */
  readonly spoilOf?: (language: Language) => noise.Spoil
  /** Whether the text is taken for one in an older orthography. */
  readonly ofTime?: true
  /** How often, each time elsewhere; once where it is left out. */
  readonly rounds?: number
}

/** What is read for what is printed, as a rule that is a table says. */
function readingsOf(id: string): ReadingTables {
  const declaration = declarationOf(id)
  return 'readings' in declaration ? declaration.readings : {}
}

function declarationOf(id: string): Declaration {
  const path = `rules/${id}.md`
  return readRule(readFileSync(path, 'utf8'), path).declaration
}

const wornWord = noise.misreadWhole(readingsOf('word/worn-word'))
const wornLetters = noise.misread(readingsOf('word/worn-letters'))

const PLANS: Readonly<Record<string, Plan>> = {
  'word/misspelling': { pattern: WORDS, every: 60, spoil: noise.letter },
  'word/capital-inside': { pattern: NAMES, every: 30, spoil: noise.firstTwice },
  'word/misread-letters': {
    pattern: WORDS,
    every: 60,
    spoil: noise.misread(readingsOf('word/misread-letters')),
  },
  'word/misread-word': {
    pattern: /(?<![\p{L}\p{N}-])\p{Ll}{1,8}(?![\p{L}\p{N}-])/gu,
    every: 30,
    spoil: noise.misreadWhole(readingsOf('word/misread-word')),
  },
  // So many that the text is one that was misread badly.
  'word/worn-letters': {
    pattern: WORDS,
    every: 20,
    spoil: wornLetters,
  },
  'word/worn-word': {
    pattern: /(?<![\p{L}\p{N}-])\p{Ll}+(?![\p{L}\p{N}-])/gu,
    every: 10,
    spoil: inWornText,
  },
  'word/figure-for-pronoun': {
    pattern: /(?<=[ “"(])I(?= \p{Ll}+[ ,.])/gu,
    every: 2,
    spoil: (_, random) => '1|l'.charAt(Math.floor(random() * 3)),
    rounds: 8,
  },
  'structure/ligature': { pattern: noise.CAST, every: 100, spoil: noise.inOne },
  'structure/invisible-character': { pattern: WORDS, every: 100, spoil: noise.unseen },
  'word/older-spelling': {
    pattern: WORDS,
    every: 60,
    spoil: () => undefined,
    spoilOf: ({ orthographies = [] }) => noise.older(orthographies),
    ofTime: true,
  },
  'mark/hyphen-for-dash': { pattern: noise.DASHES, every: 10, spoil: noise.hyphen },
  'mark/doubled-mark': { pattern: noise.MARKS, every: 100, spoil: noise.doubled },
  'mark/quotation-pair': { pattern: noise.QUOTATIONS, every: 16, spoil: noise.otherMember },
  'mark/stop-and-quotation': {
    pattern: noise.STOPS,
    every: 60,
    spoil: noise.otherSide,
    rounds: 12,
  },
  'mark/stop-before-source': {
    pattern: /(?<=[»”“"]) (?=[([]\p{L}[^()[\]]{2,80}[)\]])/gu,
    every: 40,
    spoil: () => '. ',
  },
  // Few at a time: what the book has elsewhere is what these two go by.
  'mark/space-missing': { pattern: noise.BLANKS, every: 500, spoil: () => '', rounds: 6 },
  'mark/space-superfluous': { pattern: noise.NO_BLANKS, every: 500, spoil: () => ' ', rounds: 6 },
  'mark/one-sided-space': { pattern: / [–—] /gu, every: 6, spoil: (dash) => dash.slice(0, 2) },
  'mark/cedilla-for-comma': { pattern: noise.COMMAS, every: 100, spoil: () => '¸' },
  'mark/citation-stop': { pattern: noise.CITATIONS, every: 8, spoil: noise.lessBetween },
}

/** Misreads a short word, and now and then a long one, so that the text is one that was misread badly. */
function inWornText(word: string, random: () => number): string | undefined {
  return (
    wornWord(word, random) ??
    (word.length > 8 && random() < 0.2 ? wornLetters(word, random) : undefined)
  )
}

/** What a rule did unasked where errors were planted. */
interface Count {
  right: number
  wrong: number
  planted: number
  readonly misses: string[]
}

/** The edits of a pass, and those that it is sure of. */
function sureEdits(pass: Pass, text: string, language: Language) {
  const view = viewOf(text, [], language)
  const all = pass(view).filter((one): one is Edit => one.kind === 'edit')
  return { all, edits: all.filter(({ cert }) => cert === 'high'), reading: view.reading.text }
}

function measure(
  id: string,
  plan: Plan,
  pass: Pass,
  text: string,
  today: Language,
  round: number,
): Count {
  const random = mulberry32(SEED + round)
  const [old] = today.orthographies ?? []
  const language = plan.ofTime && old ? inOrthography(today, old) : today
  const spoil = plan.spoilOf?.(language) ?? plan.spoil
  const count: Count = { right: 0, wrong: 0, planted: 0, misses: [] }
  // One line a paragraph, so that the reading text is the text.
  const clean = text.replaceAll(/\n+/gu, '\n\n')
  const before = sureEdits(pass, clean, language)
  const own = new Set(before.edits.map(({ from, corr }) => `${from} ${corr}`))
  const disputed = new Set(before.all.map(({ from }) => from))
  const noisy = noise.plantWhere(before.reading, plan.pattern, plan.every, spoil, random)
  const { edits, reading } = sureEdits(pass, noisy.text.replaceAll('\n', '\n\n'), language)
  const offset = reading.startsWith(noisy.text.slice(0, 200)) ? 0 : Number.NaN
  if (Number.isNaN(offset)) throw new Error(`${id}: the reading text is not the text`)
  let next = 0
  let shift = 0
  count.planted = noisy.planted.length
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    for (let one = noisy.planted[next]; one && one.to < edit.from; one = noisy.planted[next]) {
      shift += one.wrong.length - one.right.length
      next++
    }
    const error = noisy.planted[next]
    // Where the text as it was is in question, nobody knows what is right.
    if (error && disputed.has(error.from - shift)) continue
    const touches = error !== undefined && error.from <= edit.to && edit.from <= error.to
    if (!touches) {
      // What it does to the text that nobody spoilt is measured apart.
      if (own.has(`${edit.from - shift} ${edit.corr}`)) continue
      count.wrong++
      count.misses.push(`${id}\t${keyOf(edit, reading)}`)
      continue
    }
    const from = Math.min(edit.from, error.from)
    const to = Math.max(edit.to, error.to)
    const made = reading.slice(from, edit.from) + edit.corr + reading.slice(edit.to, to)
    const due = reading.slice(from, error.from) + error.right + reading.slice(error.to, to)
    if (made === due) count.right++
    else {
      count.wrong++
      count.misses.push(`${id}\t${due}\t${keyOf(edit, reading)}`)
    }
  }
  return count
}

function keyOf({ from, to, corr }: Edit, text: string): string {
  return `${text.slice(Math.max(0, from - 12), from)}[${text.slice(from, to)} → ${corr}]${text.slice(to, to + 12)}`
}

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    rules: { type: 'string' },
    languages: { type: 'string', default: 'ru,de,fr,en' },
    out: { type: 'string', default: join(tmpdir(), 'emend-calibrate.txt') },
    write: { type: 'boolean', default: false },
  },
})
const asked = values.rules?.split(',') ?? Object.keys(PLANS)
const sums = new Map<string, Count>()
for (const code of values.languages.split(',')) {
  const language = { ...(await loadLanguage('.', code)), normalize: true }
  const { rules } = await workshop.rules('.')
  const passes = new Map(rulesFor(rules, code, new Set()).map(({ id, pass }) => [id, pass]))
  for (const corpus of CORPORA.filter((one) => one.language === code)) {
    const text = proseOf(corpus)
    for (const id of asked) {
      const [plan, pass] = [PLANS[id], passes.get(id)]
      if (!plan || !pass) throw new Error(`Unexpected rule ${id}, expected ${Object.keys(PLANS)}`)
      for (let round = 0; round < (plan.rounds ?? 1); round++) {
        const one = measure(id, plan, pass, text, language, round)
        const told = `${one.right} right, ${one.wrong} wrong of ${one.planted} planted`
        console.log(`${corpus.slug} ${id}: ${told}`)
        const sum = sums.get(id) ?? { right: 0, wrong: 0, planted: 0, misses: [] }
        sum.right += one.right
        sum.wrong += one.wrong
        sum.planted += one.planted
        sum.misses.push(...one.misses.map((miss) => `${corpus.slug}\t${miss}`))
        sums.set(id, sum)
      }
    }
  }
}
writeFileSync(values.out, [...sums.values()].flatMap(({ misses }) => misses).join('\n'))
for (const [id, { right, wrong, planted }] of sums) {
  console.log(`${id}: ${right} of ${right + wrong} right, ${planted} planted`)
}
if (values.write) {
  const policy = JSON.parse(readFileSync(POLICY, 'utf8'))
  for (const [id, { right, wrong, planted }] of sums) {
    policy.rules[id] = {
      ...policy.rules[id],
      precision: Math.floor((right / (right + wrong)) * 1e5) / 1e5,
      cases: right + wrong,
      recall: Math.floor((right / planted) * 1e3) / 1e3,
      source: `noise model over ${CORPORA.filter(({ language }) => values.languages.includes(language)).length} texts in ${values.languages}, seed ${SEED}`,
    }
  }
  writeFileSync(POLICY, `${JSON.stringify(policy, undefined, 2)}\n`)
}
