/** Says whether a word is known. Exact: case and accents count. */
export interface Lexicon {
  has(word: string): boolean
  /** The words that are one letter away: left out, put in, replaced, or exchanged with its neighbour. Sorted. */
  near(word: string): readonly string[]
}

/**
 * All that the passes know of a language. It lies in `rules/languages/CODE.json`; nothing of a
 * language is wired into the code.
 */
export interface LanguageData {
  /** BCP 47 code: `ru`. */
  readonly language: string
  /** Its name in English, for the header. */
  readonly name: string
  /** Unicode script property values of its letters, first the usual one: `Cyrillic`. */
  readonly script: 'Cyrillic' | 'Latin' | 'Greek'
  /** Which words begin with a capital within a sentence. */
  readonly capitals: 'names' | 'nouns'
  /** Whether a lexicon comes with the package, or may be had and may be absent. */
  readonly dictionary: 'bundled' | 'optional'
  readonly hyphens: {
    /** First members that keep their hyphen before anything: `кое`, `экс`. */
    readonly prefixes: readonly string[]
    /**
     * First members that keep it before certain words only: `по` before those that end in `-ому` or
     * `-ски`, `пол` before those that begin with a vowel.
     */
    readonly prefixesBefore: readonly {
      readonly prefix: string
      readonly endings?: readonly string[]
      readonly beginnings?: readonly string[]
    }[]
    /** Last members that keep it: `то`, `нибудь`, `либо`, `таки`, `ка`. */
    readonly suffixes: readonly string[]
    /** First halves of compounds that are written with a hyphen: `тред`, `социал`. */
    readonly firstMembers: readonly string[]
    /** First members that are written together with what follows: `анти`, `сверх`, `не`. */
    readonly joinedMembers: readonly string[]
    /** Whole hyphenated words: `из-за`, `во-первых`. */
    readonly words: readonly string[]
    /** Words before which a hyphen is suspended, and a blank follows it: `и`, `или`. */
    readonly suspendedBefore: readonly string[]
    /** Letters that link two adjectives in a hyphenated compound: `о`, `е`. */
    readonly linkingVowels: readonly string[]
    /** Endings of adjectives, to tell *рабоче-крестьянский* from *рабочекомсомол*. */
    readonly adjectiveEndings: readonly string[]
    /**
     * How words are written together without a hyphen (*Druckereibesitzer*), where the language makes
     * them at will, so that no lexicon has them all.
     */
    readonly compounds?: {
      /** What may stand between two members: `s`, `en`. */
      readonly links: readonly string[]
      /** Endings that a first member may lose: the `e` of *Schule* in *Schulbuch*. */
      readonly lost: readonly string[]
      /** How many letters a member has at least. */
      readonly shortest: number
    }
    /** How words are spelled at a break that are spelled otherwise in one: `k-k` for `ck`. */
    readonly respelled?: readonly Respelling[]
    /** Vowels: a fragment without one cannot be a syllable. */
    readonly vowels: string
  }
  /** Older ways to spell it, by which the words of today are known in old books. */
  readonly orthographies?: readonly Orthography[]
  /** Words that end with a full stop without ending a sentence: `стр`, `гг`. */
  readonly abbreviations: readonly string[]
  readonly headings: {
    /** Titles over endnotes: `примечания`. */
    readonly notes: readonly string[]
    /** First words of the title of a part of the book: `часть`. */
    readonly part: readonly string[]
    /** First words of chapter titles: `глава`. */
    readonly chapter: readonly string[]
    /** Titles over a table of contents: `contents`. */
    readonly contents?: readonly string[]
    /** Whole titles that stand by themselves: `введение`, `предисловие`. */
    readonly standing: readonly string[]
    /** Words before the name of an author below a title: `by`, `von`. */
    readonly bylines: readonly string[]
  }
  readonly letters: {
    /** First words of a salutation: `дорогой`. */
    readonly salutations: readonly string[]
    /** First words of a closing formula: `ваш`, `с уважением`. */
    readonly closings: readonly string[]
    /** Names of months, as they stand in dates. */
    readonly months: readonly string[]
  }
  /** Words that a number follows in a citation: `стр`, `№`, `vol`. */
  readonly citations: readonly string[]
  /** Words of the book's own editors in brackets: `ред`, `прим`. */
  readonly editors: readonly string[]
}

/** An older way to spell a language. */
export interface Orthography {
  /** For messages, in English: `pre-reform`. */
  readonly name: string
  /** What was printed, and what is written today, in the order in which they are replaced. */
  readonly replacements: readonly {
    readonly printed: string
    readonly modern: string
    /** Where in a word it is replaced; anywhere when it is left out. */
    readonly at?: 'beginning' | 'end'
  }[]
}

/** Letters before and after a break, and what stands for them where the word is in one. */
export interface Respelling {
  readonly before: string
  readonly after: string
  readonly joined: string
}

/** What is known of a language, and its words. */
export interface Language extends LanguageData {
  readonly lexicon: Lexicon
  /** Whether no lexicon could be had, so that `lexicon` knows nothing. */
  readonly withoutLexicon?: boolean
  /** Whether the patterns of the language let a word be broken at an offset; in lower case. */
  readonly breaksAt?: (word: string, at: number) => boolean
  /** The older orthography that the book is in, which `lexicon` then knows. */
  readonly orthography?: Orthography
  /** The lexicon of today, where `lexicon` knows the words of an older orthography, too. */
  readonly modern?: Lexicon
  /** Whether words in an older orthography shall be read in that of today (`book.yaml`). */
  readonly normalize?: boolean
  /** Other languages that the book has words or pages in, the most frequent first. */
  readonly beside?: readonly Language[]
}
