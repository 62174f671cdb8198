import { describe, expect, it } from 'vitest'
import { isBlock, type Marking } from '../../../src/model/marking.ts'
import { block } from '../../../src/passes/structure/block.ts'
import { quotationOf } from '../../../src/passes/structure/block-quotation.ts'
import { languageOf, markingsIn, viewOf } from '../../support/view-of.ts'

/** Full lines of a text that never ends a sentence at a line end. */
const FULL = 'строка текста книги, которая заполняет всю колонку до самого края и'
const BODY = `Первая ${FULL}\n${Array.from({ length: 29 }, () => FULL).join('\n')}\nпоследняя строка.`

function pageAt(from: number): Marking {
  const shape = { kind: 'marking', rule: 'test', cert: 'high', evidence: [] } as const
  return { ...shape, role: 'page', from, to: from, number: '', printed: undefined }
}

/** The blocks as `role first-last`, headings with their level; pages part at ␌. */
function found(shown: string): string[] {
  const pages: Marking[] = [pageAt(0)]
  let text = ''
  for (const char of shown) {
    if (char === '␌') pages.push(pageAt(text.length))
    else text += char
  }
  const hyphens = [...text.matchAll(/(?<=\p{L})-(?=\n)/gu)].map(
    (match): Marking => ({
      kind: 'marking',
      role: 'hyphen',
      rule: 'test',
      from: match.index,
      to: match.index + 1,
      value: 'soft',
      cert: 'high',
      evidence: [],
    }),
  )
  const view = viewOf(
    text,
    [...pages, ...hyphens],
    languageOf('ru', ['рабочая', 'правда', 'первые']),
  )
  const { lines } = view.witness
  return markingsIn(block(view)).map((marking) => {
    const range = `${lines.at(marking.from)}-${lines.at(Math.max(marking.from, marking.to - 1))}`
    const level = isBlock(marking) && marking.level ? ` ${marking.level} ${marking.division}` : ''
    return `${marking.role}${level} ${range}`
  })
}

describe('the block pass', () => {
  it('joins over a false blank line after a hyphen or in the middle of a sentence', () => {
    const text = `${FULL} сло-\n\nво дальше\n\n${FULL}\n\n${BODY}`
    expect(found(text)[0]).toMatch(/^paragraph 1-/)
    expect(found(text)).toHaveLength(1)
  })

  it('begins a paragraph after a short line that ends a sentence, blank line or not', () => {
    const text = `${BODY}\nНовый абзац ${FULL}\n${BODY}`
    expect(found(text)).toEqual(['paragraph 1-31', 'paragraph 32-63'])
  })

  it('takes the line before a false blank line for a first line', () => {
    const text = `${BODY.replace('последняя строка.', `${FULL.slice(0, -1)}так.`)}\nНовый ${FULL}\n\n${BODY}`
    expect(found(text)).toEqual(['paragraph 1-31', 'paragraph 32-64'])
  })

  it('goes on over the top of a page when the sentence does, and begins anew when it ended', () => {
    expect(found(`${BODY}\n␌Новый абзац ${FULL}\n${BODY}`)).toHaveLength(2)
    expect(found(`${FULL}\n${FULL}\n␌слово ${FULL}\n${BODY}`)).toHaveLength(1)
  })

  it('ranks a part, an article, a section and a subsection', () => {
    const text = `Часть I\nИсследования\n\n\nПервая статья\n\n\n${BODY}\n\n\nПервые месяцы\n\n\n${BODY}\n\n\n1. Начало\n\n${BODY}\n\n\n2. Конец\n\n${BODY}\n\n\nДругие месяцы\n\n\n${BODY}`
    expect(found(text).filter((line) => line.startsWith('heading'))).toEqual([
      'heading 1 part 1-2',
      'heading 2 article 5-5',
      'heading 3 section 41-41',
      'heading 4 subsection 77-77',
      'heading 4 subsection 112-112',
      'heading 3 section 147-147',
    ])
  })

  it('knows a byline, a source, a divider, a dateline and a signature', () => {
    const text = `Статья о деле\n\n\nЯков Стрешин\n\n\n(Журнал, № 99, 2000)\n\n\n${BODY}\n\n\n***\n\n\n${BODY}\n\n\nМосква, февраль 1923 г.\n\n\nВаш друг и сосед`
    expect(found(text).filter((line) => !line.startsWith('paragraph'))).toEqual([
      'heading 2 article 1-1',
      'byline 4-4',
      'source 7-7',
      'divider 43-43',
      'dateline 79-79',
      'signed 82-82',
    ])
  })

  it('makes items of dashes and numbers after a colon, and of short clauses without a label', () => {
    const text = `${BODY.slice(0, -1)}:\n\n- первое дело;\n- второе дело.\n\n${BODY.slice(0, -1)}:\n\nПервый вопрос;\nВторой вопрос;\nТретий.\n\n${BODY}`
    expect(found(text).filter((line) => line.startsWith('item'))).toEqual([
      'item 33-33',
      'item 34-34',
      'item 68-68',
      'item 69-69',
      'item 70-70',
    ])
  })

  it('keeps verse line by line', () => {
    const text = `${BODY}\n\nНад рекою ночь плывет,\nПароход гудит и ждет,\nИ наборщик у окна\nВидит: в небе пелена.\n\n${BODY}`
    expect(found(text)).toEqual([
      'paragraph 1-31',
      'verse-line 33-33',
      'verse-line 34-34',
      'verse-line 35-35',
      'verse-line 36-36',
      'paragraph 38-68',
      'verse 33-36',
    ])
  })

  it('makes one quotation of several paragraphs, and none of a paragraph that begins with a title', () => {
    const text = `${BODY}\n\n«Первый абзац цитаты.\n\nВторой абзац цитаты» (Сборник, с. 5).\n\n«Название» стоит в начале ${FULL}\n${BODY}`
    expect(found(text).filter((line) => line.startsWith('quotation'))).toEqual(['quotation 33-35'])
  })

  it('groups a letter from its salutation to its signature', () => {
    const text = `О письмах\n\n\nДорогой друг!\n\n${BODY}\n\nТвой Иван`
    const letter = found(text).filter((line) => line.startsWith('letter'))
    expect(letter).toEqual(['letter 4-38'])
  })
})

describe('a quotation that stands by itself', () => {
  it.each([
    ['«Вся история» (с. 5).', 'closed'],
    ['«Он сказал «да» и ушел».', 'closed'],
    ['«Начало без конца', 'open'],
    ['«Правда» писала об этом.', 'none'],
    ['„Das Setzen ist eine Kunst“ (S. 5).', 'closed'],
    ['„Der Kasten“ stand offen.', 'none'],
    ['»Das Setzen ist eine Kunst.«', 'closed'],
    ['»Der Kasten« stand offen.', 'none'],
    ['« La lettre est mobile. »', 'closed'],
    ['« La casse » était ouverte.', 'none'],
    ['“The case is open,” he said.', 'none'],
    ['“The ‘case’ is open.”', 'closed'],
    ['Не с кавычки.', 'none'],
  ])('%s is %s', (text, state) => {
    expect(quotationOf(text)).toBe(state)
  })
})
