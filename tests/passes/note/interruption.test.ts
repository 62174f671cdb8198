import { describe, expect, it } from 'vitest'
import { found } from '../../support/notes-found.ts'

/** Lines of a page before its last ones: a foot is looked for in the lower half. */
const ABOVE =
  'The printer sets the lines\nand locks them in the chase,\nand the pressman takes\nthe forme away for an impression.\n'

describe('what interrupts a word that is broken over a page', () => {
  it.each([
    ['a mark', '° With quoins and a mallet.', '° foot 6-6 <- none'],
    ['a mark glued to its note', '!With quoins and a mallet.', '! foot 6-6 <- none'],
    ['a figure that nothing calls', '8 With quoins and a mallet.', '8 foot 6-6 <- none'],
    ['nothing but a capital', 'With quoins and a mallet.', ' foot 6-6 <- none'],
  ])('is a note, though its label is read as %s', (_, line, note) => {
    const text = `${ABOVE}There he makes it ready for the first impres-\n${line}\n␌sion of the day.\nAnd then another.\n`
    expect(found(text, 'en')).toEqual({ notes: [note], notices: ['note-without-call'] })
  })

  it('is carried on where the next page has the other half of its own last word', () => {
    const text = [
      `${ABOVE}There he makes it ready for the first impres-\n`,
      '° The forme for an im-\n␌sion of the day. And then\n',
      `${ABOVE}pression is locked.\n`,
    ].join('')
    expect(found(text, 'en').notes).toEqual(['° foot 6-6+12-12 <- none'])
    const other = text.replace('pression is', 'mersion is')
    expect(found(other, 'en').notes).toEqual(['° foot 6-6 <- none'])
  })

  it('is known below white, though the half of the word is a word by itself', () => {
    const text = `The forme1 is locked.\n\n1 In the chase.\n␌${ABOVE}There he makes it ready for the first press-\n\nIt is made of wood.\n␌man of the day.\nA pressman goes.\n`
    expect(found(text, 'en').notes).toEqual(['1 foot 3-3+10-10 <- forme'])
  })

  it('is text where the word goes on at once, or where it may begin a quotation', () => {
    const rest = '␌sion of the day.\nAnd then another.\n'
    const broken = `${ABOVE}There he makes it ready for the first impres-\n`
    expect(found(`${broken}sions of it.\n${rest}`, 'en').notes).toEqual([])
    expect(
      found(`${ABOVE}There he is an anti-\n“hero” of the press.\n${rest}`, 'en').notes,
    ).toEqual([])
    expect(found(`${broken}8\n${rest}`, 'en').notes).toEqual([])
  })

  it('is text where the next page begins with a capital', () => {
    const text = `${ABOVE}There he makes it ready for the first impres-\n° With quoins.\n␌The day begins.\n`
    expect(found(text, 'en').notes).toEqual([])
  })
})

describe('what interrupts a sentence at the foot of a page', () => {
  const NOTED = `The forme1 is locked.\n\n1 In the chase.\n␌${ABOVE}`

  it('carries on the last note of the page before', () => {
    const text = `${NOTED}He makes it ready for the first day\n\nWith quoins and a mallet.\n␌of the press.\n`
    expect(found(text, 'en')).toEqual({ notes: ['1 foot 3-3+10-10 <- forme'], notices: [] })
  })

  it.each([
    [
      'no note is there to go on',
      `${ABOVE}He makes it ready for the first day\n\nWith quoins.\n␌of it.\n`,
      [],
    ],
    [
      'a short line stands above, as a heading',
      `${NOTED}The first day\n\nWith quoins.\n␌of it.\n`,
      ['1 foot 3-3 <- forme'],
    ],
    [
      'the sentence ends above',
      `${NOTED}He makes it ready for the first day.\n\nWith quoins.\n␌of it.\n`,
      ['1 foot 3-3 <- forme'],
    ],
    [
      'no white parts it',
      `${NOTED}He makes it ready for the first day\nWith quoins.\n␌of it.\n`,
      ['1 foot 3-3 <- forme'],
    ],
    [
      'the next page begins anew',
      `${NOTED}He makes it ready for the first day\n\nWith quoins.\n␌Of it.\n`,
      ['1 foot 3-3 <- forme'],
    ],
  ])('is text where %s', (_, text, notes) => {
    expect(found(text, 'en').notes).toEqual(notes)
  })

  it('is a note of its own where a label stands before it', () => {
    const text = `${NOTED}He makes it ready for the first day\n\n* With quoins.\n␌of the press.\n`
    expect(found(text, 'en').notes).toEqual(['1 foot 3-3 <- forme', '* foot 10-10 <- none'])
  })
})
