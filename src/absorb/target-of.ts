import { correctionIds } from '../apparatus/identify.ts'
import { correctionTarget, markingTarget, quotationOf } from '../apparatus/quote.ts'
import type { PlaceDecision, Target } from '../model/decision.ts'
import type { Edition } from '../model/edition.ts'
import type { EmendedPart } from '../model/emendation.ts'
import { type Block, isBlock } from '../model/marking.ts'
import type { Change } from './change.ts'
import { editOfReading } from './edit-of-reading.ts'
import type { ReadText } from './passage.ts'
import { blockAround, firstSpan, spanAt } from './places.ts'

/** What is decided about a place, without who decides it and when. */
export type Judgement = Pick<PlaceDecision, 'act' | 'target'>

type Of<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>

/** Finds the targets of changes in the witness. */
export class Targets {
  readonly #edition: Edition
  readonly #text: ReadText
  readonly #blocks: readonly Block[]

  constructor(edition: Edition, text: ReadText) {
    this.#edition = edition
    this.#text = text
    this.#blocks = edition.markings.filter(isBlock)
  }

  /** The judgements that carry a change out; none where it has no place in the witness. */
  of(change: Change): readonly Judgement[] {
    switch (change.kind) {
      case 'reading':
        return this.#reading(change)
      case 'join':
        return this.#join(change)
      case 'block':
        return this.#block(change)
      case 'call':
        return this.#call(change)
      case 'page':
        return this.#page(change)
      case 'emphasis':
        return this.#emphasis(change)
    }
  }

  #reading(change: Of<'reading'>): readonly Judgement[] {
    const { witness, corrections } = this.#edition
    const edit = editOfReading(witness, change)
    if (!edit) return []
    if (edit.kind === 'undo') {
      return edit.corrections.map((correction) => {
        return { act: 'reject', target: correctionTarget(witness, correction) }
      })
    }
    const known = corrections.find((correction) => isSame(correction.parts, edit.parts))
    if (known) return [{ act: 'accept', target: correctionTarget(witness, known) }]
    return [{ act: 'amend', target: this.#correction(edit.parts) }]
  }

  #correction(parts: readonly EmendedPart[]): Target {
    const { witness } = this.#edition
    return {
      kind: 'correction',
      id: correctionIds(witness, [parts])[0] ?? '',
      parts: parts.map((part) => ({ ...quotationOf(witness, part), corr: part.corr })),
      sic: parts.map(({ from, to }) => witness.text.slice(from, to)).join(''),
      corr: parts.map(({ corr }) => corr).join(''),
    }
  }

  #join({ passage }: Of<'join'>): readonly Judgement[] {
    const block = this.#blockAt(firstSpan(passage, 0)?.from)
    return block ? [this.#marking({ ...block, role: 'paragraph' }, 'joined')] : []
  }

  #block({ passage, at, as }: Of<'block'>): readonly Judgement[] {
    const span = firstSpan(passage, at)
    if (!span) return []
    const from = at === 0 ? (this.#blockAt(span.from)?.from ?? span.from) : span.from
    const place = { from, to: Math.max(from, span.to) }
    const [, level] = as.split(' ')
    if (level !== undefined) return [this.#marking({ ...place, role: 'heading' }, level)]
    if (at > 0) return [this.#marking({ ...place, role: 'paragraph' }, '')]
    return [{ ...this.#marking({ ...place, role: 'heading' }, 'none'), act: 'reject' }]
  }

  #call({ passage, from, to, note: label }: Of<'call'>): readonly Judgement[] {
    const first = from === to ? undefined : spanAt(passage, from)
    const end = from === to ? undefined : spanAt(passage, to - 1)
    // A call that an editor has put in has no characters of its own.
    const at = first ? undefined : this.#between(passage, from)
    const span = first && end ? { from: first.from, to: end.to } : at
    if (!span) return []
    if (label === undefined) {
      return [{ ...this.#marking({ ...span, role: 'call' }, ''), act: 'reject' }]
    }
    const note = this.#text.notes.find((one) => one.label === label)
    const place = note?.passages.map((one) => firstSpan(one, 0)).find((one) => one !== undefined)
    const body = this.#edition.markings.find(
      (marking) =>
        marking.role === 'note' &&
        place !== undefined &&
        marking.parts.some((part) => part.from <= place.from && place.from < part.to),
    )
    if (!place || body?.role !== 'note') return []
    const { witness } = this.#edition
    const called = { ...span, role: 'call' as const }
    return [{ act: 'accept', target: markingTarget(witness, called, body.siglum, place) }]
  }

  /** The empty place behind the character before an offset of a passage, else before the next one. */
  #between(passage: Of<'call'>['passage'], at: number): { from: number; to: number } | undefined {
    const place = spanAt(passage, at - 1)?.to ?? spanAt(passage, at)?.from
    return place === undefined ? undefined : { from: place, to: place }
  }

  #page({ passage, at, shown }: Of<'page'>): readonly Judgement[] {
    const sign = passage.signs.get(at)
    const page = sign?.kind === 'page' ? sign.page : undefined
    const number = /\[([^[\]]*)\]$/u.exec(shown)?.[1] ?? shown.replace(/^p\.\s*/u, '')
    if (!page) return []
    return [this.#marking({ role: 'page', from: page.from, to: page.from }, number)]
  }

  #emphasis({ passage, from, to, isOn }: Of<'emphasis'>): readonly Judgement[] {
    const first = spanAt(passage, from)
    const end = spanAt(passage, to - 1)
    if (!first || !end) return []
    const { witness } = this.#edition
    const place = { role: 'emphasis' as const, from: first.from, to: end.to }
    const last = { from: end.from, to: end.to }
    if (isOn) return [{ act: 'accept', target: markingTarget(witness, place, 'set', last) }]
    return [{ act: 'accept', target: markingTarget(witness, place, 'none', last) }]
  }

  #marking(
    place: Pick<Parameters<typeof markingTarget>[1], 'role' | 'from' | 'to'>,
    value: string,
  ): Judgement {
    return { act: 'accept', target: markingTarget(this.#edition.witness, place, value) }
  }

  #blockAt(offset: number | undefined): Block | undefined {
    return offset === undefined ? undefined : blockAround(this.#blocks, offset)
  }
}

function isSame(a: readonly EmendedPart[], b: readonly EmendedPart[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ from, to, corr }, i) => {
      const other = b[i]
      return from === other?.from && to === other.to && corr === other.corr
    })
  )
}
