import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { widthOf } from '../../../src/cli/screen.ts'
import { folderWith, logged } from '../../review/reviewing.ts'
import {
  emendAtTerminal,
  type PseudoTerminal,
  whyNoTerminal,
} from '../../support/pseudo-terminal.ts'
import { ROOT } from '../../support/samples.ts'

const reason = whyNoTerminal()
if (reason) console.log(`skipped: ${reason}`)

const SLUG = 'la-coquille'
const ESCAPE = '\u001b'
const CTRL_C = '\u0003'
const RUB_OUT = '\u007f'

/** A place and the question about it, to the end of what is shown. */
const ASKED = /(\d+)\/(\d+) .*\n[\s\S]*(?:Accept|Join) \[[^\]]*\]\? $/

const open: PseudoTerminal[] = []

function reviewed(folder: string, by = 'Ada'): PseudoTerminal {
  const terminal = emendAtTerminal(folder, ['review', SLUG, '--tty', '--by', by])
  open.push(terminal)
  return terminal
}

function acts(folder: string): readonly string[] {
  return logged(folder, SLUG).map(({ act }) => act)
}

function edition(folder: string): string {
  return readFileSync(join(folder, 'edition', SLUG, `${SLUG}.md`), 'utf8')
}

describe.skipIf(reason !== undefined)('emend review --tty', () => {
  let folder = ''
  beforeEach(() => {
    folder = folderWith(SLUG)
  })
  afterAll(() => {
    for (const terminal of open) terminal.kill()
  })

  it('takes decisions by the keys of git add -p, and keeps them', async () => {
    const terminal = reviewed(folder)
    const first = placeOf(await terminal.shows(ASKED))
    terminal.press('y')
    const second = placeOf(await terminal.shows(ASKED))
    expect(second).not.toBe(first)
    terminal.press('n')
    const third = placeOf(await terminal.shows(ASKED))
    terminal.press('e')
    await terminal.shows('Read: ')
    terminal.press(`Wx${RUB_OUT}ort\r`)
    await terminal.shows('Everything is decided.')
    await expect.poll(() => acts(folder)).toEqual(['accept', 'reject', 'amend'])

    terminal.press('u')
    await terminal.shows(/^Undone: amend/m)
    expect(placeOf(await terminal.shows(ASKED))).toBe(third)
    terminal.press('u')
    await terminal.shows(/^Undone: reject/m)
    expect(placeOf(await terminal.shows(ASKED))).toBe(second)
    terminal.press('e')
    await terminal.shows('Read: ')
    terminal.press('Wort\r')
    expect(placeOf(await terminal.shows(ASKED))).toBe(third)
    terminal.press('q')
    expect(await terminal.ended).toBe(0)
    expect(acts(folder)).toEqual(['accept', 'reject', 'amend', 'undo', 'undo', 'amend'])
    expect(edition(folder)).toContain('Wort')

    const again = reviewed(folder)
    expect(placeOf(await again.shows(ASKED))).toBe(third)
    for (const what of ['amend', 'accept']) {
      again.press('u')
      await again.shows(new RegExp(`^Undone: ${what}`, 'm'))
      await again.shows(ASKED)
    }
    again.press('u')
    await again.shows('Nothing to undo')
    again.press('q')
    expect(await again.ended).toBe(0)
    expect(edition(folder)).toBe(edition(ROOT))
  })

  it('shows the keys, lists, searches, notes, and leaves a question by Escape and Ctrl-C', async () => {
    const terminal = reviewed(folder)
    const first = placeOf(await terminal.shows(ASKED))
    terminal.press('?')
    const help = await terminal.shows(ASKED)
    for (const what of ['y n  accept', 'e  set another reading', 'u  undo', 'q  quit']) {
      expect(help).toContain(what)
    }
    terminal.press('e')
    await terminal.shows('Read: ')
    terminal.press(`Wort${ESCAPE}`)
    expect(placeOf(await terminal.shows(ASKED))).toBe(first)
    terminal.press('e')
    await terminal.shows('Read: ')
    terminal.press(`Wort${CTRL_C}`)
    expect(placeOf(await terminal.shows(ASKED))).toBe(first)
    terminal.press('g')
    await terminal.shows(/ 2 {2}[\s\S]*Which\? $/)
    terminal.press('2\r')
    expect(placeOf(await terminal.shows(ASKED))).not.toBe(first)
    terminal.press('i')
    await terminal.shows('Note: ')
    terminal.press('Zweifelhaft\r')
    await terminal.shows(ASKED)
    await expect.poll(() => acts(folder)).toEqual(['note'])
    terminal.press('?')
    await terminal.shows('Note by Ada: Zweifelhaft')
    terminal.press(CTRL_C)
    expect(await terminal.ended).toBe(0)
    expect(acts(folder)).toEqual(['note'])
    for (const line of terminal.lines()) expect(widthOf(line), line).toBeLessThanOrEqual(80)
  })
})

/** The line that says what is printed and what shall be read, without its counts. */
function placeOf(shown: string): string {
  const match = [...shown.matchAll(/^\d+\/\d+ (.*?) {2}\d+ left[\s\S]*?line (\d+)/gm)].at(-1)
  if (!match) throw new Error(`Expected a place, not ${shown}`)
  return `${match[1]} in line ${match[2]}`
}
