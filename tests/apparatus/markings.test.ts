import { describe, expect, it } from 'vitest'
import { markingTarget } from '../../src/apparatus/quote.ts'
import { settleMarkings } from '../../src/apparatus/settle-markings.ts'
import type { PlaceDecision } from '../../src/model/decision.ts'
import type { Block, Marking, MarkingOf, NoteBody, Role } from '../../src/model/marking.ts'
import type { Notice } from '../../src/model/notice.ts'
import { witnessOf } from '../support/view-of.ts'
import { marking, ruleOf, run } from './toy-run.ts'

const BASE = { kind: 'marking', rule: 'structure/s', cert: 'high', evidence: [] } as const

const TEXT = 'One line and a half-\nline more1\n1 A note.\ngoes on here\nTitle\nSecond text\n'

/** The place of words in the text. */
function at(words: string): { readonly from: number; readonly to: number } {
  const from = TEXT.indexOf(words)
  if (from < 0) throw new Error(`Expected “${words}” in the text`)
  return { from, to: from + words.length }
}

function block(role: Block['role'], first: string, last = first): Block {
  return { ...BASE, role, from: at(first).from, to: at(last).to }
}

const NOTE: NoteBody = {
  ...BASE,
  role: 'note',
  ...at('1 A note.\n'),
  parts: [at('1 A note.\n')],
  label: { from: at('1 A note').from, to: at('1 A note').from + 1 },
  siglum: '1',
  place: 'foot',
}
const CALL: Marking = {
  ...BASE,
  role: 'call',
  from: at('more1').to - 1,
  to: at('more1').to,
  siglum: '1',
  note: NOTE.from,
}
const HYPHEN: Marking = {
  ...BASE,
  role: 'hyphen',
  from: at('half-').to - 1,
  to: at('half-').to,
  value: 'ask',
}
const BLOCKS = [
  block('paragraph', 'One line', 'goes on here'),
  block('paragraph', '1 A note.'),
  { ...block('heading', 'Title'), level: 2, division: 'article' } as const,
  block('paragraph', 'Second text'),
]
const RULES = [
  marking('note/n', 'note', [NOTE, CALL]),
  marking('line/l', 'line', [HYPHEN]),
  marking('structure/s', 'structure', BLOCKS),
]

function said(
  role: Role,
  span: { readonly from: number; readonly to: number },
  value: string,
  act: PlaceDecision['act'] = 'accept',
  note?: { readonly from: number; readonly to: number },
): PlaceDecision {
  const target = markingTarget(witnessOf(TEXT), { role, ...span }, value, note)
  return { at: '2026-11-22T10:00:00Z', by: 'anna', act, target }
}

function settled<R extends Role>(role: R, ...log: PlaceDecision[]): readonly MarkingOf<R>[] {
  const { apparatus } = run(TEXT, RULES, log)
  expect(apparatus.orphans).toEqual([])
  return apparatus.markings.of(role)
}

describe('settling markings', () => {
  it('keeps the surest of those that overlap, whatever their order', () => {
    const sure = block('heading', 'Title')
    const unsure: Block = { ...block('paragraph', 'Title', 'Second text'), cert: 'medium' }
    expect(settleMarkings([], [unsure, sure])).toEqual([sure])
    expect(settleMarkings([unsure], [sure])).toEqual([sure])
  })

  it('lets a note lie within the paragraph that it interrupts', () => {
    expect(settleMarkings([], [NOTE, ...BLOCKS])).toHaveLength(5)
  })

  it('lets quotations lie within each other, but not cross', () => {
    const group = (from: number, to: number): Marking => ({ ...BASE, role: 'quotation', from, to })
    expect(settleMarkings([], [group(0, 20), group(4, 10)])).toHaveLength(2)
    expect(settleMarkings([], [group(0, 20), group(10, 30), group(0, 20)])).toHaveLength(1)
  })

  it('keeps one page of two that begin at the same place', () => {
    const page = (rule: string): Marking => {
      return { ...BASE, rule, role: 'page', from: 0, to: 0, number: '1', printed: undefined }
    }
    expect(settleMarkings([], [page('page/b'), page('page/a')])).toEqual([page('page/a')])
  })
})

describe('decisions on markings', () => {
  it('set a hyphen, and settle the notice that it is open', () => {
    const notice: Notice = { kind: 'notice', code: 'hyphen-undecided', line: 1, message: 'open' }
    const asks = ruleOf('line/asks', 'line', () => [notice])
    const open = run(TEXT, [...RULES, asks]).apparatus
    expect(open.notices).toEqual([notice])
    const { apparatus, view } = run(TEXT, [...RULES, asks], [said('hyphen', HYPHEN, 'soft')])
    expect(apparatus.markings.of('hyphen')).toMatchObject([
      { value: 'soft', rule: 'decision', cert: 'high', evidence: ['anna decided it'] },
    ])
    expect(view.reading.text).toContain('a halfline more')
    expect(apparatus.notices).toEqual([])
  })

  it('make a paragraph of a heading, or set its level', () => {
    const title = at('Title')
    expect(settled('heading', said('heading', title, '', 'reject'))).toEqual([])
    expect(settled('heading', said('heading', title, 'none'))).toEqual([])
    expect(settled('heading', said('heading', title, '3'))).toMatchObject([
      { level: 3, division: 'article', rule: 'decision' },
    ])
    expect(settled('byline', said('byline', title, ''))).toMatchObject([title])
  })

  it('join a paragraph to the one before it in its flow, and split it', () => {
    const text = at('Second text')
    const title = at('Title')
    const log = [said('heading', title, 'none'), said('paragraph', text, 'joined')]
    expect(settled('paragraph', ...log).map(({ from, to }) => TEXT.slice(from, to))).toContain(
      'Title\nSecond text',
    )
    const place = { from: at('goes on').from, to: at('goes on here').to }
    const split = settled('paragraph', said('paragraph', place, 'split'))
    expect(split.map(({ from, to }) => TEXT.slice(from, to))).toEqual([
      'One line and a half-\nline more1',
      '1 A note.',
      'goes on here',
      'Second text',
    ])
  })

  it('set the number of a page, make a page, and undo one', () => {
    const page = (number: string): Marking => {
      return { ...BASE, role: 'page', from: 0, to: 0, number, printed: undefined }
    }
    const rules = [marking('page/p', 'page', [page('165')])]
    const place = { from: 0, to: 0 }
    const pages = (...log: PlaceDecision[]) => run(TEXT, rules, log).apparatus.markings.of('page')
    expect(pages(said('page', place, '166'))).toMatchObject([{ number: '166', from: 0 }])
    expect(pages(said('page', place, '', 'reject'))).toEqual([])
    const second = at('goes on')
    expect(pages(said('page', { from: second.from, to: second.from }, '166'))).toMatchObject([
      { number: '165' },
      { number: '166', from: second.from },
    ])
  })

  it('give a call to a note, undo it, and make one', () => {
    expect(settled('call', said('call', CALL, '', 'reject'))).toEqual([])
    const made = said('call', at('text'), 'x', 'accept', NOTE.label)
    expect(settled('call', made)).toMatchObject([
      { siglum: '1', note: NOTE.from },
      { siglum: 'x', note: NOTE.from, ...at('text') },
    ])
  })

  it('make a note where the rules found none, to the end of a line', () => {
    const made = said('note', at('Second'), 'S', 'accept', at('text'))
    expect(settled('note', made)).toMatchObject([
      { siglum: '1' },
      { siglum: 'S', parts: [at('Second text\n')], label: at('S'), place: 'foot' },
    ])
    expect(settled('note', said('note', at('text'), '*', 'accept'))).toMatchObject([
      { siglum: '1' },
      { siglum: '*', parts: [at('text\n')], label: { from: at('text').from, to: at('text').from } },
    ])
  })

  it('take a note out of another one, with all that follows', () => {
    const made = said('note', at('note.'), '2', 'accept')
    expect(settled('note', made)).toMatchObject([
      { siglum: '1', parts: [at('1 A ')], to: at('1 A ').to },
      { siglum: '2', parts: [at('note.\n')] },
    ])
    const called = said('call', at('text'), '2', 'accept', at('note.'))
    expect(settled('call', made, called).at(-1)).toMatchObject({ note: at('note.').from })
  })

  it('take the call of a note away with the note', () => {
    const log = [said('note', { from: NOTE.from, to: NOTE.from + 9 }, '', 'reject')]
    expect(settled('note', ...log)).toEqual([])
    expect(settled('call', ...log)).toMatchObject([{ note: undefined }])
  })

  it('undo forme work, so that it is text again', () => {
    const work: Marking = {
      ...BASE,
      role: 'forme-work',
      ...at('Title'),
      work: 'header',
      place: 'top',
    }
    const rules = [marking('page/p', 'page', [work])]
    expect(run(TEXT, rules).view.reading.text).not.toContain('Title')
    const undone = run(TEXT, rules, [said('forme-work', at('Title'), '', 'reject')])
    expect(undone.view.reading.text).toContain('Title')
  })

  it('outlive what other rules propose later', () => {
    const rival: Marking = { ...HYPHEN, rule: 'mark/late', value: 'hard' }
    const { apparatus } = run(
      TEXT,
      [...RULES, marking('mark/late', 'mark', [rival])],
      [said('hyphen', HYPHEN, 'soft')],
    )
    expect(apparatus.markings.of('hyphen')).toMatchObject([{ value: 'soft' }])
  })

  it('are reported when there is nothing that they can be said of', () => {
    const decisions = [
      said('note', at('Title'), ''),
      said('hyphen', HYPHEN, 'perhaps'),
      said('quotation', at('Title'), ''),
    ]
    for (const decision of decisions) {
      const { apparatus } = run(TEXT, RULES, [decision])
      expect(apparatus.orphans).toEqual([decision])
      expect(apparatus.notices).toMatchObject([{ code: 'decision-orphaned' }])
    }
    const bare = run(TEXT, [], [said('heading', at('Title'), '2')])
    expect(bare.apparatus.orphans).toHaveLength(1)
  })
})
