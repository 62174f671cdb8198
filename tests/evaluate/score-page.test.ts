import { describe, expect, test } from 'vitest'
import { editionLines } from '../../src/evaluate/edition-lines.ts'
import { html } from '../../src/evaluate/page/html.ts'
import { scorePage } from '../../src/evaluate/page/score-page.ts'
import { readGold } from '../../src/evaluate/read-gold.ts'
import { score } from '../../src/evaluate/score.ts'
import { parseXml, type XmlElement } from '../../src/evaluate/xml-tree.ts'
import { EDITION, GOLD, RAW } from './score-fixture.ts'

const HOSTILE = `</span><script>alert(1)</script><img src=x onerror=alert(2)> " ' & \u202e \0 \ud800`

/** The page of the edition of a text of which some lines are not as they should be. */
function pageOf(
  raw: string,
  edition: string,
  names = { slug: 'ink', text: 'a', truth: 'b' },
): string {
  const gold = readGold(GOLD.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const { reading } = editionLines(edition)
  const found = score(edition, { raw, gold })
  return [...scorePage({ ...names, raw: raw.split('\n'), reading, score: found })].join('')
}

const hostile = pageOf(
  RAW.replace('J. Oates', HOSTILE).replace('ink-', `ink${HOSTILE}-`),
  EDITION.replace('re<lb n="10" break="no" rend="-"/>', 're-<lb n="10" break="no"/>'),
  { slug: HOSTILE, text: HOSTILE, truth: HOSTILE },
)

describe('text on the page', () => {
  test('is never markup', () => {
    expect(hostile).toContain('&lt;script&gt;alert(1)')
    expect(hostile).not.toContain('<script')
    expect(hostile).not.toContain('<img')
    const inside = hostile.replace(/<style>[\s\S]*<\/style>/u, '').replaceAll(/<[^<>]*>/gu, '')
    expect(inside).not.toMatch(/[<>"']/u)
  })

  test('shows what would be unseen or run backwards', () => {
    expect(hostile).toContain('&lt;U+202E&gt;')
    expect(hostile).not.toMatch(/[\u202e\0\p{Cs}]/u)
  })

  test('is escaped in an attribute too', () => {
    expect(html`<a title="${`" onclick="x`}">${1}</a>`.text).toBe(
      '<a title="&quot; onclick=&quot;x">1</a>',
    )
  })
})

describe('the page', () => {
  const page = pageOf(
    RAW,
    EDITION.replace('re<lb n="10" break="no" rend="-"/>', 're-<lb n="10" break="no"/>'),
  )

  test('loads and runs nothing', () => {
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;`)
    expect(page).not.toMatch(
      /<(?:script|link|iframe|object|img|base|form)\b|\son\w+=|url\(|@import/u,
    )
    expect(page).not.toMatch(/(?:src|href)="(?!#)/u)
  })

  test('has each of its parts closed, and every link leads somewhere', () => {
    const tree = parseXml(asXml(page))
    const all = [...elementsOf(tree)]
    const ids = all.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const links = all.flatMap(({ attributes }) => attributes.href ?? [])
    expect(links.length).toBeGreaterThan(1)
    for (const link of links) expect(ids).toContain(link.slice(1))
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['main', 'nav', 'h1']))
  })

  test('shows a miss among its raw lines, what the truth says, and what the edition has', () => {
    const at = page.indexOf('<h3>Line 9</h3>')
    const item = page.slice(at, page.indexOf('</ol>', at))
    expect(item).toContain('<dd class="truth">soft hyphen</dd>')
    expect(item).toContain('<dd class="wrong">hard hyphen</dd>')
    expect(item).toContain(
      '<li class="here" aria-current="true"><span class="n">9</span><span class="t">guage.1 Nobody re-</span></li>',
    )
    expect(item).toContain('<span class="n">7</span>')
    expect(item).toContain('<span class="n">11</span>')
    expect(item).not.toContain('<span class="n">12</span>')
  })

  test('says so when nothing fell short', () => {
    expect(pageOf(RAW, EDITION)).toContain('Nothing fell short of the truth.')
    expect(pageOf(RAW, EDITION)).not.toContain('Taken for another')
  })
})

/** The page as a parser of XML takes it. */
function asXml(page: string): string {
  return page
    .replace('<!doctype html>', '')
    .replace(/<style>[\s\S]*<\/style>/u, '')
    .replaceAll(/<(meta|br)([^>]*)>/gu, '<$1$2/>')
    .replaceAll('<details open>', '<details>')
}

function* elementsOf(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child)
}
