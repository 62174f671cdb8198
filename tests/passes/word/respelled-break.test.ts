import { describe, expect, it } from 'vitest'
import type { Marking } from '../../../src/model/marking.ts'
import { respelledBreak } from '../../../src/passes/word/respelled-break.ts'
import { languageOf, viewOf } from '../../support/view-of.ts'

const GERMAN = ['Zucker', 'Druckerei', 'Sakko', 'Bruch', 'Stück', 'Ecke', 'Schifffahrt', 'Kai']

/** What is read in a text whose hyphens at line ends are all soft; `/` parts its lines. */
function edits(shown: string, code: 'de' | 'en' = 'de'): readonly string[] {
  const text = shown.replaceAll('/', '\n')
  const hyphens = [...text.matchAll(/-\n/gu)].map(({ index }): Marking => {
    const span = { from: index, to: index + 1 }
    const made = { kind: 'marking', rule: 'test', cert: 'high', evidence: [], ...span } as const
    return { ...made, role: 'hyphen', value: 'soft' }
  })
  return respelledBreak(viewOf(text, hyphens, languageOf(code, GERMAN))).map((finding) => {
    if (finding.kind !== 'edit') return 'something else'
    return `${finding.error}: ${finding.evidence.join(' ')} → ${finding.corr}`
  })
}

describe('a word that is spelled otherwise at a break', () => {
  it('gets its ck back where that is a word', () => {
    expect(edits('vom Zuk-/ker nahm')).toEqual([
      'hyphenation: «Zucker» is a word of the language, «Zukker» is none → ck',
    ])
    expect(edits('die Bruchstük-/ke')).toEqual([])
    expect(edits('die Bruchek-/ke')).toEqual([
      'hyphenation: «Bruchecke» is a word of the language, «Bruchekke» is none → ck',
    ])
  })

  it('keeps two of the letter where that is a word, or nothing is', () => {
    expect(edits('ein Sak-/ko')).toEqual([])
    expect(edits('der Bok-/ko')).toEqual([])
  })

  it('loses the third letter where the book does without it', () => {
    expect(edits('die Schiff-/fahrt')).toEqual([])
    expect(edits('Schiffahrt, Schiff-/fahrt')).toEqual([
      'hyphenation: The book has «Schiffahrt» elsewhere → ff',
    ])
  })

  it('is found at line ends only, and in languages that spell so', () => {
    expect(edits('vom Zukker nahm')).toEqual([])
    expect(edits('vom Zuk-/ker nahm', 'en')).toEqual([])
  })
})
