// @ts-check
// Appends decisions to the log of an edition, a single one and a bulk act by turns, and prints the act
// of each when it is on the disk: `node append-for-ever.mjs DECISIONS_JS EDITION EDITOR NAME BULK [ACTS]`.
// `BULK` is how many decisions a bulk act has. Without a number of acts it goes on until a signal ends it.
import { pathToFileURL } from 'node:url'

const [module = '', edition = '', by = '', name = '', size = '', acts = 'Infinity'] =
  process.argv.slice(2)
const { appendDecisions } = await import(pathToFileURL(module).href)

/** A note with characters of several bytes. */
const NOTE = 'größer, как в указателе; '.repeat(8)

console.log('ready')
for (let act = 0; act < Number(acts); act++) {
  const batch = `${name}-${act}`
  await appendDecisions(edition, act % 2 === 0 ? [decision(batch, 0)] : bulk(batch))
  console.log(batch)
}

/** @param {string} batch */
function bulk(batch) {
  return Array.from({ length: Number(size) }, (_, i) => decision(batch, i))
}

/**
 * @param {string} batch
 * @param {number} nth
 */
function decision(batch, nth) {
  const quotation = { line: 3, from: 5, exact: 'teh', prefix: 'in ', suffix: ' press' }
  const parts = [{ ...quotation, corr: 'the' }]
  const target = { kind: 'correction', id: `${batch}-${nth}`, parts, sic: 'teh', corr: 'the' }
  return { at: '2026-07-28T10:00:00Z', by, act: 'accept', target, note: NOTE, batch }
}
