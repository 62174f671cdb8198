import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { widthOf } from '../../src/cli/screen.ts'
import { ROOT } from '../support/samples.ts'
import { folderWith, logged } from './reviewing.ts'
import { terminalIn, whyNoTerminal } from './terminal.ts'

if (whyNoTerminal) console.log(`skipped: ${whyNoTerminal}`)

const SLUG = 'la-coquille'
const WORDS = ['review', SLUG, '--tty', '--by', 'Ada']
const ESCAPE = '\u001b'
const CTRL_C = '\u0003'
const RUB_OUT = '\u007f'

/** A place and the question about it, to the end of what is shown. */
const ASKED = /\d+\/\d+ .*\n[\s\S]*(?:Accept|Join) \[[^\]]*\]\? $/

function acts(folder: string): readonly string[] {
  return logged(folder, SLUG).map(({ act }) => act)
}

function edition(folder: string): string {
  return readFileSync(join(folder, 'edition', SLUG, `${SLUG}.md`), 'utf8')
}

describe.skipIf(whyNoTerminal !== undefined)('the place in a terminal', () => {
  let folder = ''
  beforeEach(() => {
    folder = folderWith(SLUG)
  })

  it('goes on when its series is done or its entry is another, and back when it is undone', async () => {
    const terminal = terminalIn(folder, WORDS)
    const first = placeOf(await terminal.see(ASKED))
    terminal.type('y')
    const second = placeOf(await terminal.see(ASKED))
    expect(second).not.toBe(first)
    terminal.type('n')
    const third = placeOf(await terminal.see(ASKED))
    terminal.type('e')
    await terminal.see(/Read: /)
    terminal.type(`Wx${RUB_OUT}ort\r`)
    await terminal.see(/Everything is decided\./)
    await expect.poll(() => acts(folder)).toEqual(['accept', 'reject', 'amend'])

    terminal.type('u')
    await terminal.see(/^Undone: amend/m)
    expect(placeOf(await terminal.see(ASKED))).toBe(third)
    terminal.type('u')
    await terminal.see(/^Undone: reject/m)
    expect(placeOf(await terminal.see(ASKED))).toBe(second)
    terminal.type('e')
    await terminal.see(/Read: /)
    terminal.type('Wort\r')
    expect(placeOf(await terminal.see(ASKED))).toBe(third)
    terminal.type('q')
    expect(await terminal.ended).toBe(0)
    expect(acts(folder)).toEqual(['accept', 'reject', 'amend', 'undo', 'undo', 'amend'])
    expect(edition(folder)).toContain('Wort')

    const again = terminalIn(folder, WORDS)
    expect(placeOf(await again.see(ASKED))).toBe(third)
    for (const what of ['amend', 'accept']) {
      again.type('u')
      await again.see(new RegExp(`^Undone: ${what}`, 'm'))
      await again.see(ASKED)
    }
    again.type('u')
    await again.see(/Nothing to undo/)
    again.type('q')
    expect(await again.ended).toBe(0)
    expect(edition(folder)).toBe(edition(ROOT))
  })

  it('is kept by Escape and Ctrl-C in a question, and chosen from the list of series', async () => {
    const terminal = terminalIn(folder, WORDS)
    const first = placeOf(await terminal.see(ASKED))
    terminal.type('e')
    await terminal.see(/Read: /)
    terminal.type(`Wort${ESCAPE}`)
    expect(placeOf(await terminal.see(ASKED))).toBe(first)
    terminal.type('e')
    await terminal.see(/Read: /)
    terminal.type(`Wort${CTRL_C}`)
    expect(placeOf(await terminal.see(ASKED))).toBe(first)
    terminal.type('g')
    await terminal.see(/ 2 {2}[\s\S]*Which\? $/)
    terminal.type('2\r')
    expect(placeOf(await terminal.see(ASKED))).not.toBe(first)
    terminal.type('i')
    await terminal.see(/Note: /)
    terminal.type('Zweifelhaft\r')
    await terminal.see(ASKED)
    await expect.poll(() => acts(folder)).toEqual(['note'])
    terminal.type('?')
    await terminal.see(/Note by Ada: Zweifelhaft/)
    terminal.type(CTRL_C)
    expect(await terminal.ended).toBe(0)
    expect(acts(folder)).toEqual(['note'])
    for (const line of terminal.shown().split('\n'))
      expect(widthOf(line), line).toBeLessThanOrEqual(80)
  })
})

/** The line that says what is printed and what shall be read, without its counts. */
function placeOf(shown: string): string {
  const match = [...shown.matchAll(/^\d+\/\d+ (.*?) {2}\d+ left[\s\S]*?line (\d+)/gm)].at(-1)
  if (!match) throw new Error(`Expected a place, not ${shown}`)
  return `${match[1]} in line ${match[2]}`
}
