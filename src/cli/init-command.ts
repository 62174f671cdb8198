import { type Command, InvalidArgumentError, Option } from 'commander'
import type { BookAnswers } from '../store/book-yaml.ts'
import { isSlug } from '../store/slug.ts'
import type { ExitCode } from './exit-code.ts'
import { licenceOf } from './licences.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

interface InitFlags {
  readonly title?: string
  readonly subtitle?: string
  readonly author?: readonly string[]
  readonly editor?: readonly string[]
  readonly language?: string
  readonly place?: string
  readonly publisher?: string
  readonly year?: string
  readonly pages?: string
  readonly identifier?: string
  readonly preparedBy?: readonly string[]
  readonly licence?: string
  readonly encoding?: string
  readonly slug?: string
  readonly replace?: true
  readonly yes?: true
}

/** Adds `emend init` to the program. */
export function addInit(
  program: Command,
  world: World,
  shop: Workshop,
  done: (code: ExitCode) => void,
): void {
  program
    .command('init')
    .summary('put a text under raw/ as a new book')
    .description(
      'Copies FILE byte for byte to raw/SLUG/ in this folder and writes a book.yaml beside it. ' +
        "The slug is the file's stem. At a terminal it asks for what was not said of the book; " +
        'every question can be skipped.',
    )
    .argument('<file>', 'the extracted text of a printed book')
    .option('--title <title>', "the book's title (default: the file's stem)")
    .option('--subtitle <subtitle>', 'its subtitle')
    .option('--author <name>', '`Surname, Name`; may be given again', repeated)
    .option('--editor <name>', 'of the printed book; may be given again', repeated)
    .addOption(
      new Option('--language <code>', 'its language, such as ru (default: found out)').argParser(
        language,
      ),
    )
    .option('--place <place>', 'where it was printed')
    .option('--publisher <name>', 'who published it')
    .option('--year <year>', 'when')
    .option('--pages <pages>', 'how many it has, or which: 412, 5–27')
    .option('--identifier <number>', 'its ISBN or another number')
    .option('--prepared-by <name>', 'who makes the edition; may be given again', repeated)
    .option('--licence <name>', 'of the edition: CC0, CC BY, or any other')
    .option('--encoding <name>', 'of the file (default: found out)')
    .addOption(
      new Option('--slug <name>', 'the name of the folder, in place of the stem').argParser(slug),
    )
    .option('--replace', 'put a new extraction in the place of the text that is there')
    .option('-y, --yes', 'ask nothing, take what was said and found out')
    .addHelpText(
      'after',
      `
Examples:
  $ emend init scan.txt
  $ emend init alt.txt --encoding koi8-r --language ru
  $ emend init book.txt --yes --author "Voss, Harriet" --year 1898 --licence CC0`,
    )
    .action(async (file: string, flags: InitFlags) => {
      const { init } = await import('./init.ts')
      const { slug: name, replace, yes } = flags
      const options = {
        said: saidBy(flags),
        ...(name === undefined ? {} : { slug: name }),
        replace: replace === true,
        yes: yes === true,
      }
      done(await init(file, options, world, shop))
    })
}

/** What the options say of the book. */
function saidBy(flags: InitFlags): BookAnswers {
  const { author, editor, preparedBy, licence, year } = flags
  const source = {
    ...there('place', flags.place),
    ...there('publisher', flags.publisher),
    ...there('date', year),
    ...there('pages', flags.pages),
    ...there('identifier', flags.identifier),
  }
  return {
    ...there('title', flags.title),
    ...there('subtitle', flags.subtitle),
    ...there('language', flags.language),
    ...there('encoding', flags.encoding),
    ...(author ? { authors: author } : {}),
    ...(editor ? { editors: editor } : {}),
    ...(preparedBy ? { 'prepared-by': preparedBy } : {}),
    ...(licence === undefined ? {} : { licence: licenceOf(licence) }),
    ...(Object.keys(source).length > 0 ? { source } : {}),
  }
}

function there<K extends string>(
  key: K,
  value: string | undefined,
): { readonly [P in K]?: string } {
  const found: { [P in K]?: string } = {}
  if (value !== undefined) found[key] = value
  return found
}

function repeated(name: string, before: readonly string[] = []): readonly string[] {
  return [...before, name]
}

function language(code: string): string {
  if (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return code
  throw new InvalidArgumentError('Expected a code such as ru or en-GB.')
}

function slug(name: string): string {
  if (isSlug(name)) return name
  throw new InvalidArgumentError('Expected letters, digits, `.`, `_` and `-`.')
}
