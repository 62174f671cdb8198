import { describe, expect, it } from 'vitest'
import { matchNotes } from '../../../src/passes/note/note-match.ts'
import { labelOf, readSiglum } from '../../../src/passes/note/siglum.ts'
import { found } from '../../support/notes-found.ts'

const RULE = ' '.repeat(49)

describe('the note pass', () => {
  it('links a footnote below the blanks of a rule to the digit glued to a word', () => {
    const text = `Наборщик взял верстатку1 и начал\nнабирать строку.\n\n${RULE}\n1 Верстатка держит строку.\nИ не одну.\n`
    expect(found(text)).toEqual({ notes: ['1 foot 5-6 <- татку'], notices: [] })
  })

  it('takes the text on the next page for the text, and lines without a label for the note before', () => {
    const text = `Слово1 стоит здесь и фраза идет\n${RULE}\n1 Примечание, которое не кончается\n␌дальше по тексту книги.2 И еще\n${RULE}\nна первой странице.\n2 Второе.\n`
    expect(found(text).notes).toEqual(['1 foot 3-3+6-6 <- Слово', '2 foot 7-7 <- ниги.'])
  })

  it('tells a number at the beginning of a line of a note from a label', () => {
    const text = `Слово1 и слово2 стоят здесь.\n${RULE}\n1 Это было на странице\n2 того же издания книги.\n2 Второе.\n`
    expect(found(text).notes[0]).toBe('1 foot 3-4 <- Слово')
  })

  it('finds Roman endnotes under a heading of the language, over pages, numbered by article', () => {
    const text = `Текст,i он же ещеii и еще.\n␌Примечания\n\ni Первое.\nii Второе, на две\nстроки.\n␌iii Третье.\n␌Новая статья с текстомi начинается.\n␌Примечания\n\ni Другое.\n`
    expect(found(text)).toEqual({
      notes: [
        'i end 4-4 <- екст,',
        'ii end 5-6 <- е еще',
        'iii end 7-7 <- none',
        'i end 11-11 <- кстом',
      ],
      notices: ['note-without-call'],
    })
  })

  it('reads English endnotes and calls after punctuation', () => {
    const text =
      'The type is cast.1 The page is locked,2 and proofed.\n\nNotes\n\n1. In lead.\n2. In the forme.\n'
    expect(found(text, 'en').notes).toEqual(['1 end 5-5 <- cast.', '2 end 6-6 <- cked,'])
  })

  it('finds footnotes without a rule by the label of a call above', () => {
    const text =
      'The forme is locked* in the chase, and then\nthe pressman comes to take it away.\n\n* With quoins.\n'
    expect(found(text, 'en').notes).toEqual(['* foot 4-4 <- ocked'])
  })

  it('links a second call to the note of its page, and reports a call that has none', () => {
    const text = `Слово «одно».1 Слово «другое».1 Слово «третье».4\n${RULE}\n1 Примечание.\n`
    const { notes, notices } = found(text)
    expect(notes).toEqual(['1 foot 3-3 <- дно»., гое».'])
    expect(notices).toEqual(['call-without-note'])
  })

  it('takes no date, number or decimal for a call', () => {
    const text = `В 1917-м году, т.1 и стр.2, было 3,5 версты и В2 дома.\n\nПосле этого ничего.\n`
    expect(found(text)).toEqual({ notes: [], notices: [] })
  })

  it('leaves a text without notes alone', () => {
    expect(found('1. Первое дело.\n2. Второе дело.\n\nПримечательно, что и все.\n')).toEqual({
      notes: [],
      notices: [],
    })
  })
})

describe('sigla', () => {
  it.each([
    ['1 Text', 'arabic', 1],
    ['12. Text', 'arabic', 12],
    ['ivВ тексте', 'roman', 4],
    ['[3] Text', 'arabic', 3],
    ['** Text', 'symbol', 2],
    ['b) Text', 'letter', 2],
  ])('reads the label of "%s"', (text, style, value) => {
    expect(labelOf(text)?.siglum).toMatchObject({ style, value })
  })

  it.each(['1917 год', 'in the', 'Text', '1-го', ''])('finds no label in "%s"', (text) => {
    expect(labelOf(text)).toBeUndefined()
  })
})

describe('matching notes and calls', () => {
  const call = (text: string, likeness: number) => {
    const siglum = readSiglum(text)
    if (!siglum) throw new Error(`Expected a siglum, got ${text}`)
    return { from: 0, to: 1, line: 1, siglum, likeness }
  }

  it('is the best assignment in order, not the first', () => {
    const notes = ['1', '2'].map((text) => call(text, 1))
    const calls = [call('2', 0.3), call('1', 0.9), call('1', 0.3), call('2', 0.9)]
    expect(matchNotes(notes, calls)).toEqual([1, 3])
  })

  it('leaves a note without a call where there is none', () => {
    expect(matchNotes([call('1', 1), call('2', 1)], [call('2', 1)])).toEqual([-1, 0])
  })
})
