import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureClean } from './clean-text.ts'
import { CORPORA } from './corpora.ts'

// `npm run measure -- clean`: what is done unasked to texts that nobody spoilt.

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    languages: { type: 'string', default: 'ru,de,fr,en' },
    out: { type: 'string', default: join(tmpdir(), 'emend-clean') },
  },
})
const languages = new Set(values.languages.split(','))
const texts = CORPORA.filter(({ language }) => languages.has(language))
console.log(`${await measureClean(texts, values.out)}\nFiles: ${values.out}`)
