import { describe, expect, it } from 'vitest'
import german from '../../rules/languages/de.json' with { type: 'json' }
import english from '../../rules/languages/en.json' with { type: 'json' }
import spanish from '../../rules/languages/es.json' with { type: 'json' }
import french from '../../rules/languages/fr.json' with { type: 'json' }
import italian from '../../rules/languages/it.json' with { type: 'json' }
import latin from '../../rules/languages/la.json' with { type: 'json' }
import polish from '../../rules/languages/pl.json' with { type: 'json' }
import russian from '../../rules/languages/ru.json' with { type: 'json' }
import { parseLanguageData } from '../../src/store/language-data.ts'
import { inputErrorOf } from '../support/failing.ts'

const PATH = 'rules/languages/xx.json'

/** Every list of words in some data. */
function wordLists(data: unknown): readonly string[][] {
  if (Array.isArray(data)) {
    return data.every((word) => typeof word === 'string') ? [data] : data.flatMap(wordLists)
  }
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(wordLists) : []
}

describe.each([
  ['English', english],
  ['Russian', russian],
  ['German', german],
  ['French', french],
  ['Italian', italian],
  ['Spanish', spanish],
  ['Polish', polish],
  ['Latin', latin],
])('what is known of %s', (name, data) => {
  it('is as it must be', () => {
    const parsed = parseLanguageData(data, PATH)
    expect(parsed.name).toBe(name)
    expect(parsed.headings.notes.length).toBeGreaterThan(3)
    expect(parsed.letters.months.length).toBeGreaterThan(11)
    expect(parsed.abbreviations.length).toBeGreaterThan(50)
  })

  it('is in small letters, composed, and says nothing twice', () => {
    for (const words of wordLists(data)) {
      expect(words).toEqual(words.map((word) => word.toLowerCase().normalize('NFC').trim()))
      expect(new Set(words).size).toBe(words.length)
    }
  })

  it('does not say of one member that it is joined and that it is not', () => {
    const { prefixes, firstMembers, joinedMembers } = parseLanguageData(data, PATH).hyphens
    expect(joinedMembers.filter((member) => prefixes.includes(member))).toEqual([])
    expect(joinedMembers.filter((member) => firstMembers.includes(member))).toEqual([])
  })
})

describe('language data', () => {
  it('is refused with the key that is wrong', async () => {
    const broken = { ...english, hyphens: { ...english.hyphens, suffixes: ['like', 7] } }
    const error = await inputErrorOf(() => parseLanguageData(broken, PATH))
    expect(error.message).toContain(PATH)
    expect(error.message).toContain('hyphens.suffixes.1')
  })

  it('is refused when a key is missing, or is none that is known', async () => {
    const { editors: _, ...without } = english
    expect((await inputErrorOf(() => parseLanguageData(without, PATH))).message).toContain(
      'editors',
    )
    const more = { ...english, vowel: 'a' }
    expect((await inputErrorOf(() => parseLanguageData(more, PATH))).message).toContain('vowel')
    expect((await inputErrorOf(() => parseLanguageData([], PATH))).message).toContain('the file')
  })
})
