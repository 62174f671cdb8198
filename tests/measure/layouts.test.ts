import { expect, test } from 'vitest'
import { MEASURE_LAYOUTS, TWO_COLUMNS } from './layouts.ts'

const ALL = [...MEASURE_LAYOUTS, TWO_COLUMNS]

test('Layouts are told apart by name and by seed.', () => {
  expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length)
  expect(new Set(MEASURE_LAYOUTS.map(({ seed }) => seed)).size).toBe(MEASURE_LAYOUTS.length)
  expect(MEASURE_LAYOUTS.length).toBeGreaterThanOrEqual(8)
})

test('Together they hold every way to label and place notes, and to begin a page.', () => {
  const labels = new Set(MEASURE_LAYOUTS.map(({ notes }) => notes.labels))
  expect([...labels].sort()).toEqual(['arabic', 'boxed', 'letter', 'paren', 'star', 'symbol'])
  const restarts = new Set(MEASURE_LAYOUTS.map(({ notes }) => notes.restart))
  expect([...restarts].sort()).toEqual(['article', 'book', 'page'])
  const places = new Set(MEASURE_LAYOUTS.map(({ notes }) => notes.place ?? 'foot'))
  expect([...places].sort()).toEqual(['end of article', 'end of book', 'foot'])
  const begins = new Set(MEASURE_LAYOUTS.map(({ page }) => page.begins))
  expect([...begins].sort()).toEqual(['blank-lines', 'form-feed', 'nothing', 'one-blank'])
})

test('At least four begin their pages with form feeds and can be printed.', () => {
  const printable = MEASURE_LAYOUTS.filter(({ page }) => page.begins === 'form-feed')
  expect(printable.length).toBeGreaterThanOrEqual(4)
})
