/** The files that a format packs or describes, as bytes. */
export interface Beside {
  /** Of the edition, by their names in its folder; those of the same command among them. */
  readonly edition: ReadonlyMap<string, Uint8Array>
  /** What the edition is made from, by its names in the book's folder under `raw/`; the raw text first. */
  readonly raw: ReadonlyMap<string, Uint8Array>
}

const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  md: 'text/markdown',
  png: 'image/png',
  tex: 'application/x-tex',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  txt: 'text/plain',
  webp: 'image/webp',
  wiki: 'text/plain',
  xml: 'application/xml',
  yaml: 'application/yaml',
  zip: 'application/zip',
}

/** The media type of a file, by its extension. */
export function mediaType(name: string): string {
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return TYPES[extension] ?? 'application/octet-stream'
}
