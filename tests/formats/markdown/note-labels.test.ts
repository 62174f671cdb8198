import { describe, expect, it } from 'vitest'
import { landmarksOf } from '../../../src/formats/markdown/landmarks.ts'
import { noteLabels } from '../../../src/formats/markdown/note-labels.ts'
import type { BlockNode } from '../../../src/model/edition.ts'
import { call, division, editionOf, note, paragraph } from './small-edition.ts'

function labelsOf(...children: readonly BlockNode[]): Readonly<Record<string, string>> {
  return Object.fromEntries(noteLabels(landmarksOf(editionOf(children))))
}

/** A paragraph that calls a note, with the note in it. */
function noted(id: string, siglum: string): BlockNode {
  return paragraph('x', call(siglum, id), note(id, siglum, paragraph('y')))
}

describe('the label of a note', () => {
  it('is its division and its siglum', () => {
    expect(labelsOf(division('d3', 'article', noted('n1', 'iv')))).toEqual({ n1: 'd3.iv' })
    expect(labelsOf(noted('n1', 'iv'))).toEqual({ n1: 'iv' })
  })

  it('is of the article where a section has no numbering of its own', () => {
    const section = division('d4', 'section', noted('n1', '1'))
    const notes = division('d5', 'notes', note('n2', 'i'))
    const article = division('d3', 'article', section, paragraph(call('i', 'n2')), notes)
    expect(labelsOf(division('d2', 'part', article))).toEqual({ n1: 'd3.1', n2: 'd3.i' })
  })

  it('tells notes apart that have the same siglum', () => {
    const article = division('d3', 'article', noted('n1', '1'), noted('n2', '1'), noted('n3', '1'))
    expect(labelsOf(article, division('d4', 'article', noted('n4', '1')))).toEqual({
      n1: 'd3.1',
      n2: 'd3.1.2',
      n3: 'd3.1.3',
      n4: 'd4.1',
    })
  })

  it('is unique even where the sigla would make it the same', () => {
    const labels = labelsOf(
      noted('n1', '1'),
      noted('n2', '1.2'),
      noted('n3', '1'),
      noted('n4', 'А'),
      noted('n5', 'а'),
    )
    expect(labels).toEqual({ n1: '1', n2: '1.2', n3: '1.3', n4: 'А', n5: 'а.2' })
  })

  it('is fit for every reader of Markdown, whatever is printed', () => {
    const sigla = ['*', '**', '∗', '†', '[1]', '1)', ' ', '', 'a b', '^', '<i>', '`', '\ud800']
    const labels = labelsOf(...sigla.map((siglum, i) => noted(`n${i}`, siglum)))
    expect(Object.values(labels)).toEqual([
      'asterisk',
      'asterisk2',
      'asterisk.2',
      '†',
      '1',
      '1.2',
      'note',
      'note.2',
      'a-b',
      'note.3',
      'i',
      'note.4',
      'note.5',
    ])
  })

  it('is none where nothing that is read calls the note', () => {
    expect(labelsOf(paragraph(call('1', undefined)), note('n1', '1'))).toEqual({})
    expect(labelsOf(note('n1', '1', paragraph(call('1', 'n1'))))).toEqual({})
  })

  it('is there for a note that only an orphan calls', () => {
    expect(labelsOf(note('n1', '1', paragraph(call('2', 'n2'))), note('n2', '2'))).toEqual({
      n2: '2',
    })
  })
})
