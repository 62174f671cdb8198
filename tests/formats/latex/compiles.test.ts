import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latexFile } from '../../../src/formats/latex/latex-file.ts'
import type { Edition } from '../../../src/model/edition.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { isThere } from '../../support/program.ts'
import { SAMPLES } from '../../support/samples.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { hostileText } from '../markdown/random-edition.ts'
import {
  call,
  corrected,
  correction,
  editionOf,
  emphasis,
  group,
  heading,
  item,
  line,
  list,
  note,
  page,
  paragraph,
  row,
  text,
} from '../markdown/small-edition.ts'

/** What XeLaTeX says when it sets an edition once; errors, first of all. */
function set(edition: Edition): {
  readonly status: number | null
  readonly errors: readonly string[]
} {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'book.tex'), [...latexFile(edition)].join(''))
  const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-pdf', 'book.tex']
  const { status } = spawnSync('xelatex', options, { cwd: folder, stdio: 'ignore' })
  const log = readFileSync(join(folder, 'book.log'), 'utf8')
  return { status, errors: log.split('\n').filter((said) => said.startsWith('!')) }
}

describe.runIf(isThere('xelatex', '--version'))('XeLaTeX', () => {
  it.each(SAMPLES.map(({ slug }) => slug))(
    'sets %s',
    async (slug) => {
      expect(set(await editionOfBook(slug))).toEqual({ status: 0, errors: [] })
    },
    120_000,
  )

  it('sets whatever is printed in whatever stands in a book', () => {
    const markup = [
      '\\input{x}',
      '\\end{document}',
      '$x^2_i$',
      '100%',
      '{\\bf a}',
      '^^M',
      '#1',
      '&',
      '\\',
    ]
    const hostile = fc.sample(hostileText, { numRuns: 120, seed: 20261123 })
    const texts = [...markup, ...hostile].filter((one) => one.trim() !== '')
    const blocks = texts.flatMap((one, index) => [
      heading((index % 5) + 1, text(one)),
      paragraph(
        page(one),
        text(`[${one}`),
        emphasis(text(one)),
        corrected(one, [text(`${one}.`)], correction(`c${index}`, `${one}.`, one)),
        corrected('', [text(one)], correction(`d${index}`, one, '')),
        call('*', `n${index}`),
        note(
          `n${index}`,
          '*',
          paragraph(
            text(one),
            corrected(one, [text(`${one}.`)], correction(`e${index}`, `${one}.`, one)),
          ),
          paragraph(text(one)),
        ),
      ),
      list(item('1)', text(one)), item('*', text(one))),
      group('verse', line('verseLine', text(one)), line('verseLine', text(one))),
      group('table', row(4, text(one)), row(6, text(one))),
    ])
    expect(set(editionOf(blocks))).toEqual({ status: 0, errors: [] })
    expect(texts.length).toBeGreaterThan(90)
  }, 240_000)

  it('would stop at text that is written as it stands', () => {
    const edition = editionOf([paragraph(text('a'))])
    const folder = temporaryFolder()
    writeFileSync(
      join(folder, 'book.tex'),
      [...latexFile(edition)].join('').replace('\na\n', '\n\\b{\n'),
    )
    const { status } = spawnSync('xelatex', ['-halt-on-error', '-no-pdf', 'book.tex'], {
      cwd: folder,
      stdio: 'ignore',
    })
    expect(status).not.toBe(0)
  }, 60_000)
})
