import { referenceFaults } from './references.ts'

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
 * Validates the TEI files of one edition: against our RELAX NG schema (`emend.rng`, as text), and for what
 * it cannot say. No fault means that all is well.
 *
 * The one place that knows libxml2. It is loaded only here, and reads nothing but what it is given: no
 * DTD, no entity, no address. About 0.1 s for the library and the schema, and 0.05 s a megabyte.
 */
export async function teiFaults(
  schema: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly TeiFault[]> {
  const { ParseOption, RelaxNGValidator, XmlDocument, XmlLibError } = await import('libxml2-wasm')
  const grammar = XmlDocument.fromString(schema)
  const validator = RelaxNGValidator.fromDoc(grammar)
  const faults: TeiFault[] = []
  for (const [file, text] of files) {
    try {
      const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE })
      try {
        validator.validate(document)
      } finally {
        document.dispose()
      }
    } catch (error) {
      if (!(error instanceof XmlLibError)) throw error
      for (const { line, message } of error.details.slice(0, TOLD)) {
        faults.push({ file, line, message: message.trim() })
      }
    }
  }
  validator.dispose()
  grammar.dispose()
  return [...faults, ...referenceFaults(files)]
}
