import type { BookAnswers } from '../store/book-yaml.ts'
import { licenceOf } from './licences.ts'
import { styled } from './screen.ts'
import type { Asker, World } from './world.ts'

/** What is known before anybody is asked. */
export interface KnownOfBook {
  /** What was said already, by options or in `book.yaml`, and is not asked again. */
  readonly said: BookAnswers
  readonly title: string
  /** As it was found out, if it was. */
  readonly language: string | undefined
  /** The codes that there is data for. */
  readonly languages: readonly string[]
  /** Who works here. */
  readonly editor: string | undefined
}

type Source = NonNullable<BookAnswers['source']>

/** What is asked of the printed book, in the order of a title page. */
const OF_SOURCE: readonly (readonly [key: keyof Source, question: string])[] = [
  ['place', 'Place'],
  ['publisher', 'Publisher'],
  ['date', 'Year'],
  ['pages', 'Pages, as in 412 or 5–27'],
  ['identifier', 'ISBN, OCLC or other number'],
]

/**
 * Asks for what has not been said of a book. Every question has an answer ready or can be skipped;
 * where no more are answered, the rest is skipped.
 */
export async function askOfBook(
  known: KnownOfBook,
  asker: Asker,
  world: World,
): Promise<BookAnswers> {
  const { said } = known
  const show = (text: string): void => {
    if (!asker.isOver()) world.err.line(styled('strong', text))
  }
  world.err.line('Enter takes what stands in [brackets], or skips; Ctrl-D skips the rest.')
  show('The book')
  const title = said.title ?? (await one(asker, 'Title', known.title))
  const subtitle = said.subtitle ?? (await one(asker, 'Subtitle'))
  const language = said.language ?? (await languageOf(known, asker, world))
  const authors = said.authors ?? (await several(asker, 'Authors, as in Voss, Harriet; Pell, D.'))
  const editors = said.editors ?? (await several(asker, 'Editors of the printed book'))
  show('The printed book')
  const source: { -readonly [K in keyof Source]: string } = {}
  for (const [key, question] of OF_SOURCE) {
    const answer = said.source?.[key] ?? (await one(asker, question))
    if (answer !== undefined) source[key] = answer
  }
  show('Your edition')
  const makers = said['prepared-by'] ?? (await several(asker, 'Who makes it', known.editor))
  const licence = said.licence ?? (await licenceAsked(asker))
  return {
    ...said,
    ...(title === undefined ? {} : { title }),
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(language === undefined ? {} : { language }),
    ...(authors ? { authors } : {}),
    ...(editors ? { editors } : {}),
    ...(makers ? { 'prepared-by': makers } : {}),
    ...(licence ? { licence } : {}),
    ...(Object.keys(source).length > 0 ? { source } : {}),
  }
}

/** Whether a question of yes and no is answered with yes. */
export async function isAgreed(asker: Asker, question: string): Promise<boolean> {
  return /^\s*y/iu.test((await asker.ask(`${question} [y/N] `)) ?? '')
}

async function one(asker: Asker, question: string, ready?: string): Promise<string | undefined> {
  const brackets = ready === undefined ? '' : ` [${ready}]`
  const answer = await asker.ask(`  ${question}${brackets}: `)
  return answer === undefined ? undefined : answer.trim() || ready
}

async function several(
  asker: Asker,
  question: string,
  ready?: string,
): Promise<readonly string[] | undefined> {
  const answer = await one(asker, question, ready)
  const names = (answer ?? '').split(';').map((name) => name.trim())
  const there = names.filter((name) => name !== '')
  return there.length > 0 ? there : undefined
}

async function licenceAsked(asker: Asker): Promise<BookAnswers['licence']> {
  const answer = await one(asker, 'Licence, as in CC0, CC BY or CC BY-SA')
  return answer === undefined ? undefined : licenceOf(answer)
}

/** Asks until it is a language that there is data for. */
async function languageOf(
  { language, languages }: KnownOfBook,
  asker: Asker,
  { err }: World,
): Promise<string | undefined> {
  for (;;) {
    const answer = await one(asker, 'Language', language)
    if (answer === undefined || languages.includes(answer)) return answer
    err.line(`There is no \`${answer}\`; there are ${languages.join(', ')}.`, 4, 4)
  }
}
