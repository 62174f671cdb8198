import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KNOWN_ROLES } from '../../src/formats/library/codes.ts'
import { bookFileOf } from '../../src/store/book-file.ts'
import { changedBookYaml, newBookYaml } from '../../src/store/book-yaml.ts'
import { inputErrorOf } from '../support/failing.ts'
import { ROOT } from '../support/samples.ts'

const PATH = 'raw/x/book.yaml'

function read(yaml: string) {
  return bookFileOf(yaml, PATH, 'x')
}

async function messageOf(yaml: string): Promise<string> {
  return (await inputErrorOf(() => read(yaml))).message
}

const FULL = `title: The Art of Printing
subtitle: "In twelve sheets: a manual"
authors:
  - Anna Setzer
  - name: Boris Druck
    ref: https://viaf.org/viaf/1
    role: illustrator
editors: [Carla Lead]
language: en-GB
date: 2026-07-28
edition: 1.10
publisher: The Press
licence:
  name: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/
source:
  title: The Art
  place: Leipzig
  publisher: Old Press
  date: 1937
  identifier: no. 7
  pages: 412
images: images/{leaf:4}.jpg
file: scan.txt
encoding: KOI8-R
words: [Ligature, on, 12]
rules-off:
  - rule: word/homoglyph
    reason: the book mixes scripts
`

describe('bookFileOf', () => {
  it.each(['boxes/{leaf:4}.hocr', 'boxes/{page}.xml', 'book.hocr', '{leaf}/{leaf:2}.html'])(
    'takes %s for where words stand',
    (boxes) => {
      expect(read(`title: T\nboxes: '${boxes}'\n`).book.boxes).toBe(boxes)
    },
  )

  it('reads every key, and every scalar as the text that it is', () => {
    expect(read(FULL)).toEqual({
      book: {
        slug: 'x',
        title: 'The Art of Printing',
        subtitle: 'In twelve sheets: a manual',
        authors: [
          { name: 'Anna Setzer' },
          { name: 'Boris Druck', refs: ['https://viaf.org/viaf/1'], role: 'illustrator' },
        ],
        editors: [{ name: 'Carla Lead' }],
        date: '2026-07-28',
        edition: '1.10',
        publisher: 'The Press',
        images: 'images/{leaf:4}.jpg',
        licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
        source: {
          title: 'The Art',
          place: 'Leipzig',
          publisher: 'Old Press',
          date: '1937',
          identifiers: ['no. 7'],
          pages: '412',
        },
        words: ['ligature', 'on', '12'],
        rulesOff: [{ rule: 'word/homoglyph', reason: 'the book mixes scripts' }],
      },
      language: 'en-GB',
      languagesBeside: undefined,
      languageAt: 'raw/x/book.yaml:9',
      file: 'scan.txt',
      encoding: 'KOI8-R',
      encodingAt: 'raw/x/book.yaml:25',
      rulesOffAt: ['raw/x/book.yaml:28'],
    })
  })

  it('takes a list of languages for that of the book and others that it has words of', () => {
    const { language, languagesBeside } = read('title: T\nlanguage: [ru, fr, de]\n')
    expect([language, languagesBeside]).toEqual(['ru', ['fr', 'de']])
    expect(read('title: T\nlanguage: ru\n').languagesBeside).toBeUndefined()
  })

  it('takes an empty value for none', () => {
    const { book, file, language } = read(
      'title: T\nsubtitle:\nauthors:\nfile: ~\nlanguage: null\nsource:\n  place:\n',
    )
    expect(book).toEqual({
      slug: 'x',
      title: 'T',
      authors: [],
      editors: [],
      source: {},
      words: [],
      rulesOff: [],
    })
    expect([file, language]).toEqual([undefined, undefined])
  })

  it.each([
    [
      'an unknown key',
      'title: T\n\ntitel: U\n',
      'Unexpected key `titel` at raw/x/book.yaml:3, expected one of title, subtitle, authors, ',
    ],
    [
      'an unknown key in a map',
      'title: T\nsource:\n  titel: U\n',
      'Unexpected key `titel` at raw/x/book.yaml:3, expected one of title, subtitle, edition, volume, ',
    ],
    [
      'images outside the folder of the book',
      'title: T\nimages: ../{page}.jpg\n',
      'Unexpected `../{page}.jpg` for `images` at raw/x/book.yaml:2, expected names in the folder of the book',
    ],
    [
      'images on the web',
      'title: T\nimages: https://a.example/{page}.jpg\n',
      'Unexpected `https://a.example/{page}.jpg` for `images` at raw/x/book.yaml:2, expected names in',
    ],
    [
      'one image for all pages',
      'title: T\nimages: page.jpg\n',
      'Unexpected `page.jpg` for `images` at raw/x/book.yaml:2, expected names in',
    ],
    [
      'boxes outside the folder of the book',
      'title: T\nboxes: boxes/../../{leaf:2}.hocr\n',
      'Unexpected `boxes/../../{leaf:2}.hocr` for `boxes` at raw/x/book.yaml:2, expected a name in the folder',
    ],
    [
      'boxes on another drive',
      'title: T\nboxes: c:{leaf:2}.hocr\n',
      'Unexpected `c:{leaf:2}.hocr` for `boxes` at raw/x/book.yaml:2, expected a name in the folder',
    ],
    [
      'a contributor without a role',
      'title: T\ncontributors:\n  - Anna Setzer\n',
      'Unexpected name `Anna Setzer` without a role for `contributors` at raw/x/book.yaml:3, expected a map with `name` and `role`',
    ],
    [
      'a contributor whose role is left out',
      'title: T\ncontributors:\n  - name: Anna Setzer\n',
      'Unexpected lack of `role` for `contributors` at raw/x/book.yaml:3, expected a line `role: …`',
    ],
    [
      'a person who is an institution',
      'title: T\nauthors:\n  - name: A\n    organisation: B\n',
      'Unexpected second name for `organisation` at raw/x/book.yaml:4, expected `name` or `organisation`, not both',
    ],
    [
      'an ORCID with a wrong digit',
      'title: T\nauthors:\n  - name: A\n    orcid: 0000-0002-1825-0098\n',
      'Unexpected `0000-0002-1825-0098` for `orcid` at raw/x/book.yaml:4, expected an id whose last sign is right',
    ],
    [
      'an address for an id',
      'title: T\nauthors:\n  - name: A\n    viaf: https://viaf.org/viaf/1\n',
      'Unexpected `https://viaf.org/viaf/1` for `viaf` at raw/x/book.yaml:4, expected an id such as',
    ],
    [
      'a record with a blank in its address',
      'title: T\nkeywords:\n  - term: ink\n    ref: a b\n',
      'Unexpected `a b` for `ref` at raw/x/book.yaml:4, expected an address without blanks',
    ],
    [
      'a status that there is not',
      'title: T\nstatus: done\n',
      'Unexpected `done` for `status` at raw/x/book.yaml:2, expected one of draft, unfinished, ',
    ],
    [
      'a classification that there is not',
      'title: T\nclassification:\n  dewey: 1\n',
      'Unexpected key `dewey` at raw/x/book.yaml:3, expected one of ddc, lcc, udc, bkl, rvk, bbk',
    ],
    [
      'an ISSN that is none',
      'title: T\nseries:\n  title: S\n  issn: 12\n',
      'Unexpected `12` for `issn` at raw/x/book.yaml:4, expected an ISSN such as 2041-1723',
    ],
    [
      'an article without a heading',
      'title: T\narticles:\n  - title: U\n',
      'Unexpected lack of `heading` for `articles` at raw/x/book.yaml:3, expected a line `heading: …`',
    ],
    [
      'a copy that nobody has',
      'title: T\nsource:\n  copy:\n    shelfmark: 1\n',
      'Unexpected lack of `holder` for `copy` at raw/x/book.yaml:4, expected a line `holder: …`',
    ],
    [
      'a scan that is nowhere on the web',
      'title: T\nscan:\n  url: ftp://a.example/\n',
      'Unexpected `ftp://a.example/` for `url` at raw/x/book.yaml:3, expected an address that begins with https://',
    ],
    [
      'a list for a text',
      'title:\n  - T\n',
      'Unexpected list for `title` at raw/x/book.yaml:2, expected text',
    ],
    [
      'a text for a list',
      'title: T\nwords: one, two\n',
      'Unexpected text for `words` at raw/x/book.yaml:2, expected a list',
    ],
    [
      'a text for a map',
      'title: T\nsource: Leipzig 1937\n',
      'Unexpected text for `source` at raw/x/book.yaml:2, expected a map',
    ],
    [
      'a map in a list of words',
      'title: T\nwords:\n  - one\n  - two: 3\n',
      'Unexpected map for `words` at raw/x/book.yaml:4, expected text',
    ],
    [
      'a missing title',
      '# nothing\nlanguage: ru\n',
      'Unexpected lack of `title` at raw/x/book.yaml:2, expected a line `title: …`',
    ],
    [
      'an empty file',
      '',
      'Unexpected lack of `title` at raw/x/book.yaml:1, expected a line `title: …`',
    ],
    [
      'a title without a text',
      'title: ""\n',
      'Unexpected lack of `title` at raw/x/book.yaml:1, expected a line `title: …`',
    ],
    [
      'a rule that is switched off without a reason',
      'title: T\nrules-off:\n  - rule: word/x\n',
      'Unexpected lack of `reason` for `rules-off` at raw/x/book.yaml:3, expected a line `reason: …`',
    ],
    [
      'a date that is none',
      'title: T\ndate: 28.7.2026\n',
      'Unexpected `28.7.2026` for `date` at raw/x/book.yaml:2, expected a date such as 2026-07-28',
    ],
    [
      'a language that is a path',
      'title: T\nlanguage: ../../etc\n',
      'Unexpected `../../etc` for `language` at raw/x/book.yaml:2, expected a language code',
    ],
    [
      'a link that is a script',
      'title: T\nlicence:\n  name: N\n  url: javascript:alert(1)\n',
      'Unexpected `javascript:alert(1)` for `url` at raw/x/book.yaml:4, expected an address',
    ],
    [
      'a control character',
      'title: T\nsubtitle: "a\\x07b"\n',
      'Unexpected character U+0007 for `subtitle` at raw/x/book.yaml:2, expected printable text',
    ],
    [
      'an alias',
      'title: &t T\nsubtitle: *t\n',
      'Unexpected alias for `subtitle` at raw/x/book.yaml:2, expected text',
    ],
    [
      'a key that stands twice',
      'title: T\nlanguage: ru\ntitle: U\n',
      'Unexpected YAML at raw/x/book.yaml:3: Map keys must be unique',
    ],
    [
      'a colon within a text',
      'title: T\nsubtitle: one: two\n',
      'Unexpected YAML at raw/x/book.yaml:2: Nested mappings are not allowed',
    ],
    [
      'a list for the whole',
      '- title: T\n',
      'Unexpected list at raw/x/book.yaml:1, expected a map',
    ],
    ['a second document', 'title: T\n---\ntitle: U\n', 'Unexpected YAML at raw/x/book.yaml:2'],
  ])('says file and line of %s', async (_, yaml, message) => {
    expect(await messageOf(yaml)).toContain(message)
  })
})

describe('what a library knows a book by', () => {
  it('is read in full', () => {
    const { book } = read(`title: T
authors:
  - name: Voss, Harriet
    gnd: 118540238
    viaf: 1
    ref: [https://a.example/1, https://viaf.org/viaf/1]
contributors:
  - {organisation: The Workshop, role: translator}
prepared-by: [Anna]
place: Leeds
publisher:
  organisation: The Press
  ref: https://a.example/press
identifier: [DOI 10.5281/zenodo.1, urn:nbn:de:1]
series: {title: S, number: 3, issn: 2041-1723}
licence: CC0
status: published
project: P
abstract: A
keywords: [ink, {term: printing, ref: "http://vocab.getty.edu/aat/300053319"}]
classification: {ddc: 686.2, rvk: ""}
written: 1895
source:
  subtitle: U
  edition: 2nd
  volume: 1
  series: S
  publisher: {name: Cobb, viaf: 2}
  identifier: ISBN 0-306-40615-2
  copy: {holder: H, shelfmark: X 1, url: "https://a.example/x"}
  licence: {name: Public domain}
scan: {by: Library, date: 2020, url: "https://a.example/s", software: OCR}
articles:
  - {heading: INK, title: Ink, date: 1898, authors: [Pell]}
`)
    expect(book).toEqual({
      slug: 'x',
      title: 'T',
      authors: [
        {
          name: 'Voss, Harriet',
          refs: [
            'https://viaf.org/viaf/1',
            'https://d-nb.info/gnd/118540238',
            'https://a.example/1',
          ],
        },
      ],
      editors: [],
      contributors: [{ name: 'The Workshop', isInstitution: true, role: 'translator' }],
      preparedBy: [{ name: 'Anna' }],
      place: 'Leeds',
      publisher: 'The Press',
      publisherRefs: ['https://a.example/press'],
      identifiers: ['DOI 10.5281/zenodo.1', 'urn:nbn:de:1'],
      series: { title: 'S', number: '3', issn: '2041-1723' },
      licence: { name: 'CC0' },
      status: 'published',
      project: 'P',
      abstract: 'A',
      keywords: [
        { term: 'ink' },
        { term: 'printing', ref: 'http://vocab.getty.edu/aat/300053319' },
      ],
      classification: { ddc: '686.2' },
      written: '1895',
      source: {
        subtitle: 'U',
        edition: '2nd',
        volume: '1',
        series: { title: 'S' },
        publisher: 'Cobb',
        publisherRefs: ['https://viaf.org/viaf/2'],
        identifiers: ['ISBN 0-306-40615-2'],
        copy: { holder: 'H', shelfmark: 'X 1', url: 'https://a.example/x' },
        licence: { name: 'Public domain' },
      },
      scan: { by: { name: 'Library' }, date: '2020', url: 'https://a.example/s', software: 'OCR' },
      articles: [{ heading: 'INK', title: 'Ink', date: '1898', authors: [{ name: 'Pell' }] }],
      words: [],
      rulesOff: [],
    })
  })

  it('is told of in the manual, key by key', async () => {
    const manual = readFileSync(join(ROOT, 'docs', 'book-yaml.md'), 'utf8')
    const places = [
      'x: 1',
      'source: {x: 1}',
      'scan: {x: 1}',
      'articles: [{x: 1}]',
      'authors: [{x: 1}]',
    ]
    for (const place of places) {
      const message = await messageOf(`title: T\n${place}\n`.replace('title: T\nx', 'x'))
      const keys = /expected one of (.+)$/u.exec(message)?.[1]?.split(', ') ?? []
      expect(keys.length, message).toBeGreaterThan(3)
      for (const key of keys)
        expect(manual, key).toMatch(new RegExp(`\`${key}\`|^ *-? *${key}:`, 'mu'))
    }
    for (const role of KNOWN_ROLES) expect(manual.replaceAll('\n', ' '), role).toContain(role)
  })
})

describe('newBookYaml', () => {
  const basics = {
    title: 'A "title": with # marks',
    language: 'en',
    file: 'scan.txt',
    found: 'utf-8',
  }

  it('can be read', () => {
    const { book, language, file, encoding } = read(newBookYaml(basics))
    expect(book.title).toBe('A "title": with # marks')
    expect([language, file, encoding]).toEqual(['en', 'scan.txt', undefined])
  })

  it('names the encoding that was asked for', () => {
    expect(read(newBookYaml({ ...basics, encoding: 'cp866' })).encoding).toBe('cp866')
  })

  it('can be read with all that may be filled in', () => {
    const full = newBookYaml(basics).replace(/^# (?=[a-z-]+:| )/gm, '')
    const { book, encoding } = read(full)
    expect(book.authors).toEqual([
      { name: 'Surname, Name', refs: ['https://viaf.org/viaf/64002165'] },
    ])
    expect(book.contributors).toEqual([{ name: 'Surname, Name', role: 'translator' }])
    expect(book.classification).toEqual({ ddc: '686.2' })
    expect(book.scan?.date).toBe('2020')
    expect(book.source.pages).toBe('412')
    expect(book.licence?.name).toBe('CC BY 4.0')
    expect(book.rulesOff).toHaveLength(1)
    expect(encoding).toBe('utf-8')
  })
})

describe('changedBookYaml', () => {
  it('changes what it shall and keeps the comments', () => {
    const yaml = '# of the press\ntitle: Old # why\nlanguage: en\n'
    expect(changedBookYaml(yaml, { title: 'New: one', encoding: 'koi8-r' })).toBe(
      '# of the press\ntitle: "New: one" # why\nlanguage: en\nencoding: koi8-r\n',
    )
  })

  it('changes no byte when nothing is to be changed', () => {
    const yaml = 'title:   "T"   \nwords: [ a,b ]\n'
    expect(changedBookYaml(yaml, {})).toBe(yaml)
  })
})
