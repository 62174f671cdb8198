import { describe, expect, test } from 'vitest'
import { readGold } from '../../src/evaluate/read-gold.ts'
import { type Score, score } from '../../src/evaluate/score.ts'
import { EDITION, GOLD, RAW, TRUTH } from './score-fixture.ts'

const jsonl = GOLD.map((one) => `${JSON.stringify(one)}\n`).join('')
const known = { raw: RAW, gold: readGold(jsonl), truth: TRUTH }
const perfect = score(EDITION, known)

/** The figures that two editions do not share, by their paths: `hyphens.soft`. */
function differing(one: Score, other: Score): readonly string[] {
  const [here, there] = [figuresOf(one), figuresOf(other)]
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((name) => here.get(name) !== there.get(name))
    .sort()
}

function figuresOf(figures: Score): ReadonlyMap<string, string> {
  const { words, ...others } = figures
  const all = { ...others, right: words?.right, printed: words?.printed }
  return new Map(
    Object.entries(all).flatMap(([name, scored]) => {
      const figure: unknown = scored?.figure
      if (typeof figure !== 'object' || figure === null || 'hits' in figure) {
        return [[name, JSON.stringify(figure)] as const]
      }
      return Object.entries(figure).map(
        ([part, value]) => [`${name}.${part}`, JSON.stringify(value)] as const,
      )
    }),
  )
}

/** The edition with one stretch replaced. */
function edited(from: string, to: string): Score {
  const edition = EDITION.replace(from, to)
  expect(edition).not.toBe(EDITION)
  return score(edition, known)
}

test('A score is the same after a way through JSON.', () => {
  expect(JSON.parse(JSON.stringify(perfect))).toEqual(perfect)
})

describe('a single damage lowers its own figure and no other', () => {
  test.each([
    [
      'a soft hyphen that it asks about',
      'Nobody re<lb n="10" break="no" rend="-"/>grets',
      'Nobody re<pc force="inter">-</pc><lb n="10" break="maybe"/>grets',
      [
        'hyphens.asked',
        'hyphens.soft',
        'printed.changed',
        'printed.same',
        'right.changed',
        'right.same',
      ],
    ],
    [
      'a hard hyphen that it asks about',
      'ink-<lb n="7" break="no"/>',
      'ink<pc force="inter">-</pc><lb n="7" break="maybe"/>',
      ['hyphens.asked'],
    ],
    [
      'a running head in the text',
      '<p><pb n="8" xml:id="pb8"/>',
      '<p><lb n="14"/>8 OF INK-BALLS</p><p><pb n="8" xml:id="pb8"/>',
      ['forme.kinds', 'forme.removed', 'printed.added', 'right.added'],
    ],
    ['a byline taken for a paragraph', '<byline>', '<p>', ['blocks.kinds', 'structure.byline']],
    [
      'a call at a wrong place',
      'Nobody re',
      'Nobody<ref type="noteAnchor" target="#n1"/> re',
      ['notes.falseLinks'],
    ],
    ['a page number', '<pb n="8"', '<pb n="9"', ['pageNumbers', 'pages.found']],
  ])('%s', (name, from, to, figures) => {
    let edition = EDITION.replace(from, to)
    if (to === '<p>') edition = edition.replace('</byline>', '</p>')
    expect(edition, name).not.toBe(EDITION)
    expect(differing(perfect, score(edition, known))).toEqual(figures)
  })
})

test('A line of text that went with the forme work is lost.', () => {
  const got = edited('<lb n="17"/>best thing in the shop.', '')
  expect(got.forme.figure.lost).toEqual({ hits: 1, of: 13 })
  expect(got.forme.misses).toEqual([
    { line: 17, text: 'best thing in the shop.', truth: 'text', edition: 'nothing', kinds: true },
  ])
  const taken = edited('best thing in the shop.', '<fw>best thing in the shop.</fw>')
  expect(taken.forme.figure.lost).toEqual({ hits: 1, of: 13 })
})

test('A hyphen that is taken for another is shown with its word.', () => {
  const got = edited('ink-<lb n="7" break="no"/>', 'ink<lb n="7" break="no" rend="-"/>')
  expect(got.hyphens.misses).toEqual([
    {
      line: 6,
      text: 'ink-|balls,',
      truth: 'hard hyphen',
      edition: 'soft hyphen',
      kinds: true,
    },
  ])
})

test('A word that is divided in another spelling has a soft hyphen.', () => {
  const got = edited(
    'Man<lb n="13" break="no" rend="-"/>ual',
    '<choice><reg type="dehyphenation">Manual</reg><orig>Man-<lb n="13"/>ual</orig></choice>',
  )
  expect(differing(perfect, got)).toEqual([])
})

test('A misread label is told of, and costs nothing.', () => {
  const got = edited('xml:id="n1" n="1"', 'xml:id="n1" n="l"')
  expect(differing(perfect, got)).toEqual([])
  expect(got.notes?.misses).toMatchObject([{ truth: 'label 1', edition: 'label l' }])
})

describe('headings', () => {
  const raw = 'One\n\nTwo\n\nThree\n\nFour\n'
  const gold = readGold(
    [1, 2, 2, 1]
      .map(
        (level, i) =>
          `{"kind":"heading","line":${2 * i + 1},"to":${2 * i + 1},"level":${level},"text":""}`,
      )
      .join('\n'),
  )
  const of = (body: string) => score(`<TEI><text><body>${body}</body></text></TEI>`, { raw, gold })
  const head = (line: number, deep: string): string => `<head><lb n="${line}"/>x</head>${deep}`

  test('are as deep as what they stand under says', () => {
    const whole = of(
      `<div><div>${head(1, `<div>${head(3, '')}</div><div>${head(5, '')}</div>`)}</div><div>${head(7, '')}</div></div>`,
    )
    expect(whole.headings?.figure).toEqual({
      found: { hits: 4, of: 4 },
      superfluous: 0,
      precision: { hits: 4, of: 4 },
      f1: 1,
      levels: { hits: 4, of: 4 },
    })
  })

  test('of a wrong level, or that are none, are told apart', () => {
    const got = of(
      `<div>${head(1, `<div>${head(3, `<div>${head(5, '')}</div>`)}</div>`)}</div><div>${head(6, '')}</div>`,
    )
    expect(got.headings?.figure).toMatchObject({
      found: { hits: 3, of: 4 },
      superfluous: 1,
      precision: { hits: 3, of: 4 },
      levels: { hits: 2, of: 3 },
    })
  })
})

describe('tables and contents', () => {
  const raw = 'Chapter one 7\nChapter two 9\n\na b\nc d\n\nText\n'
  const gold = readGold(`{"kind":"toc","line":1,"to":1,"page":"7"}
{"kind":"toc","line":2,"to":2,"page":"9"}
{"kind":"split","line":2}
{"kind":"table","line":4,"to":5}
{"kind":"page","line":7,"printed":"7"}`)
  const body = `<list type="toc"><item><lb n="1"/>Chapter one <ref target="#p7">7</ref></item>
<item><lb n="2"/>Chapter two <ref target="#p9">9</ref></item></list>
<table><row><cell><lb n="4"/>a</cell><cell> b</cell></row><row><cell><lb n="5"/>c</cell><cell> d</cell></row></table>
<p><pb n="7" xml:id="p7"/><lb n="7"/>Text</p><p><pb n="9" xml:id="p9"/></p>`
  const of = (text: string) => score(`<TEI><text><body>${text}</body></text></TEI>`, { raw, gold })

  test('are whole', () => {
    const got = of(body)
    expect(got.tables?.figure).toEqual({
      found: { hits: 1, of: 1 },
      rows: { hits: 2, of: 2 },
      superfluous: 0,
    })
    expect(got.contents?.figure).toEqual({
      entries: { hits: 2, of: 2 },
      linked: { hits: 2, of: 2 },
    })
    expect(got.blocks?.figure.precision).toEqual({ hits: 4, of: 4 })
    expect(got.blocks?.figure.kinds).toEqual({ hits: 4, of: 4 })
    expect(got.notes).toBeUndefined()
  })

  test('lose marks for what is missing', () => {
    const run = of(body.replace('</cell></row><row><cell><lb n="5"/>', ' <lb n="5"/>'))
    expect(run.tables?.figure.rows).toEqual({ hits: 1, of: 2 })
    const linked = of(body.replace('#p9', '#p7'))
    expect(linked.contents?.figure).toEqual({
      entries: { hits: 2, of: 2 },
      linked: { hits: 1, of: 2 },
    })
    const plain = of(body.replace(' type="toc"', ''))
    expect(plain.contents?.figure.entries).toEqual({ hits: 0, of: 2 })
  })
})

test('A record of an unknown kind, a wrong one and no JSON are refused with their lines.', () => {
  const one = '{"kind":"page","line":1}\n'
  expect(() => readGold(`${one}{"kind":"pagg","line":2}`, 'x.jsonl')).toThrow(
    /^Unexpected gold record of kind "pagg" at x\.jsonl:2, expected one of page, forme, /u,
  )
  expect(() => readGold(`${one}{"kind":"forme","line":2}`)).toThrow(/kind forme at gold:2: what/u)
  expect(() => readGold(`${one}{"kind":`)).toThrow(/at gold:2, .*JSON/u)
})

describe('a word in two pieces', () => {
  const raw = 'the Zuk-\nker here\n'
  const gold = readGold('{"kind":"divided","line":1,"printed":"Zuk-ker","whole":"Zucker"}')
  const of = (text: string) =>
    score(`<TEI><text><body><p><lb n="1"/>the ${text} here</p></body></text></TEI>`, { raw, gold })
      .divided

  test('is whole where the edition reads it so', () => {
    const choice =
      '<choice><reg type="dehyphenation">Zucker</reg><orig>Zuk-<lb n="2"/>ker</orig></choice>'
    expect(of(choice)?.figure).toEqual({ hits: 1, of: 1 })
  })

  test('is not where its pieces are only put together', () => {
    expect(of('Zuk<lb n="2" break="no" rend="-"/>ker')).toEqual({
      figure: { hits: 0, of: 1 },
      misses: [{ line: 1, text: 'Zuk-ker', truth: 'Zucker', edition: 'the Zukker here' }],
    })
  })
})

test('A call that is printed alone on a line is linked where it belongs, and where it stands.', () => {
  const raw = 'a word here\n1\nand more\n\n1 A note.\n'
  const gold = readGold(
    '{"kind":"page","line":1}\n{"kind":"note","line":5,"to":5,"label":"1","place":"foot","anchor_line":3,"anchor_after":"and","call_line":2}',
  )
  const note = '<note xml:id="n" n="1"><lb n="5"/>1 A note.</note>'
  const call = `<ref type="noteAnchor" target="#n">1</ref>${note}`
  const of = (text: string) =>
    score(`<TEI><text><body><p>${text}</p></body></text></TEI>`, { raw, gold }).notes?.figure
  const linked = { linked: { hits: 1, of: 1 }, falseLinks: { hits: 0, of: 1 } }
  expect(of(`<lb n="1"/>a word here <lb n="2"/>${call} <lb n="3"/>and more`)).toMatchObject(linked)
  expect(of(`<lb n="1"/>a word here <lb n="3"/>and${call} more`)).toMatchObject(linked)
  expect(of(`<lb n="1"/>a${call} word here <lb n="3"/>and more`)).toMatchObject({
    linked: { hits: 0, of: 1 },
    falseLinks: { hits: 1, of: 1 },
  })
})

test('Where two columns stand side by side, no blocks are counted.', () => {
  const raw = 'one    two\n\nthree  four\n\nText\n'
  const columns = '{"kind":"columns","line":1,"to":3}\n'
  const splits = '{"kind":"split","line":5}\n{"kind":"split","line":1}'
  const edition =
    '<TEI><text><body><p><lb n="1"/>one two <lb n="3"/>three four</p><p><lb n="5"/>Text</p></body></text></TEI>'
  const of = (gold: string) => score(edition, { raw, gold: readGold(gold) }).blocks?.figure.recall
  expect(of(columns + splits)).toEqual({ hits: 1, of: 1 })
  expect(of(splits)).toEqual({ hits: 2, of: 3 })
})
