import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Truth } from '../support/typesetter/truth.ts'
import type { Chapters, Corpus } from './corpora.ts'
import { htmlTruth, type Page } from './html-truth.ts'
import { packageFolder } from './unpack.ts'

/** Reads a text that we did not write, up to so many characters. Throws where it is not to be had. */
export function readCorpus({ package: name, language, chapters }: Corpus, most: number): Truth {
  const folder = join(packageFolder(name), chapters.folder)
  const { top = 1, references = false } = chapters
  return htmlTruth(pagesOf(folder, chapters), { language, most, top, references })
}

/** The pages of a text in their order, each read when it is asked for. */
function* pagesOf(folder: string, { first, titles }: Chapters): Generator<Page> {
  const seen = new Set<string>()
  let name: string | undefined = first
  while (name !== undefined && !seen.has(name) && existsSync(join(folder, name))) {
    seen.add(name)
    const html: string = readFileSync(join(folder, name), 'utf8')
    yield titles ? { html, title: titleOf(html).split(' | ')[0] ?? '' } : { html }
    name = nextOf(html) ?? titles?.[titles.indexOf(name) + 1]
  }
  if (seen.size === 0) throw new Error(`Expected ${first} in ${folder}`)
}

/** The title of a page, as its head gives it. */
function titleOf(html: string): string {
  return /<title[^>]*>([^<]*)<\/title>/u.exec(html)?.[1]?.trim() ?? ''
}

/** The name of the page that follows, where the head of a page gives it. */
function nextOf(html: string): string | undefined {
  const link = /<link[^>]*\brel="next"[^>]*>/u.exec(html)?.[0]
  return link && /\bhref="([^"#]+)/u.exec(link)?.[1]
}
