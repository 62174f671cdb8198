// @ts-check
// Replaces the files of a folder again and again, each time all with the same letter, until a signal
// ends it: `node replace-for-ever.mjs WRITE_FILE_JS FOLDER`.
import { pathToFileURL } from 'node:url'

const [module = '', folder = ''] = process.argv.slice(2)
const { replaceFiles } = await import(pathToFileURL(module).href)

console.log('ready')
for (let turn = 0; ; turn = (turn + 1) % 26) {
  const letter = String.fromCharCode(97 + turn)
  const files = ['one', 'two', 'three'].map((name) => [name, chunks(letter)])
  await replaceFiles(folder, new Map(files))
}

/** @param {string} letter */
function* chunks(letter) {
  for (let at = 0; at < 10; at++) yield letter.repeat(50_000)
}
