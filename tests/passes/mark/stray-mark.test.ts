import { describe, expect, it } from 'vitest'
import type { Edit } from '../../../src/model/emendation.ts'
import { strayMark } from '../../../src/passes/mark/stray-mark.ts'
import { viewOf } from '../../support/view-of.ts'

/** What is read of a reading text. */
function mended(text: string): string {
  const view = { ...viewOf(''), reading: { text, pieces: [] } }
  const edits = strayMark(view).filter((one): one is Edit => one.kind === 'edit')
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((all, { from, to, corr }) => all.slice(0, from) + corr + all.slice(to), text)
}

describe('stray marks', () => {
  it.each([
    ['the | press', 'the press'],
    ['the press |\nnext', 'the press\nnext'],
    ['one\n| the press', 'one\nthe press'],
    ['one\n.\ntwo', 'one\n\ntwo'],
    ["one\n. ' ,\ntwo", 'one\n\ntwo'],
    ['one ~^ two', 'one two'],
  ])('are taken away: %j', (text, read) => {
    expect(mended(text)).toBe(read)
  })

  it.each([
    ['a|b the press’ corner'],
    ['one\n• an item'],
    ['5 ~ 7, about ~ 5, 7 ^ 2'],
    ['one\n* * *\n—\n***\ntwo'],
    [' | '.repeat(13)],
    ['и , он'],
  ])('are none: %j', (text) => {
    expect(mended(text)).toBe(text)
  })
})
