import { type Plugin, unified } from 'unified'
import { type Apparatus, emptyApparatus, settle } from './apparatus/apparatus.ts'
import { foldDecisions } from './apparatus/fold.ts'
import { openMarkingIds } from './apparatus/identify.ts'
import { viewOf } from './apparatus/view-of.ts'
import { buildEdition } from './edition/build-edition.ts'
import { filesOf } from './formats/formats.ts'
import type { BookInput, BookOutput } from './model/book-input.ts'
import { type Edition, isEdition } from './model/edition.ts'
import { LAYERS } from './model/rule.ts'
import type { Witness } from './model/witness.ts'
import { surveyOf } from './survey/survey.ts'
import { readWitness } from './witness/read-witness.ts'
import { witnessNotices } from './witness/witness-notices.ts'

type WitnessNode = { readonly type: 'witness'; readonly witness: Witness }
type ApparatusNode = { readonly type: string; readonly witness: Witness; readonly all: Apparatus }

declare module 'unified' {
  interface CompileResultMap {
    readonly BookOutput: BookOutput
  }
}

/** The way of a book, from its raw bytes to the files of its edition. */
export function editBook(input: BookInput): BookOutput {
  const way = unified().use(witness, input).use(apparatus, input)
  return way.use(edition, input).use(formats, input).processSync().result
}

const witness: Plugin<[BookInput], string, WitnessNode> = function ({ raw }) {
  // The bytes go past the virtual file: its text is a string, which would lose some.
  this.parser = () => ({ type: 'witness', witness: readWitness(raw) })
}

const apparatus: Plugin<[BookInput], WitnessNode, ApparatusNode> = (input) => (tree) => {
  const survey = surveyOf(tree.witness)
  const verdicts = foldDecisions(tree.witness, input.decisions)
  let all = emptyApparatus(verdicts)
  for (const layer of LAYERS) {
    const rules = input.rules.filter((rule) => rule.layer === layer)
    const view = viewOf(tree.witness, survey, input.language, new Set(input.book.words), all)
    const findings = rules.flatMap((rule) => rule.pass(view))
    all = settle(all, findings, { layer, view, rules, verdicts })
  }
  return { type: 'apparatus', witness: tree.witness, all }
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
