import type { Definition, ReadText } from './passage.ts'

/** Notes of the edition and of the edited file that are the same, and those of either that have no partner. */
export interface MatchedNotes {
  readonly pairs: readonly (readonly [Definition, Definition])[]
  readonly lost: readonly Definition[]
  readonly added: readonly Definition[]
  /** Labels of the edited file to those of the edition. */
  readonly labels: ReadonlyMap<string, string>
}

/**
 * Finds each note of the edition in the edited file: by its text, of several equal ones by its label,
 * else by its label, else by its order. So it does not matter how notes are numbered or where they
 * are defined. Linear.
 */
export function matchNotes(base: ReadText, edited: ReadText): MatchedNotes {
  const pairs: (readonly [Definition, Definition])[] = []
  const taken = new Set<Definition>()
  const matchBy = (key: (note: Definition) => string): void => {
    const free = new Map<string, Definition[]>()
    for (const note of edited.notes) {
      if (taken.has(note)) continue
      const name = key(note)
      free.set(name, [...(free.get(name) ?? []), note])
    }
    for (const note of base.notes) {
      if (taken.has(note)) continue
      const partner = free.get(key(note))?.shift()
      if (!partner) continue
      taken.add(note).add(partner)
      pairs.push([note, partner])
    }
  }
  matchBy((note) => `${note.label}\n${textOf(note)}`)
  matchBy(textOf)
  matchBy((note) => note.label)
  const lost = base.notes.filter((note) => !taken.has(note))
  const added = edited.notes.filter((note) => !taken.has(note))
  if (lost.length === added.length) {
    lost.forEach((note, i) => {
      const partner = added[i]
      if (partner) pairs.push([note, partner])
    })
    lost.length = added.length = 0
  }
  const labels = new Map(pairs.map(([note, partner]) => [partner.label, note.label]))
  return { pairs, lost, added, labels }
}

function textOf({ passages }: Definition): string {
  return passages.map(({ text }) => text).join('\n')
}
