import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Most characters that a program may write. */
const MOST = 1 << 28

/** Does something in a new folder, and takes it away again. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'emend-reprint-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Prints a page of HTML to `folder/print.pdf`, and gives its path. */
export async function printPdf(html: string, folder: string): Promise<string> {
  const page = join(folder, 'print.html')
  const pdf = join(folder, 'print.pdf')
  await writeFile(page, html)
  await run(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--no-pdf-header-footer',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ],
    { maxBuffer: MOST, timeout: 300_000 },
  )
  await readFile(pdf)
  return pdf
}

/** What `pdftotext` takes out of a PDF, page by page with form feeds. */
export async function pdfText(pdf: string, mode: 'layout' | 'raw'): Promise<string> {
  const { stdout } = await run('pdftotext', [`-${mode}`, '-enc', 'UTF-8', pdf, '-'], {
    maxBuffer: MOST,
  })
  return stdout
}
