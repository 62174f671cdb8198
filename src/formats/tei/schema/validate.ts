import type { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { readTags, referenceFaults } from './references.ts'

/** What is wrong with a TEI file, and where. */
export interface TeiFault {
  readonly file: string
  /** From 1; 0 for the file as a whole. */
  readonly line: number
  readonly message: string
}

/** At most so many faults of a file are told: the first says enough. */
const TOLD = 20

/**
 * Validates TEI files, one after the other, against our RELAX NG schema.
 *
 * The one place that knows libxml2. It is loaded only here, and reads nothing but what it is given: no
 * DTD, no entity, no address. About 0.1 s for the library and the schema, and 0.05 s a megabyte.
 */
export class TeiValidator {
  readonly #libxml2: typeof import('libxml2-wasm')
  readonly #grammar: XmlDocument
  readonly #validator: RelaxNGValidator

  private constructor(libxml2: typeof import('libxml2-wasm'), schema: string) {
    this.#libxml2 = libxml2
    this.#grammar = libxml2.XmlDocument.fromString(schema)
    this.#validator = libxml2.RelaxNGValidator.fromDoc(this.#grammar)
  }

  /** `schema` is the text of a RELAX NG schema in XML. */
  static async of(schema: string): Promise<TeiValidator> {
    return new TeiValidator(await import('libxml2-wasm'), schema)
  }

  /** What is wrong with a file; nothing means that it is valid. */
  faultsIn(file: string, text: string): readonly TeiFault[] {
    const { ParseOption, XmlDocument, XmlLibError } = this.#libxml2
    try {
      const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE })
      try {
        this.#validator.validate(document)
      } finally {
        document.dispose()
      }
      return []
    } catch (error) {
      if (!(error instanceof XmlLibError)) throw error
      const told = error.details.slice(0, TOLD)
      return told.map(({ line, message }) => ({ file, line, message: message.trim() }))
    }
  }

  dispose(): void {
    this.#validator.dispose()
    this.#grammar.dispose()
  }
}

/**
 * Validates the TEI files of one edition: against our RELAX NG schema (`emend.rng`, as text), and for what
 * it cannot say. No fault means that all is well.
 */
export async function teiFaults(
  schema: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly TeiFault[]> {
  const validator = await TeiValidator.of(schema)
  const faults = [...files].flatMap(([file, text]) => validator.faultsIn(file, text))
  validator.dispose()
  return [...faults, ...referenceFaults([...files].map(([file, text]) => readTags(file, text)))]
}
