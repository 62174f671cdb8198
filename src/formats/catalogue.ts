import type { Format } from './format.ts'

/** A format as people choose it. Nothing of it is loaded until it is. */
export interface FormatEntry {
  /** As people name it: `tei`, `markdown`. */
  readonly name: string
  /** What it is, in one line of at most 60 characters. */
  readonly title: string
  /** Its other forms, asked for as `tei:plain`: what each is. */
  readonly flavours?: Readonly<Record<string, string>>
  /** Whether it packs the files of the others, and so is made after them. */
  readonly packs?: true
  readonly load: () => Promise<Format>
}

/** All formats that `emend export` can make, in the order in which `--list` shows them. */
export const CATALOGUE: readonly FormatEntry[] = [
  {
    name: 'tei',
    title: 'TEI P5: the text, and the apparatus of its corrections',
    flavours: {
      bundle: 'all of it in one file, the raw text too',
      plain: 'the corrected text alone, for programs that read words',
      parallel: 'the apparatus within the text, for EVT and TEI-CAT',
      simplePrint: 'in TEI simplePrint',
      dtabf: 'in the base format of the Deutsches Textarchiv',
      articles: 'each article in a file, and one that includes them',
    },
    load: async () => (await import('./tei/tei.ts')).tei,
  },
  {
    name: 'source',
    title: 'TEI of the raw text, from which it can be restored',
    load: async () => (await import('./source/source.ts')).source,
  },
  {
    name: 'apparatus',
    title: 'corrections and markings for programs, as JSON lines',
    load: async () => (await import('./apparatus/apparatus.ts')).apparatus,
  },
  {
    name: 'markdown',
    title: 'Markdown with footnotes, the apparatus at the end',
    flavours: { pandoc: 'the same, for Pandoc without any option' },
    load: async () => (await import('./markdown/markdown.ts')).markdown,
  },
  {
    name: 'html',
    title: 'a page for readers, complete in one file',
    load: async () => (await import('./html/html.ts')).html,
  },
  {
    name: 'epub',
    title: 'an e-book, EPUB 3, with the pages of the print',
    load: async () => (await import('./epub/epub.ts')).epub,
  },
  {
    name: 'text',
    title: 'the reading text with its notes, and nothing else',
    load: async () => (await import('./text/text.ts')).text,
  },
  {
    name: 'latex',
    title: 'for XeLaTeX with reledmac: numbered lines, apparatus at foot',
    load: async () => (await import('./latex/latex.ts')).latex,
  },
  {
    name: 'docx',
    title: 'for Word: corrections as tracked changes, notes as footnotes',
    load: async () => (await import('./docx/docx.ts')).docx,
  },
  {
    name: 'pages',
    title: 'the corrected text of each page, in a file of its own',
    load: async () => (await import('./pages/pages.ts')).pages,
  },
  {
    name: 'wikisource',
    title: 'the pages as Wikisource has them',
    load: async () => (await import('./wikisource/wikisource.ts')).wikisource,
  },
  {
    name: 'patch',
    title: 'the corrections as a patch of the raw text, for git',
    load: async () => (await import('./printed-lines/patch.ts')).patch,
  },
  {
    name: 'criticmarkup',
    title: 'the raw text with the corrections marked in it',
    load: async () => (await import('./printed-lines/critic-markup.ts')).criticMarkup,
  },
  {
    name: 'changes',
    title: 'a page that lists the corrections, each in its line',
    load: async () => (await import('./printed-lines/changes-page.ts')).changesPage,
  },
  {
    name: 'mods',
    title: 'MODS: the record of the edition, its source and its articles',
    load: async () => (await import('./mods/mods.ts')).mods,
  },
  {
    name: 'marc',
    title: 'MARCXML: a bibliographic record in MARC 21',
    load: async () => (await import('./marc/marc.ts')).marc,
  },
  {
    name: 'dc',
    title: 'Dublin Core, as OAI-PMH asks for it',
    load: async () => (await import('./dc/dc.ts')).dc,
  },
  {
    name: 'dts',
    title: 'Distributed Text Services 1.0, as files for any server',
    load: async () => (await import('./dts/dts.ts')).dts,
  },
  {
    name: 'mets',
    title: 'METS: ties images, raw text, TEI and the others together',
    packs: true,
    load: async () => (await import('./mets/mets.ts')).mets,
  },
  {
    name: 'bag',
    title: 'a BagIt bag of the raw text, the edition and the others',
    packs: true,
    load: async () => (await import('./bag/bag.ts')).bag,
  },
]
