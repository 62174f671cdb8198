import { describe, expect, it } from 'vitest'
import { workshop } from '../../../src/cli/our-workshop.ts'
import type { Edit } from '../../../src/model/emendation.ts'
import { inOrthography } from '../../../src/model/orthography.ts'
import { olderForms } from '../../../src/passes/word/older-form.ts'
import { olderSpelling } from '../../../src/passes/word/older-spelling.ts'
import { wordIndex } from '../../../src/passes/word/word-index.ts'
import { benchWith } from '../../cli/bench.ts'
import { languageOf, viewOf } from '../../support/view-of.ts'

const RUSSIAN = languageOf('ru', ['дело', 'лист', 'мир', 'старого', 'наборщик'])
const TEXT = 'Дѣло стараго наборщикъ, дѣло и мир'

describe('older spelling', () => {
  it('is a variant of a word that is known today', () => {
    const older = olderForms(RUSSIAN)
    expect(older('дѣло')).toEqual(['дело'])
    expect(older('стараго')).toEqual(['старого'])
    expect(older('мир')).toEqual([])
    expect(older('дѣлл')).toEqual([])
  })

  it('is known to the rules of words, in a book of any time', () => {
    for (const language of [
      RUSSIAN,
      inOrthography(RUSSIAN, RUSSIAN.orthographies?.[0] ?? none()),
    ]) {
      const index = wordIndex(viewOf('дѣло и дѣлл, стараго', [], language))
      const strange = index.spelled.filter((_, form) => index.isStrange(form))
      expect(strange).toEqual(['и', 'дѣлл'])
    }
  })

  it('may be an error where it stands by itself, unless the book is of its time', () => {
    const text = 'и стараго и'
    expect(olderSpelling(viewOf(text, [], RUSSIAN))).toEqual([])
    const [orthography = none()] = RUSSIAN.orthographies ?? []
    expect(olderSpelling(viewOf(text, [], inOrthography(RUSSIAN, orthography)))).toHaveLength(1)
  })

  it('is counted, and left as it is', () => {
    const [notice, ...rest] = olderSpelling(viewOf(TEXT, [], RUSSIAN))
    expect(rest).toEqual([])
    expect(notice).toMatchObject({ kind: 'notice', code: 'older-orthography', count: 4 })
    expect(notice).toHaveProperty('message', expect.stringContaining('«дѣло», «стараго»'))
    expect(olderSpelling(viewOf('мир дело', [], RUSSIAN))).toEqual([])
  })

  it('is read in the spelling of today where the book asks for it', () => {
    const view = viewOf(TEXT, [], { ...RUSSIAN, normalize: true })
    const edits = olderSpelling(view).filter((one): one is Edit => one.kind === 'edit')
    expect(edits.map(({ corr, cert }) => `${corr} ${cert}`)).toEqual([
      'Дело high',
      'старого high',
      'наборщик high',
      'дело high',
    ])
  })

  it('stands in the TEI beside what is printed, and in the summary', async () => {
    const yaml = 'title: A\nlanguage: ru\n'
    const files = { 'raw/a/a.txt': 'Старое дѣло было въ типографіи.\n', 'raw/a/book.yaml': yaml }
    const bench = benchWith(files, { workshop })
    const plain = await bench.emend('build')
    expect(plain.out).toContain('3 words in an older spelling, which is no error')
    expect(plain.out).toContain('no corrections applied, 0 proposed')
    expect(bench.read('edition/a/a.xml')).not.toContain('<reg')
    bench.write('raw/a/book.yaml', `${yaml}normalize: yes\n`)
    expect((await bench.emend('build')).code).toBe(0)
    expect(bench.read('edition/a/a.xml')).toMatch(
      /<choice xml:id="[^"]+"><reg type="orthography"[^>]*>дело<\/reg><orig>дѣло<\/orig><\/choice>/u,
    )
    bench.write('raw/a/book.yaml', `${yaml}normalize: perhaps\n`)
    const refused = await bench.emend('build')
    expect(refused.code).toBe(3)
    expect(refused.err).toContain('book.yaml:3')
  })
})

function none(): never {
  throw new Error('Expected an older orthography of Russian')
}
