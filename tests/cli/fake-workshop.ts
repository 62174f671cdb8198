import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Inspector, Workshop } from '../../src/cli/workshop.ts'
import type { TeiFault } from '../../src/formats/tei/schema/validate.ts'
import type { BookInput, BookOutput, RawFile } from '../../src/model/book-input.ts'
import type { Files } from '../../src/model/file-content.ts'
import { InputError } from '../../src/model/input-error.ts'
import type { Language } from '../../src/model/language.ts'
import { Lines } from '../../src/model/lines.ts'
import type { Notice } from '../../src/model/notice.ts'
import type { Rule } from '../../src/model/rule.ts'
import type { Witness } from '../../src/model/witness.ts'
import { parseLanguageData } from '../../src/store/language-data.ts'

const EN = fileURLToPath(new URL('../../rules/languages/en.json', import.meta.url))
const DATA = parseLanguageData(JSON.parse(readFileSync(EN, 'utf8')), EN)

/** Knows the words it is given; its other data does not matter. */
function languageOf(language: string, name: string, known: readonly string[]): Language {
  return {
    ...DATA,
    language,
    name,
    lexicon: { has: (word) => known.includes(word), near: () => [] },
  }
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  en: languageOf('en', 'English', ['the', 'press', 'and', 'ink']),
  fr: languageOf('fr', 'French', ['la', 'presse', 'et', 'encre']),
}

const RULE: Rule = {
  id: 'word/some-rule',
  layer: 'word',
  title: 'Some rule',
  summary: 'Finds something that has to be put right.',
  languages: ['en'],
  status: 'stable',
  proposes: 'emendation',
  unasked: true,
  pass: () => [],
}

/** A notice for each line of the raw text that says so: `!weighty`, `!light`. */
function noticesOf(lines: Lines): readonly Notice[] {
  const notices: Notice[] = []
  for (let line = 1; line <= lines.count; line++) {
    const text = lines.content(line)
    if (text.includes('!weighty')) notices.push(notice('note-without-call', line, text))
    if (text.includes('!light')) notices.push(notice('decision-stands-alone', line, text))
  }
  return notices
}

function notice(code: Notice['code'], line: number, text: string): Notice {
  return { kind: 'notice', code, line, message: `Unexpected \`${text}\`, expected none.` }
}

function witnessOf({ name, bytes, encoding }: RawFile): Witness {
  const text = new TextDecoder(encoding).decode(bytes)
  const known = { name, digest: '', byteLength: bytes.length }
  return { ...known, encoding: encoding?.toLowerCase() ?? 'utf-8', text, lines: new Lines(text) }
}

async function fakeBuild(input: BookInput): Promise<BookOutput> {
  const text = new TextDecoder().decode(input.raw.bytes)
  if (text.includes('!crash')) throw new Error('the tree has a cycle\nand a second line')
  const { slug, title } = input.book
  return {
    files: new Map([
      [`${slug}.source.xml`, [`<source>${Buffer.from(input.raw.bytes).toString('hex')}</source>`]],
      [`${slug}.md`, ['# ', title, '\n\n', text]],
    ]),
    edition: {
      ...input,
      type: 'edition',
      children: [],
      witness: witnessOf(input.raw),
      notices: noticesOf(new Lines(text)),
      corrections: [],
      markings: [],
      pageReviews: [],
      orphans: [],
    },
  }
}

/** Finds fault with a source layer that says so. */
class FakeInspector implements Inspector {
  #faults: readonly TeiFault[] = []

  through(files: Files): Files {
    const source = [...files].find(([name]) => name.endsWith('.source.xml'))
    const marked = Buffer.from('!wrong').toString('hex')
    const wrong = source && [...source[1]].join('').includes(marked)
    this.#faults = wrong ? [{ file: source[0], line: 3, message: 'Did not expect q there' }] : []
    return files
  }

  async faults(): Promise<readonly TeiFault[]> {
    return this.#faults
  }

  async end(): Promise<void> {}
}

/** A workshop whose editions are simple and whose rules find nothing. */
export const fakeWorkshop: Workshop = {
  build: fakeBuild,
  async teiFaults({ edition: { witness } }) {
    if (!witness.text.includes('!invalid')) return []
    return [{ file: 'a.xml', line: 3, message: 'Did not expect element q there' }]
  },
  async inspectTei() {
    return new FakeInspector()
  },
  async readWitness(raw) {
    if (!raw.bytes.includes(0)) return witnessOf(raw)
    throw new InputError(`Unexpected binary file ${raw.name}`, 'Extract its text.')
  },
  async restore(sourceXml) {
    return Buffer.from(/<source>(.*)<\/source>/.exec(sourceXml)?.[1] ?? '', 'hex')
  },
  async languages() {
    return Object.keys(LANGUAGES)
  },
  async language(_, code) {
    const language = LANGUAGES[code]
    if (language) return language
    throw new InputError(`Unexpected language \`${code}\`, expected one of en, fr`)
  },
  async rules() {
    return { rules: [RULE], faults: [] }
  },
}
