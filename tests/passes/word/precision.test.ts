import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import policy from '../../../rules/policy.json' with { type: 'json' }
import type { Pass } from '../../../src/model/rule.ts'
import { digitInWord } from '../../../src/passes/word/digit-in-word.ts'
import { homoglyph } from '../../../src/passes/word/homoglyph.ts'
import { lexiconPath, loadLexicon } from '../../../src/store/lexicon.ts'
import {
  digit as digitNoise,
  homoglyph as homoglyphNoise,
  plant,
  type Spoil,
} from '../../support/noise.ts'
import { mulberry32 } from '../../support/random.ts'
import { COMPLETE_SAMPLES, setSample } from '../../support/samples.ts'
import { languageOf, viewOf } from '../../support/view-of.ts'

const SEED = 20261122
const RULES: readonly (readonly [keyof typeof policy.rules, Pass, Spoil])[] = [
  ['word/homoglyph', homoglyph, homoglyphNoise],
  ['word/digit-in-word', digitInWord, digitNoise],
]

function languageWithLexicon(code: 'ru' | 'en') {
  return { ...languageOf(code), lexicon: loadLexicon(lexiconPath(code)) }
}

/** What the rule does unasked to the clean texts of the samples with known errors planted in them. */
function measure(pass: Pass, spoil: Spoil): { applied: number; right: number; planted: number } {
  const random = mulberry32(SEED)
  const sum = { applied: 0, right: 0, planted: 0 }
  for (const sample of COMPLETE_SAMPLES) {
    const code = sample.language === 'ru' ? 'ru' : 'en'
    const noisy = plant(setSample(sample).right, 8, spoil, random)
    const edits = pass(viewOf(noisy.text, [], languageWithLexicon(code)))
    const view = viewOf(noisy.text, [], languageOf(code))
    const wanted = new Map(noisy.planted.map((error) => [error.wrong, error.right]))
    sum.planted += noisy.planted.length
    for (const edit of edits) {
      if (edit.kind !== 'edit' || edit.cert !== 'high') continue
      sum.applied++
      const printed = view.reading.text.slice(edit.from, edit.to)
      // The noise model knows no apostrophes in words.
      const expected = printed.replace(/[\p{L}\p{N}]+/gu, (part) => wanted.get(part) ?? part)
      if (expected === edit.corr) sum.right++
    }
  }
  return sum
}

describe.skipIf(!existsSync(lexiconPath('ru')))('rules that are applied unasked', () => {
  it.each(RULES)('%s is as precise as the policy says', (id, pass, spoil) => {
    const { applied, right, planted } = measure(pass, spoil)
    console.log(`${id}: ${right} of ${applied} applied are right, ${planted} planted`)
    const claimed = policy.rules[id]
    expect(applied).toBeGreaterThanOrEqual(policy.bar.cases)
    expect(claimed.cases).toBe(applied)
    expect(claimed.precision).toBeLessThanOrEqual(right / applied)
    expect(right / applied).toBeGreaterThanOrEqual(policy.bar.precision)
    // A rule that finds nothing is precise, too.
    expect(right).toBeGreaterThan(planted * 0.6)
  })

  it.each(RULES)('%s changes nothing in clean text', (_, pass) => {
    for (const sample of COMPLETE_SAMPLES) {
      const code = sample.language === 'ru' ? 'ru' : 'en'
      const edits = pass(viewOf(setSample(sample).right, [], languageWithLexicon(code)))
      expect(edits.filter((edit) => edit.kind === 'edit' && edit.cert === 'high')).toEqual([])
    }
  })

  it.each(RULES)('%s changes nothing in the clean words of a whole book', (_, pass) => {
    const shared = `${process.env.EMEND_SHARED ?? '../shared'}/raw/000_7f3fb5cfc14f1a27.txt`
    if (!existsSync(shared)) {
      console.log(`skipped: ${shared} is not there`)
      return
    }
    const clean = readFileSync(shared, 'utf8').replace(/\S*(?:\p{L}\d|\d\p{L}|[A-Za-z]|Х)\S*/gu, '')
    const edits = pass(viewOf(clean, [], languageWithLexicon('ru')))
    expect(edits).toEqual([])
  })
})
