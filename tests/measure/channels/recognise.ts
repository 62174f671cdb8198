import { spawn } from 'node:child_process'
import { mulberry32 } from '../../support/random.ts'
import { degrade, type Wear } from './degrade.ts'
import { readPgm, writePgm } from './pgm.ts'

/** How pages are photographed and read. */
export interface Scan {
  /** Dots to the inch. */
  readonly resolution: number
  readonly wear: Wear
  readonly seed: number
  /** Tesseract's mode of page segmentation; 6 takes a page for one block and keeps its lines whole. */
  readonly segmentation: number
  /** Tesseract's name of the language. */
  readonly language: string
}

/** Pages that are read at a time. */
const AT_ONCE = 2

/** Reads the pages of a PDF from pictures of them; pages are parted by form feeds. */
export async function recognise(pdf: string, pages: number, scan: Scan): Promise<string> {
  const texts: string[] = []
  let next = 1
  const work = async (): Promise<void> => {
    for (let page = next++; page <= pages; page = next++)
      texts[page - 1] = await read(pdf, page, scan)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return texts.map((text) => `${text.trimEnd()}\n\f`).join('')
}

async function read(pdf: string, page: number, scan: Scan): Promise<string> {
  const picture = await photograph(pdf, page, scan)
  const said = await pipe(
    'tesseract',
    [
      '-',
      '-',
      ...['-l', scan.language],
      ...['--psm', String(scan.segmentation)],
      ...['--dpi', String(scan.resolution)],
      ...['-c', 'page_separator='],
    ],
    picture,
  )
  return said.toString('utf8')
}

/** The picture of a page as a PGM, with the wear that its number and the seed give it. */
export async function photograph(pdf: string, page: number, scan: Scan): Promise<Uint8Array> {
  const { resolution, wear, seed } = scan
  const only = ['-f', String(page), '-l', String(page)]
  const clean = await pipe('pdftoppm', ['-r', String(resolution), '-gray', ...only, pdf])
  const own = { ...wear, blur: Math.floor((wear.blur * resolution) / 300) }
  return writePgm(degrade(readPgm(clean), own, mulberry32(seed + page)))
}

/** Runs a program on some input. Throws with what it says where it fails. */
async function pipe(
  program: string,
  words: readonly string[],
  input: Uint8Array = new Uint8Array(),
): Promise<Buffer> {
  const child = spawn(program, words, { env: { ...process.env, OMP_THREAD_LIMIT: '1' } })
  const out: Buffer[] = []
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code === 0) return Buffer.concat(out)
  throw new Error(`${program} ended with ${code}: ${Buffer.concat(said).toString('utf8').trim()}`)
}
