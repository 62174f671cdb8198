import type { Certainty } from '../model/certainty.ts'
import type { ErrorKind } from '../model/emendation.ts'
import type { ReadingTables } from '../model/reading-table.ts'
import type { Layer } from '../model/rule.ts'

/** What every rule declares. */
interface Declared {
  /** `layer/name`, as its file lies. */
  readonly id: string
  readonly status: 'nursery' | 'stable'
  /** Languages it is for, BCP 47; empty for all. */
  readonly languages: readonly string[]
}

/** A rule that is carried out by a pass of its own. */
export interface CodeDeclaration extends Declared {
  readonly kind: 'code'
  readonly proposes: 'marking' | 'emendation'
  /** The role of its markings, or the chief of them. */
  readonly role?: string | undefined
}

/** What every rule declares that needs no code. */
interface Declarative extends Declared {
  readonly proposes: 'emendation'
  readonly error: ErrorKind
  readonly cert: Certainty
  /** Why, in one sentence for a reader; without one, the summary of the rule. */
  readonly evidence?: string | undefined
}

/** A run of characters that is read as another one wherever it stands. */
export interface SubstitutionDeclaration extends Declarative {
  readonly kind: 'substitution'
  readonly from: string
  readonly to: string
  /** Whether `from` must be a whole word. */
  readonly word: boolean
}

/** A pattern in the syntax of RE2, with patterns for what stands before and after it. */
export interface PatternDeclaration extends Declarative {
  readonly kind: 'pattern'
  readonly left: string
  readonly match: string
  readonly right: string
  /** What is read for `match`; `$1` stands for its first group, `$$` for a dollar. */
  readonly corr: string
}

/** Whole words, and what is read for them where nobody knows them. */
export interface LexiconDeclaration extends Declarative {
  readonly kind: 'lexicon'
  readonly worn: boolean
  /** By language; `*` is for all. */
  readonly readings: ReadingTables
}

/** Letters mistaken for others, by which an unknown word is read as a known one. */
export interface ConfusionDeclaration extends Declarative {
  readonly kind: 'confusion'
  /** Whether it holds only in a text that a machine misread badly. */
  readonly worn: boolean
  /** By script: `Latin`. */
  readonly readings: ReadingTables
}

export type Declaration =
  | CodeDeclaration
  | SubstitutionDeclaration
  | PatternDeclaration
  | LexiconDeclaration
  | ConfusionDeclaration

/** What a rule does to a text, or that it leaves it alone. */
export interface Example {
  readonly title: string
  /** The language that it is in, if it says so. */
  readonly language: string | undefined
  readonly before: string
  /** The reading text afterwards, or undefined where nothing may change. */
  readonly after: string | undefined
  /** The line of its title. */
  readonly line: number
}

/** A section of the manual. */
export interface Section {
  readonly title: string
  /** Markdown. */
  readonly text: string
}

/** What is needed to run a rule, out of its file. */
export interface DeclaredRule {
  /** For messages: `rules/word/homoglyph.md`. */
  readonly path: string
  readonly layer: Layer
  /** *Homoglyph*. */
  readonly title: string
  /** What it finds, in one sentence. */
  readonly summary: string
  readonly declaration: Declaration
  /** The line of each key of the declaration. */
  readonly lines: Readonly<Record<string, number>>
}

/** A rule as its file has it: manual, declaration and tests. */
export interface RuleFile extends DeclaredRule {
  readonly sections: readonly Section[]
  readonly examples: readonly Example[]
}
