import { apparatusEntry, type Titles } from './apparatus-entry.ts'
import { note } from './note.ts'
import type { Scribe } from './scribe.ts'

/** The foot of a page: the notes that are due, those called in them too, and the apparatus. */
export function foot(scribe: Scribe, titles: Titles): void {
  const before = scribe.rest()
  notes(scribe)
  const written = scribe.rest()
  const entries = scribe.dueEntries().map((entry) => apparatusEntry(entry, titles, scribe))
  scribe.markup(before)
  if (written === '' && entries.length === 0) return
  scribe.markup('<div class="foot">\n')
  if (written !== '') scribe.markup(`<div class="notes">\n${written}</div>\n`)
  if (entries.length > 0) {
    scribe.markup(`<ul class="apparatus">\n${entries.join('')}</ul>\n`)
  }
  scribe.markup('</div>\n')
}

/** Writes the notes that are due until none is. */
export function notes(scribe: Scribe): void {
  for (let due = scribe.dueNotes(); due.length > 0; due = scribe.dueNotes()) {
    for (const node of due) note(node, scribe)
  }
}
