import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Marking } from '../../../src/model/marking.ts'
import { lineEndHyphen } from '../../../src/passes/line/line-end-hyphen.ts'
import { languageOf, markingsIn, viewOf } from '../../support/view-of.ts'

const ENGLISH = [
  'ox',
  'screw',
  'today',
  'compositor',
  'wooden',
  'type',
  'page',
  'ink',
  'press',
  'case',
  'self',
]

const RUSSIAN = [
  'набор',
  'рабочему',
  'печатный',
  'рабочий',
  'художник',
  'крестьянский',
  'мастер',
  'литера',
]

const GERMAN = ['Setzer', 'Druckerei', 'Besitzer', 'Arbeit', 'Haus', 'Schule', 'Buch', 'deutsch']

const FRENCH = ['presse', 'insère', 'important', 'dit', 'il', 'main', 'plat']

const LEXICONS = { ru: RUSSIAN, en: ENGLISH, de: GERMAN, fr: FRENCH }

/** A marking of a test. */
function marked(role: 'forme-work' | 'call' | 'note', from: number, to: number): Marking {
  const made = { kind: 'marking', rule: 'test', cert: 'high', evidence: [], from, to } as const
  switch (role) {
    case 'forme-work':
      return { ...made, role, work: 'header', place: 'top' }
    case 'call':
      return { ...made, role, siglum: '1', note: undefined }
    case 'note':
      return {
        ...made,
        role,
        parts: [{ from, to }],
        label: { from, to: from },
        siglum: '1',
        place: 'foot',
      }
  }
}

/** The text and the markings of `…⟦role:content⟧…`. */
function notation(shown: string): { readonly text: string; readonly markings: readonly Marking[] } {
  const markings: Marking[] = []
  let text = ''
  for (const piece of shown.split(/(⟦[a-z-]+:[^⟧]*⟧)/u)) {
    const [, role, content = ''] = /^⟦([a-z-]+):([^⟧]*)⟧$/u.exec(piece) ?? []
    const known = (['forme-work', 'call', 'note'] as const).find((each) => each === role)
    if (known) markings.push(marked(known, text.length, text.length + content.length))
    text += known ? content : piece
  }
  return { text, markings }
}

/** What is said of each hyphen: `soft high`. Lines are parted by `/`. */
function verdicts(
  shown: string,
  code: keyof typeof LEXICONS = 'en',
  editorsWords: readonly string[] = [],
): readonly string[] {
  const { text, markings } = notation(shown.replaceAll('/', '\n'))
  const language = languageOf(code, LEXICONS[code])
  const view = { ...viewOf(text, markings, language), words: new Set(editorsWords) }
  return lineEndHyphen(view).flatMap((finding) => {
    if (finding.kind === 'notice') return [`${finding.code} ${finding.line}`]
    if (finding.kind !== 'marking' || finding.role !== 'hyphen') return ['something else']
    expect(finding.to - finding.from).toBe(1)
    expect(finding.evidence).toHaveLength(1)
    return [`${finding.value} ${finding.cert}`]
  })
}

describe('a hyphen at a line end of a German book', () => {
  const of = (shown: string) => verdicts(shown, 'de')

  it('is hard before a capital, whatever the book has in one word', () => {
    expect(of('Baden-/Württemberg und der cron-/Setzer')).toEqual(['hard high', 'hard high'])
    expect(of('Hausbesitzer, Haus-/Besitzer')).toEqual(['hard high'])
    expect(of('DRUCKE-/REI')).toEqual(['soft high'])
  })

  it('is soft in a compound of words that the lexicon has, with a link between them or a letter lost', () => {
    expect(of('der Druckerei-/besitzer')).toEqual(['soft high'])
    expect(of('das Arbeits-/haus und das Schul-/buch')).toEqual(['soft high', 'soft high'])
    expect(of('deutsch-/arbeit')).toEqual(['soft medium'])
  })

  it('is no hyphen of the word where a compound is coordinated', () => {
    expect(of('Setzer-/und Druckereibesitzer')).toEqual([])
    expect(of('Arbeits-/oder Schulhaus')).toEqual([])
  })
})

describe('a hyphen at a line end of a French book', () => {
  const of = (shown: string) => verdicts(shown, 'fr')

  it('is hard before what leans on the word', () => {
    expect(of("s'insère-/t-il, dit-/elle, dit-/il")).toEqual([
      'hard high',
      'hard high',
      'hard high',
    ])
    expect(of("peut-/être, c'est-à-/dire")).toEqual(['hard high', 'hard high'])
  })

  it('is soft in a word behind an elided one', () => {
    expect(of("l'impor-/tant")).toEqual(['soft high'])
  })
})

describe('a hyphen at a line end of a book in several languages', () => {
  it('is judged by the language that knows the word', () => {
    const text = 'слово compo-\nsitor и self-\nink и dit-\nil'
    const beside = [languageOf('en', ['compositor', ...ENGLISH]), languageOf('fr', ['dit', 'il'])]
    const language = { ...languageOf('ru', RUSSIAN), beside }
    const found = markingsIn(lineEndHyphen(viewOf(text, [], language)))
    expect(found.map((marking) => marking.role === 'hyphen' && marking.value)).toEqual([
      'soft',
      'hard',
      'hard',
    ])
  })
})

describe('a hyphen at a line end', () => {
  it('is soft in a word of the lexicon, and of the book', () => {
    expect(verdicts('the com-/positor came')).toEqual(['soft high'])
    expect(verdicts('the Quoins and quo-/ins')).toEqual(['soft high'])
    expect(verdicts('the quo-/ins')).toEqual(['soft medium'])
  })

  it('is soft in every shape that OCR leaves', () => {
    for (const glyph of '-¬=⸗‐‑\u00ad') {
      expect(verdicts(`the com${glyph}/positor came`), glyph).toEqual(['soft high'])
    }
  })

  it('is soft in capitals, and between members of a longer word', () => {
    expect(verdicts('COM-/POSITOR')).toEqual(['soft high'])
    expect(verdicts('рабоче-крес-/тьянский', 'ru')).toEqual(['soft high'])
  })

  it('is soft in a word of decomposed letters', () => {
    expect(verdicts('печат-/ный'.normalize('NFD'), 'ru')).toEqual(['soft high'])
  })

  it('is hard where the book has the hyphen elsewhere, even if the lexicon has the word', () => {
    expect(verdicts('to-day is to-day, and to-/day')).toEqual(['hard high'])
    expect(verdicts('today is to-day, and today to-/day')).toEqual([
      'ask low',
      'hyphen-undecided 1',
    ])
    expect(verdicts('today and today and today, or to-day, today to-/day')).toEqual(['soft high'])
  })

  it('is soft in a word of the lexicon that a stray hyphen parts once elsewhere', () => {
    expect(verdicts('a com-positor, a com-/positor')).toEqual(['soft high'])
  })

  it('goes by other forms of the word', () => {
    expect(verdicts('trade-unionist of trade-/unionists')).toEqual(['hard high'])
    expect(verdicts('bookselling of books-/ellings')).toEqual(['soft high'])
  })

  it('goes by the habit of the book with a prefix', () => {
    const shown = 'non-type, non-page, non-/case'
    expect(verdicts(shown)).toEqual(['hard medium'])
    expect(verdicts(`nontype, nonpage, ${shown}`)).not.toEqual(['hard medium'])
  })

  it('is hard between scripts, and before a letter with a number behind it', () => {
    expect(verdicts('литера-/type', 'ru')).toEqual(['hard medium'])
    expect(verdicts('the ink-/i386')).toEqual(['hard medium'])
    expect(verdicts('the com-/positor12')).toEqual(['soft high'])
    expect(verdicts('the foo-/2.0 and foo-/90k')).toEqual(['hard medium', 'hard medium'])
  })

  it('is hard before a capital, but not in a word of capitals', () => {
    expect(verdicts('the Anglo-/Norman')).toEqual(['hard high'])
    expect(verdicts('Smith-/Jones')).toEqual(['hard high'])
    expect(verdicts('XVIII-/XIX')).toEqual(['hard high'])
    expect(verdicts('SMITH-/SONS')).toEqual(['soft medium'])
    expect(verdicts('the wood-/En')).toEqual(['soft medium'])
  })

  it('is soft before a rest that was read in capitals, and is no word', () => {
    expect(verdicts('the com-/POSITOR')).toEqual(['soft medium'])
    expect(verdicts('the self-/INK')).toEqual(['hard high'])
  })

  it('is hard in ranges, numbers, initials and abbreviations', () => {
    expect(verdicts('of 1887-/1889 and 20-/ies')).toEqual(['hard high', 'hard high'])
    expect(verdicts('М.-/Л., т.-/е.', 'ru')).toEqual(['hard high', 'hard high'])
  })

  it('is hard after what can be no syllable', () => {
    expect(verdicts('a T-/bone')).toEqual(['hard medium'])
    expect(verdicts('г-/жа', 'ru')).toEqual(['hard medium'])
    expect(verdicts('TUC-/led')).toEqual(['hard medium'])
  })

  it('is hard beside members that keep it, soft after those that never have one', () => {
    expect(verdicts('self-/evident, un-/sorted')).toEqual(['hard high', 'soft medium'])
    expect(verdicts('художник-/то по-/рабочему кое-/мастер', 'ru')).toEqual([
      'hard high',
      'hard high',
      'hard high',
    ])
  })

  it('is hard between two adjectives with a linking vowel', () => {
    expect(verdicts('рабоче-/крестьянский', 'ru')).toEqual(['hard high'])
    expect(verdicts('рабоче-/печатно-крестьянский', 'ru')).toEqual(['hard high'])
  })

  it('is hard between two words, asked about between two short ones, soft in a name', () => {
    expect(verdicts('мастер-/художник', 'ru')).toEqual(['hard medium'])
    expect(verdicts('the type-/case')).toEqual(['hard medium'])
    expect(verdicts('the ink-/page')).toEqual(['hard medium'])
    expect(verdicts('the ox-/ink')).toEqual(['ask low', 'hyphen-undecided 1'])
    expect(verdicts('the Ox-/ink')).toEqual(['soft medium'])
    expect(verdicts('the Ink-/page')).toEqual(['ask low', 'hyphen-undecided 1'])
    expect(verdicts('the boat’s-/crew')).toEqual(['soft medium'])
    expect(verdicts('type-in-/case')).toEqual(['ask low', 'hyphen-undecided 1'])
  })

  it('is hard in a chain of words', () => {
    expect(verdicts('ink-/page-press')).toEqual(['hard medium'])
    expect(verdicts('the arbeit-haus-/besitzer here', 'de')).toEqual(['hard medium'])
    expect(verdicts('das Arbeit-Haus-/besitzer', 'de')).toEqual(['soft high'])
  })

  it('is asked about where nothing is known of a chain, or of a word in another script', () => {
    const asked = ['ask low', 'hyphen-undecided 1']
    expect(verdicts('page-zorb-/quux')).toEqual(asked)
    expect(verdicts('слово zorb-/quux', 'ru')).toEqual(asked)
    expect(verdicts('zorb-/quux')).toEqual(['soft medium'])
  })

  it('is asked about between a member that may be joined and a word, when nothing is known of the two', () => {
    expect(verdicts('the un-/ink')).toEqual(['ask low', 'hyphen-undecided 1'])
    expect(verdicts('the un-/zorb')).toEqual(['soft medium'])
  })

  describe('where a text has one glyph for the printer and one for the author', () => {
    const printers = (glyph: string) => `com${glyph}/positor `.repeat(30)
    const authors = 'self-/evident '.repeat(12)
    const ofLast = (text: string) => verdicts(text).at(-1)

    it('goes by the glyph', () => {
      expect(ofLast(`${printers('\u00ad')}${authors}com-/positor`)).toBe('hard medium')
      expect(ofLast(`${printers('\u00ad')}${authors}self\u00ad/evident`)).toBe('soft medium')
      expect(ofLast(`${printers('¬')}${authors}zorb-/quux`)).toBe('hard medium')
    })

    it('does not where the author has too few, or the printer uses both', () => {
      expect(ofLast(`${printers('¬')}self-/evident zorb-/quux`)).toBe('soft medium')
      expect(ofLast(`${printers('¬')}${authors}${printers('-')}zorb-/quux`)).toBe('soft medium')
    })

    it('goes by the editor all the same', () => {
      const text = `${printers('¬')}${authors}com-/positor`
      expect(verdicts(text, 'en', ['compositor']).at(-1)).toBe('soft high')
    })
  })

  it('is soft where another line end breaks the word at another place', () => {
    expect(verdicts('Eragny-/press here, Erag-/nypress there')).toEqual(['soft high', 'soft high'])
  })

  it('goes by what the editor says', () => {
    expect(verdicts('to-/day com-/positor', 'en', ['to-day', 'compositor'])).toEqual([
      'hard high',
      'soft high',
    ])
  })

  it('is no hyphen after a blank, after a comma, or doubled', () => {
    expect(verdicts('the ink -/and type,-/then--/more')).toEqual([])
  })

  it('is no hyphen of the word where it is suspended', () => {
    expect(verdicts('self-/and type')).toEqual([])
  })

  it('is asked about where the other half is missing', () => {
    expect(verdicts('the com-')).toEqual(['ask low', 'hyphen-undecided 1'])
    expect(verdicts('the com-//17 lines')).toEqual(['ask low', 'hyphen-undecided 1'])
    expect(verdicts('the com-/. . .')).toEqual(['ask low', 'hyphen-undecided 1'])
  })

  it('is hard before a quotation mark where the half is a member or a word', () => {
    expect(verdicts('по-/«рабочему»', 'ru')).toEqual(['hard high'])
    expect(verdicts('type-/“case”')).toEqual(['hard medium'])
  })

  it('is hard in an address or another name of machines, unless the book has it elsewhere', () => {
    expect(verdicts('write to ink@press-/type.example')).toEqual(['hard medium'])
    expect(verdicts('set it with --no-/ink or in /etc/press-/type/')).toEqual([
      'hard medium',
      'hard medium',
    ])
    expect(verdicts('write to ink@com-/positor.example')).toEqual(['soft medium'])
    expect(verdicts('press-type, ink@press-/type.example')).toEqual(['hard medium'])
  })

  it('finds the other half over forme work and notes, and in the note its own', () => {
    const shown = 'the com-/⟦note:1 a woo-/den type/⟧⟦forme-work:THE PRESS/⟧/positor came'
    expect(verdicts(shown)).toEqual(['soft high', 'soft high'])
    expect(verdicts('the com-/⟦note:1 a type/⟧')).toEqual(['ask low', 'hyphen-undecided 1'])
  })

  it('leaves a call out of the word', () => {
    expect(verdicts('the com-/positor⟦call:l⟧ came')).toEqual(['soft high'])
    expect(verdicts('the com-/positor1 came')).toEqual(['soft high'])
  })

  it('reads over brackets that an editor put into a word', () => {
    expect(verdicts('the com[po-/s]itor, com-/[positor], [com]-/positor')).toEqual([
      'soft high',
      'soft high',
      'soft high',
    ])
  })
})

describe('a dash at a line end', () => {
  it('is a hyphen where it parts one word, and in a range', () => {
    expect(verdicts('the com–/positor of 1887–/1889')).toEqual(['soft high', 'hard high'])
  })

  it('is none between two words', () => {
    expect(verdicts('the ink—/and type')).toEqual([])
  })

  it('keeps to its word where the book sets dashes without blanks', () => {
    expect(verdicts('ink—type—case—/and type')).toEqual(['hard high'])
  })
})

describe('the pass', () => {
  it('marks every hyphen that parts two letters at a line end once, and nothing else', () => {
    const seed = 20_260_103
    let hyphens = 0
    const word = fc.stringMatching(/^[a-zа-я]{1,7}(-[a-zа-я]{2,5})?$/u)
    const end = fc.constantFrom('-', '¬', '‐', '\u00ad', '', ',', ' -', '. ')
    const line = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 4 }), end })
    fc.assert(
      fc.property(fc.array(line, { minLength: 2 }), (lines) => {
        const text = lines.map(({ words, end }) => words.join(' ') + end).join('\n')
        const suspended = new Set(languageOf('en').hyphens.suspendedBefore)
        const expected: number[] = []
        let at = 0
        for (const [index, { words, end }] of lines.entries()) {
          at += words.join(' ').length + end.length
          const next = lines[index + 1]?.words[0]
          const glyph = /^[-¬‐\u00ad]$/u.test(end)
          if (glyph && !(next !== undefined && suspended.has(next))) expected.push(at - 1)
          at++
        }
        const view = viewOf(text, [], languageOf('en', ['ink', 'type']))
        const found = markingsIn(lineEndHyphen(view)).map(({ from }) => from)
        expect(found).toEqual(expected)
        hyphens += found.length
      }),
      { seed, numRuns: 300 },
    )
    console.log(`seed ${seed}: ${hyphens} hyphens`)
    expect(hyphens).toBeGreaterThan(500)
  })

  it('says the same of the same view', () => {
    const view = viewOf('a com-/positor, an ink-/page'.replaceAll('/', '\n'), [], languageOf('en'))
    expect(lineEndHyphen(view)).toEqual(lineEndHyphen(view))
  })
})
