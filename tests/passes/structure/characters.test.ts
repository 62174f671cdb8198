import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workshop } from '../../../src/cli/our-workshop.ts'
import type { Edit } from '../../../src/model/emendation.ts'
import type { Pass } from '../../../src/model/rule.ts'
import { invisibleCharacter } from '../../../src/passes/structure/invisible-character.ts'
import { ligature } from '../../../src/passes/structure/ligature.ts'
import { privateUse } from '../../../src/passes/structure/private-use.ts'
import { benchWith } from '../../cli/bench.ts'
import { languageOf, viewOf } from '../../support/view-of.ts'

/** What a pass reads in a text: `before[printed→read]after cert`. */
function readings(pass: Pass, text: string, words: readonly string[] = []): readonly string[] {
  const view = viewOf(text, [], languageOf('en', words))
  const shown = view.reading.text
  return pass(view)
    .filter((one): one is Edit => one.kind === 'edit')
    .map(({ from, to, corr, cert }) => {
      const printed = [...shown.slice(from, to)].map((one) => one.charCodeAt(0).toString(16))
      return `${shown.slice(Math.max(0, from - 2), from)}[${printed.join(' ')}→${corr}] ${cert}`
    })
}

describe('ligatures', () => {
  it('are read as their letters', () => {
    expect(readings(ligature, 'a ﬁne oﬃce, eﬅ')).toEqual([
      'a [fb01→fi] high',
      ' o[fb03→ffi] high',
      ' e[fb05→ſt] high',
    ])
  })
})

describe('characters that nobody sees', () => {
  it('are taken away between letters and marks', () => {
    expect(readings(invisibleCharacter, 'pr\u00adess a\u200b \ufeff«b\u2060\u200b»')).toEqual(
      ['pr[ad→] high', ' a[200b→] high', ' \u200b [feff→] high', '«b[2060 200b→] high'].map(
        (told) => told.replace(' \u200b ', '\u200b '),
      ),
    )
  })

  it('are a blank or a hyphen where the words say so', () => {
    const words = ['old', 'press', 'well-known']
    expect(readings(invisibleCharacter, 'old\u200bpress well\u00adknown', words)).toEqual([
      'ld[200b→ ] medium',
      'll[ad→-] medium',
    ])
  })

  it('stay beside letters of scripts that need them', () => {
    const persian = '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'
    const family = '\u{1f468}\u200d\u{1f469}'
    const hindi = '\u0915\u094d\u200d\u0937'
    expect(readings(invisibleCharacter, `${persian} ${family} ${hindi} a`)).toEqual([])
  })

  it('leaves a soft hyphen at the end of a line to another rule', () => {
    expect(readings(invisibleCharacter, 'the pr\u00ad\ness of pr\u00adess')).toEqual([
      'pr[ad→] high',
    ])
  })
})

describe('characters of private use', () => {
  const TEXT = 'In \uf731\uf738\uf732\uf733 the \ue123 and \ue123 press.'

  it('are read where many fonts have them alike, and told of', () => {
    expect(readings(privateUse, TEXT)).toHaveLength(4)
    const told = privateUse(viewOf(`one\n${TEXT}`)).filter(({ kind }) => kind === 'notice')
    expect(told).toHaveLength(5)
    expect(told.at(-1)).toMatchObject({ code: 'private-use', line: 2 })
    expect(told.at(-1)).toHaveProperty('message', expect.stringContaining('U+E123, 2 times'))
  })

  it('stand in the TEI as elements that are declared, and come back', async () => {
    const raw = `${TEXT}\nThe ﬁrst of\u200bﬁce.\n`
    const files = { 'raw/a/a.txt': raw, 'raw/a/book.yaml': 'title: A\nlanguage: en\n' }
    const bench = benchWith(files, { workshop })
    expect((await bench.emend('build')).code).toBe(0)
    const tei = bench.read('edition/a/a.xml')
    expect(tei).toContain('<char xml:id="xE123"><desc>U+E123, of private use</desc></char>')
    expect(tei.match(/the <g ref="#xE123"\/> and/gu)).toHaveLength(1)
    expect(tei).toMatch(/<reg type="ligature"[^>]*>first<\/reg>/u)
    const checked = await bench.emend('check')
    expect(checked.out + checked.err).not.toMatch(/Unexpected (?:element|attribute|text)/u)
    expect((await bench.emend('restore', 'a', '--output', join(bench.root, 'back.txt'))).code).toBe(
      0,
    )
    expect(bench.read('back.txt')).toBe(raw)
  })
})
