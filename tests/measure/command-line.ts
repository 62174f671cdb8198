import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CHANNELS } from './channels/reprint.ts'
import { CORPORA, type Corpus } from './corpora.ts'
import type { Via } from './measure-case.ts'

/** What is measured, and where its files go. */
export interface Order {
  readonly texts: readonly Corpus[]
  /** Undefined where nobody says which. */
  readonly layouts: readonly string[] | undefined
  readonly vias: readonly Via[]
  /** Of a text, about; undefined where nobody says how many. */
  readonly pages: number | undefined
  readonly out: string
  /** Whether the misses of texts that are held back are written down. */
  readonly held: boolean
  /** Whether `docs/accuracy.md` is written anew, of all that lies in `out`. */
  readonly write: boolean
}

export const HELP = `npm run measure -- [options]

  --texts a,b         texts of tests/measure/corpora.ts; all of ru, de, fr, en where left out
  --languages de,fr   texts of these languages
  --layouts x,y       layouts of tests/measure/layouts.ts; all where left out
  --via text,…        text, ${CHANNELS.join(', ')}; text where left out
  --pages N           about as many pages of each text; a hundred where left out, fewer of what is printed
  --out DIR           where raw texts, editions and misses go; a temporary folder where left out
  --held              write down the misses of texts that are held back, too
  --write             write docs/accuracy.md of all that was ever measured into --out
`

const FULL_STRENGTH = ['ru', 'de', 'fr', 'en']

/** Reads the words of the command. Throws for one that names nothing. */
export function readOrder(words: readonly string[], layouts: readonly string[]): Order | 'help' {
  const { values } = parseArgs({
    args: [...words],
    options: {
      texts: { type: 'string' },
      languages: { type: 'string' },
      layouts: { type: 'string' },
      via: { type: 'string', default: 'text' },
      pages: { type: 'string' },
      out: { type: 'string', default: join(tmpdir(), 'emend-measure') },
      held: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const { texts, languages, pages, out, held, write } = values
  const slugs = named(
    texts,
    CORPORA.map(({ slug }) => slug),
  )
  const codes = named(
    languages,
    CORPORA.map(({ language }) => language),
  )
  const isAsked = ({ slug, language }: Corpus): boolean =>
    slugs?.includes(slug) ?? codes?.includes(language) ?? FULL_STRENGTH.includes(language)
  return {
    texts: CORPORA.filter(isAsked),
    layouts: named(values.layouts, layouts),
    vias: values.via.split(',').map(viaOf),
    pages: pages === undefined ? undefined : Number(pages),
    out,
    held,
    write,
  }
}

function named(list: string | undefined, known: readonly string[]): readonly string[] | undefined {
  const names = list?.split(',')
  const stranger = names?.find((name) => !known.includes(name))
  if (stranger === undefined) return names
  throw new Error(`Unexpected ${stranger}, expected ${[...new Set(known)].join(', ')}`)
}

function viaOf(name: string): Via {
  const via = ['text' as const, ...CHANNELS].find((one) => one === name)
  if (!via) throw new Error(`Unexpected --via ${name}, expected text, ${CHANNELS.join(', ')}`)
  return via
}
