import { type Plugin, unified } from 'unified'
import { foldDecisions } from './apparatus/fold.ts'
import { openMarkingIds } from './apparatus/identify.ts'
import { Memory } from './apparatus/memory.ts'
import { type SettledBook, settleLayers } from './apparatus/settle-layers.ts'
import { buildEdition } from './edition/build-edition.ts'
import { filesOf } from './formats/formats.ts'
import type { BookInput, BookOutput } from './model/book-input.ts'
import { type Edition, isEdition } from './model/edition.ts'
import type { Witness } from './model/witness.ts'
import { surveyOf } from './survey/survey.ts'
import { readWitness } from './witness/read-witness.ts'
import { witnessNotices } from './witness/witness-notices.ts'

type WitnessNode = { readonly type: 'witness'; readonly witness: Witness }
type ApparatusNode = { readonly type: string; readonly witness: Witness; readonly all: SettledBook }

declare module 'unified' {
  interface CompileResultMap {
    readonly BookOutput: BookOutput
  }
}

/**
 * The way of a book, from its raw bytes to the files of its edition. A book that is kept open hands
 * over its memory each time, and only what a decision touches is made anew.
 */
export function editBook(input: BookInput, memory = new Memory()): BookOutput {
  const way = unified().use(witness, input, memory).use(apparatus, input, memory)
  return way.use(edition, input).use(formats, input).processSync().result
}

const witness: Plugin<[BookInput, Memory], string, WitnessNode> = function ({ raw }, memory) {
  // The bytes go past the virtual file: its text is a string, which would lose some.
  const read = () => memory.witness.again([raw], () => readWitness(raw))
  this.parser = () => ({ type: 'witness', witness: read() })
}

const apparatus: Plugin<[BookInput, Memory], WitnessNode, ApparatusNode> = (input, memory) => {
  return ({ witness }) => {
    const survey = memory.survey.again([witness], () => surveyOf(witness))
    const verdicts = foldDecisions(witness, input.decisions)
    const book = { ...input, words: input.book.words, witness, survey, verdicts }
    return { type: 'apparatus', witness, all: settleLayers(book, memory) }
  }
}

const edition: Plugin<[BookInput], ApparatusNode, Edition> = (input) => (tree) => {
  const notices = [...witnessNotices(tree.witness), ...tree.all.notices]
  const markingIds = openMarkingIds(tree.witness, tree.all.markings.all)
  return buildEdition({ ...input, ...tree.all, witness: tree.witness, notices, markingIds })
}

const formats: Plugin<[BookInput], Edition, BookOutput> = function ({ bundle }) {
  this.compiler = (tree) => {
    if (!isEdition(tree)) throw new TypeError(`Unexpected ${tree.type}, expected an edition`)
    return { edition: tree, files: filesOf(tree, bundle) }
  }
}
