import { describe, expect, it } from 'vitest'
import { latexFile } from '../../../src/formats/latex/latex-file.ts'
import {
  call,
  corrected,
  correction,
  editionOf,
  note,
  paragraph,
  text,
} from '../markdown/small-edition.ts'

const snow = correction('c1', 'cнег', 'снег')
const rain = correction('c2', 'дожьд', 'дождь')

describe('a LaTeX file', () => {
  it('tells of corrections in the text at its foot, and of those in footnotes at the end', () => {
    const edition = editionOf([
      paragraph(
        text('Идёт '),
        corrected('снег', [text('cнег')], snow),
        call('1', 'n1'),
        note('n1', '1', paragraph(text('Или '), corrected('дождь', [text('дожьд')], rain))),
      ),
    ])
    const tex = [...latexFile(edition)].join('')
    expect(tex).toContain('Идёт \\edtext{снег}{\\Afootnote{cнег \\emph{')
    expect(tex).toContain('\\footnoteB{Или дождь}')
    const [, end = ''] = tex.split('\\endnumbering\n')
    expect(end).toMatch(
      /^\\ApparatusOfNotes\{.+\}\n\\Entry \\textsuperscript\{1\} дождь\] дожьд \\emph\{\w+\}\\par\n\\end\{document\}\n$/,
    )
  })

  it('has no list at its end where no footnote was corrected', () => {
    const tex = [...latexFile(editionOf([paragraph(text('Идёт снег'))]))].join('')
    expect(tex).toMatch(/\\endnumbering\n\\end\{document\}\n$/)
  })

  it('breaks a line of more letters than TeX holds', () => {
    const tex = [...latexFile(editionOf([paragraph(text('ab '.repeat(40) + 'x'.repeat(50_000)))]))]
    const lines = tex.join('').split('\n')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(21_000)
    expect(lines.filter((line) => /^[abx ]+x%$/.test(line))).toHaveLength(2)
  })
})
