import { describe, expect, it } from 'vitest'
import { markdownFile } from '../../../src/formats/markdown/markdown-file.ts'
import { markdownTree } from '../../../src/formats/markdown/markdown-tree.ts'
import type { Correction } from '../../../src/model/correction.ts'
import type { BlockNode, Edition } from '../../../src/model/edition.ts'
import { bare, parsed } from './parsed.ts'
import { corrected, correction, editionOf, hyphen, page, paragraph, text } from './small-edition.ts'

const RULE: Edition['rules'][number] = {
  id: 'word/mixed-script',
  layer: 'word',
  title: 'Mixed scripts',
  summary: '',
  languages: [],
  status: 'stable',
  proposes: 'emendation',
  unasked: true,
}

/** The lines of the apparatus. Checks that the file parses back. */
function apparatusOf(
  corrections: readonly Correction[],
  ...children: readonly BlockNode[]
): readonly string[] {
  const edition = editionOf(children, { corrections, rules: [RULE] })
  const file = [...markdownFile(edition)].join('')
  expect(bare(parsed(file))).toEqual(bare(markdownTree(edition)))
  return file
    .slice(file.indexOf('# Apparatus'))
    .split('\n')
    .filter((line) => line !== '')
}

describe('the apparatus', () => {
  it('gives page, line, the whole word as it is read and as it is printed, the reason and the state', () => {
    const entry = correction('c1', 'c', 'с')
    const word = corrected('снова', [text('cно'), hyphen('soft'), page('13'), text('ва')], entry)
    expect(apparatusOf([entry], paragraph('И ', word))).toEqual([
      '# Apparatus',
      '## Emendations',
      'Page, raw line, what the edition reads ] what is printed — why (rule, state).',
      '- 12, 351 снова ] cнова — homoglyph: A Latin c stands among Cyrillic letters. (Mixed scripts, applied)',
    ])
  })

  it('has one entry a word, with all its reasons', () => {
    const two = [
      correction('c1', 'c', 'с'),
      correction('c2', 'a', 'а', { state: 'accepted', by: 'K. H.', rules: [], evidence: [] }),
    ]
    const lines = apparatusOf(two, paragraph(corrected('снова', [text('cновa')], ...two)))
    expect(lines.slice(3)).toEqual([
      '- 12, 351 снова ] cновa — homoglyph: A Latin c stands among Cyrillic letters. (Mixed scripts, applied); homoglyph (accepted by K. H.)',
    ])
  })

  it('loses no entry where a correction runs over two words', () => {
    const [over, inside] = [correction('c1', 'a b', 'c d'), correction('c2', 'e', 'f')]
    const words = [corrected('c', [text('a')], over), corrected('df', [text('be')], over, inside)]
    const lines = apparatusOf([over, inside], paragraph(...words)).slice(3)
    expect(lines.map((line) => line.split(' — ')[0])).toEqual([
      '- 12, 351 c ] a',
      '- 12, 351 df ] be',
    ])
  })

  it('gives what was proposed, rejected or set aside behind what was emended, as conjectures', () => {
    const more: Partial<Correction> = { context: ['тот ', 'мъ же'], page: '[13]', evidence: ['E.'] }
    const entries = [
      correction('c1', 'o', 'о', { ...more, state: 'proposed' }),
      correction('c2', 'o', 'у', { ...more, state: 'rejected', by: 'K. H.', rules: ['x/y'] }),
      correction('c3', 'o', 'ё', { ...more, beatenBy: 'c1', page: '' }),
    ]
    expect(apparatusOf(entries).slice(1)).toEqual([
      '## Emendations',
      'None: every word stands as it is printed.',
      '## Conjectures',
      'Not in the text. Page, raw line, what the edition reads ] what might be read — why (rule, state).',
      '- \\[13], 351 oмъ ] омъ — homoglyph: E. (Mixed scripts, proposed)',
      '- \\[13], 351 oмъ ] умъ — homoglyph: E. (x/y, rejected by K. H.)',
      '- ?, 351 oмъ ] ёмъ — homoglyph: E. (Mixed scripts, applied, set aside)',
    ])
  })

  it('says so when nothing is read or printed in a place', () => {
    const [gone, come] = [correction('c1', 'и', ''), correction('c2', '', 'не', { page: '13' })]
    const words = [corrected('', [text('и')], gone), corrected('не', [], come)]
    expect(apparatusOf([gone, come], paragraph('а ', ...words)).slice(3)).toEqual([
      expect.stringMatching(/^- 12, 351 \(nothing\) \] и — /u),
      expect.stringMatching(/^- 13, 351 не \] \(nothing\) — /u),
    ])
  })

  it('gives an emendation whose word is not in the text', () => {
    const entry = correction('c1', 'c', 'с', { context: ['и ', 'нова'] })
    expect(apparatusOf([entry]).at(-1)).toMatch(/^- 12, 351 снова \] cнова — /u)
  })

  it('says that there is none for a book without entries', () => {
    expect(apparatusOf([])).toEqual([
      '# Apparatus',
      '## Emendations',
      'None: every word stands as it is printed.',
    ])
  })
})
