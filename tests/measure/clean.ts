import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SAMPLES } from '../support/samples.ts'
import { typeset } from '../support/typesetter/typeset.ts'
import { cleanDocument } from './clean-document.ts'
import { cleanTable, editClean, measureClean } from './clean-text.ts'
import { CORPORA } from './corpora.ts'
import { mendedSample } from './ocr-case.ts'
import { packageVersion } from './unpack.ts'

// `npm run measure -- clean`: what is done unasked to texts that nobody spoilt.

const DOCUMENT = 'docs/clean-text.md'

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    languages: { type: 'string', default: 'ru,de,fr,en' },
    /** Writes docs/clean-text.md anew. */
    write: { type: 'boolean', default: false },
    out: { type: 'string', default: join(tmpdir(), 'emend-clean') },
  },
})
const languages = new Set(values.languages.split(','))
const texts = CORPORA.filter(({ language }) => languages.has(language))
const cleaned = await measureClean(texts, values.out)
if (values.write) {
  const document = readFileSync(DOCUMENT, 'utf8')
  const samples = await Promise.all(
    SAMPLES.map((sample) => {
      const { truth, layout } = mendedSample(sample)
      return editClean(sample, typeset(truth, layout).right.replaceAll('\n', '\n\n'))
    }),
  )
  writeFileSync(DOCUMENT, cleanDocument(document, [...cleaned, ...samples], packageVersion))
}
console.log(`${cleanTable(cleaned)}\nFiles: ${values.out}`)
