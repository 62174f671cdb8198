import { describe, expect, test } from 'vitest'
import { HONEST, paragraph, truth } from './small-truth.ts'
import { breaksOf } from './typesetter/hyphenation.ts'
import { typeset } from './typesetter/typeset.ts'

/** A word with its breaks shown. */
function divided(language: string, word: string, old = false): string {
  let shown = ''
  let at = 0
  for (const { to, next, tail } of breaksOf(language, old)(word)) {
    shown += `${word.slice(at, to)}${tail}-`
    at = next
  }
  return shown + word.slice(at)
}

describe('words are divided', () => {
  test.each([
    ['de', 'Buchstabe', 'Buch-sta-be'],
    ['de', 'Zucker', 'Zu-cker'],
    ['fr', 'composition', 'com-po-si-tion'],
    ['it', 'carattere', 'ca-rat-te-re'],
    ['es', 'imprenta', 'im-pren-ta'],
    ['pl', 'drukarnia', 'dru-kar-nia'],
    ['la', 'compositor', 'com-po-si-tor'],
    ['ru', 'перечитывали', 'пе-ре-чи-ты-ва-ли'],
    ['de-AT', 'Wagen', 'Wa-gen'],
  ])('in %s: %s', (language, word, expected) => {
    expect(divided(language, word)).toBe(expected)
  })

  test.each([
    ['Zucker', 'Zuk-ker'],
    ['Schiffahrt', 'Schiff-fahrt'],
    ['Bettuch', 'Bett-tuch'],
    ['Druckerei', 'Druk-ke-rei'],
  ])('as before 1996: %s', (word, expected) => {
    expect(divided('de', word, true)).toBe(expected)
  })

  test('but not where no pattern is known', () => {
    expect(() => breaksOf('xx')).toThrow('Unexpected language xx')
  })
})

test('A line shows its glyph, and an old division what the word truly is.', () => {
  const book = truth([paragraph('alles Zucker')], [], 'de')
  const narrow = { ...HONEST, measure: 11, paragraph: { indent: 0, parted: false } }
  const set = typeset(book, { ...narrow, hyphens: { glyph: '⸗', old: true } })
  expect(set.raw).toMatch(/\n\nalles Zuk⸗\nker\n/u)
  expect(set.gold).toContainEqual({ kind: 'hyphen', line: 3, hyphen: 'soft' })
  expect(set.gold).toContainEqual({ kind: 'divided', line: 3, printed: 'Zuk-ker', whole: 'Zucker' })
  expect(set.right).toBe('alles Zucker')
})

test('Addresses are not divided.', () => {
  const book = truth([paragraph('Write to printers@compositors.example now.')])
  const set = typeset(book, { ...HONEST, measure: 30, slack: 0 })
  expect(set.raw).toContain('printers@compositors.example')
})
