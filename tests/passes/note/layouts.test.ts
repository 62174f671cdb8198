import { describe, expect, it } from 'vitest'
import { lettersIn } from '../../../src/passes/note/glued-letter.ts'
import { found } from '../../support/notes-found.ts'

/** Pages part at ␌; the notes are shown as `siglum place lines <- the text before its calls`. */
describe('notes in every layout', () => {
  it('finds symbols in their order without a rule', () => {
    const text =
      'The forme* is locked in the chase by quoins,†\nand the stone lies level below it.\n\n* Pages of type.\n† Wedges.\n'
    expect(found(text, 'en').notes).toEqual(['* foot 4-4 <- forme', '† foot 5-5 <- oins,'])
  })

  it('finds rows of stars', () => {
    const text =
      'The forme* is locked in the chase by quoins,**\nand the stone lies level below it.\n\n* Pages of type.\n** Wedges.\n'
    expect(found(text, 'en').notes).toEqual(['* foot 4-4 <- forme', '** foot 5-5 <- oins,'])
  })

  it.each([
    ['1.', '1'],
    ['1)', '1'],
    ['[1]', '[1]'],
    ['¹', '¹'],
  ])('finds a note labelled %s below a rule', (label, call) => {
    const text = `The type is cast in lead${call} and goes to the case at once.\n________\n${label} With antimony.\n`
    expect(found(text, 'en').notes).toEqual([expect.stringContaining('foot 3-3 <-  lead')])
  })

  it('links a call that a blank tore off', () => {
    const text =
      'The type is cast in lead. 1 It goes to the case at once,\nand stays there for 2 years.\n________\n1 With antimony.\n'
    expect(found(text, 'en')).toEqual({ notes: ['1 foot 4-4 <- ead. '], notices: [] })
  })

  it('links a call that stands alone on the line above its own', () => {
    const text =
      'The type is cast in metal, and the caster shakes the mould\n                 1\nwhile it is hot, so that\nthe face comes out sharp.\n________\n1 By hand.\n'
    expect(found(text, 'en').notes).toEqual(['1 foot 6-6 <-      '])
  })

  it('takes a label that stands alone on its line for that of the lines below', () => {
    const text =
      'The type is cast in lead1 and it\ngoes to the case.\n\n\n  1\n     It is done by hand, and\nslowly.\n'
    expect(found(text, 'en').notes).toEqual(['1 foot 5-7 <-  lead'])
  })

  it('tells short notes that share a line', () => {
    const text = 'The type1 is cast and the page2 is made up.\n________\n1 Of lead.   2 See p. 5.\n'
    expect(found(text, 'en').notes).toEqual(['1 foot 3-3 <-  type', '2 foot 3-3 <-  page'])
  })

  it('carries a note over the page under the rule, before the notes of that page', () => {
    const text =
      'The type1 is cast by hand at\n________\n1 A caster makes some four\n␌the foundry and not the office.2 So\n________\nthousand a day.\n2 Mostly.\n'
    expect(found(text, 'en').notes).toEqual(['1 foot 3-3+6-6 <-  type', '2 foot 7-7 <- fice.'])
  })

  it('restarts on every page, and runs on through a book', () => {
    const restarting =
      'The type1 is cast.\n________\n1 Of lead.\n␌The page1 is made up.\n________\n1 By hand.\n'
    expect(found(restarting, 'en').notes).toEqual(['1 foot 3-3 <-  type', '1 foot 6-6 <-  page'])
    const running = restarting.replace('page1', 'page2').replace('1 By', '2 By')
    expect(found(running, 'en').notes).toEqual(['1 foot 3-3 <-  type', '2 foot 6-6 <-  page'])
  })

  it('finds endnotes with letters, numbered anew under the title of each chapter', () => {
    const text =
      'The type is cast.a Then it is set.b\n␌The page is locked.a\n␌Notes\n\nThe Case\n\na  Of lead, by hand and one by one, as ever.\nb  By hand.\n\nThe Stone\n\na  With quoins.\n'
    expect(found(text, 'en').notes).toEqual([
      'a end 7-7 <- cast.',
      'b end 8-8 <-  set.',
      'a end 12-12 <- cked.',
    ])
  })

  it('takes no letter for a call where a word goes on in the next line', () => {
    const text =
      'The typea¬\nwriters cast lead.a A machine, the machine: then the ma¬\nchineb sets it.\n␌Notes\n\na  Of lead, by hand.\nb  By hand, too.\n'
    expect(found(text, 'en').notes).toEqual(['a end 6-6 <- lead.', 'b end 7-7 <- chine'])
  })

  it('begins anew below a title, though calls were lost; knows doubled letters', () => {
    const title = (name: string) => `\n\n${name}\n\n\na  Of lead, by hand.\n`
    const text = `Lead is cast. Cast lead.a It is leadb. Then castaa.\n␌Notes${['One', 'Two', 'Three', 'Four', 'Five'].map(title).join('')}`
    expect(found(text, 'en').notes).toHaveLength(5)
    const doubled = 'A line is set. The line isz long, the lineaa.\n'
    const calls = lettersIn(doubled, { from: 0, to: doubled.length - 1, line: 0 }, undefined, {
      isKnown: (word) => ['line', 'is'].includes(word),
      count: () => 0,
    })
    expect(calls.map(({ siglum }) => siglum.text)).toEqual(['z', 'aa'])
  })

  it('knows letters behind a bracket, and none in the name of a file', () => {
    const text =
      'See /etc/rules.a and print(3)a. It is cast.b\n␌Notes\n\na  Of lead, by hand.\nb  By hand, too.\n'
    expect(found(text, 'en').notes).toEqual(['a end 4-4 <- nt(3)', 'b end 5-5 <- cast.'])
  })

  it('begins anew below a title of two lines that ends in any mark', () => {
    const text =
      'The type is cast.a Then it is set.b\n␌The page is locked.a\n␌Notes\n\nThe Case\n\na  Of lead, by hand.\nb  By hand.\n\n\nThe stone, the chase, the quoins,\nand the rest...\n\n\na  With quoins.\n'
    expect(found(text, 'en').notes).toEqual([
      'a end 7-7 <- cast.',
      'b end 8-8 <-  set.',
      'a end 15-15 <- cked.',
    ])
  })

  it('ends endnotes above the numbered title of a section', () => {
    const text =
      'The type is cast.1 Then it is set.2\n␌The page is locked.1\n␌Notes\n\n1. Of lead, by hand.\n2. By hand.\nThe Press\n\n1. The Stone\n\nThe stone lies level, and the page is locked upon it.\n'
    expect(found(text, 'en').notes).toHaveLength(2)
  })

  it('tells a letter glued to a name by the name without it', () => {
    const line = 'The man Gutenbor, then Gutenbork; and ad add.'
    const runs: Readonly<Record<string, number>> = { Gutenbor: 2, Gutenbork: 1 }
    const calls = lettersIn(line, { from: 0, to: line.length, line: 0 }, undefined, {
      isKnown: (word) => ['the', 'man', 'then', 'and', 'ad', 'add'].includes(word.toLowerCase()),
      count: (run) => runs[run] ?? 3,
    })
    expect(calls.map(({ from, to }) => line.slice(from - 8, to))).toEqual(['Gutenbork'])
  })

  it('takes the call with the brackets of the labels, and one on the page before', () => {
    const text =
      'It is 100x2 wide, and then it is cast2). A page1) of it\n␌is locked at 1 in the chase.\n________\n1) Of type.\n'
    expect(found(text, 'en').notes).toEqual(['1 foot 4-4 <-  page'])
  })

  it('finds endnotes under a heading that is spaced out', () => {
    const text = 'The type is cast.1 Then it is set.2\n␌N O T E S\n\n1. Of lead.\n2. By hand.\n'
    expect(found(text, 'en').notes).toEqual(['1 end 4-4 <- cast.', '2 end 5-5 <-  set.'])
  })
})

describe('what is no note and no call', () => {
  it('leaves a list alone, and the words before it', () => {
    const text =
      'A page is made up in three steps, as follows:\n\n1) The lines are gathered.\n2) The head is set.\n3) The page is tied up.\n'
    expect(found(text, 'en')).toEqual({ notes: [], notices: [] })
  })

  it('leaves the end of a list alone where the book has notes of its form', () => {
    const page = (word: string) => `It is of ${word}1).\nIt lies level.\n1) By hand.\n`
    const list = 'There are 1, 2, 3 of them.\n1) The first.\n2) The next.\n3) The last.\n'
    const { notes } = found(`${page('lead')}␌${page('tin')}␌${page('wood')}␌${list}`, 'en')
    expect(notes).toHaveLength(3)
  })

  it('leaves names with numbers, formulas, years and sections alone', () => {
    const text =
      'The ext3 of 1999 and the ext3 of 2001, the IPv6 and UTF-8, CO2 and m2,\nversion 2.6 and section A.1.\n\n2001 saw the 3 editions.\n'
    expect(found(text, 'en')).toEqual({ notes: [], notices: [] })
  })

  it('leaves a numbered section alone below a word with a number', () => {
    const text = 'It is the ext2 of old.\n\n2. The Stone\n\nThe stone lies level.\n'
    expect(found(text, 'en').notes).toEqual([])
  })
})
