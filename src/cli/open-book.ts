import { Memory } from '../apparatus/memory.ts'
import type { BookInput, BookOutput } from '../model/book-input.ts'
import type { Decision } from '../model/decision.ts'
import { InputError } from '../model/input-error.ts'
import { appendDecisions, readDecisions } from '../store/decisions.ts'
import { editionFolder, type ShelvedBook } from '../store/shelf.ts'
import { logSize } from '../store/watch-decisions.ts'
import { replaceFiles } from '../store/write-file.ts'
import { gatherBook } from './edit-book.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** A book that editors decide about: built once, and after each decision only as far as it touches. */
export class OpenBook {
  readonly book: ShelvedBook
  readonly #shop: Workshop
  readonly #memory: Memory
  readonly #input: BookInput
  #decisions: readonly Decision[]
  /** How many bytes of the logs are known here. */
  #size: number
  #output: BookOutput
  /** The output whose files have been read, in whole or in part. */
  #spent: BookOutput | undefined
  /** Whether rules have not been asked yet about what decisions have changed. */
  #isBehind = false

  private constructor(
    book: ShelvedBook,
    input: BookInput,
    size: number,
    made: { readonly output: BookOutput; readonly memory: Memory },
    shop: Workshop,
  ) {
    this.book = book
    this.#input = input
    this.#decisions = input.decisions
    this.#size = size
    this.#output = made.output
    this.#memory = made.memory
    this.#shop = shop
  }

  /** Throws an `InputError` for a book whose text is absent, and for anything that is not as it must be. */
  static async open(slug: string, world: World, shop: Workshop): Promise<OpenBook> {
    const size = await logSize(editionFolder(world.root, slug))
    const gathered = await gatherBook(slug, world, shop, false)
    if (!('input' in gathered)) {
      throw new InputError(`Nothing to read for ${slug}: ${gathered.reason}`, gathered.advice)
    }
    const { book, input } = gathered
    const memory = new Memory()
    const output = await shop.build(input, memory)
    return new OpenBook(book, input, size, { output, memory }, shop)
  }

  get slug(): string {
    return this.book.slug
  }

  /** The folder of the edition. */
  get folder(): string {
    return this.book.edition
  }

  get output(): BookOutput {
    return this.#output
  }

  get decisions(): readonly Decision[] {
    return this.#decisions
  }

  /** What the edition would be with more decisions. Nothing is kept of it. */
  with(more: readonly Decision[]): Promise<BookOutput> {
    return this.#made([...this.#decisions, ...more])
  }

  /**
   * Appends decisions to the log, all or none, synced, and takes in what other processes have decided. The
   * edition stays as it is until it is built.
   */
  async append(more: readonly Decision[]): Promise<void> {
    const grown = await appendDecisions(this.folder, more)
    if ((await logSize(this.folder)) !== this.#size + grown) return this.#read()
    this.#decisions = [...this.#decisions, ...more]
    this.#size += grown
  }

  /** Takes in what other processes have decided; whether they have. The edition stays as it is. */
  async reload(): Promise<boolean> {
    if ((await logSize(this.folder)) === this.#size) return false
    await this.#read()
    return true
  }

  async #read(): Promise<void> {
    // What is written while the logs are read is read again next time.
    const size = await logSize(this.folder)
    this.#decisions = await readDecisions(this.folder)
    this.#size = size
  }

  /** Makes the edition anew, with all that is decided. Its files are left as they are. */
  async build(): Promise<BookOutput> {
    this.#output = await this.#made(this.#decisions)
    this.#isBehind = false
    return this.#output
  }

  /**
   * Carries out what is decided, and asks no rule again about what that changes: the edition is there
   * at once. Whether the rules have to be asked yet, by `build`.
   */
  async carryOut(): Promise<boolean> {
    const memory = this.#memory.hurried()
    try {
      this.#output = await this.#made(this.#decisions, memory)
      this.#isBehind = memory.isBehind
    } catch {
      // What the rules said before does not go together with this: they are asked at once.
      await this.build()
    }
    return this.#isBehind
  }

  /** Appends decisions and builds the edition, with what others have decided meanwhile. */
  async decide(more: readonly Decision[]): Promise<BookOutput> {
    await this.append(more)
    return this.build()
  }

  /**
   * Writes the files of the edition that have changed; returns their names. The chunks of the files can be
   * read once: what was broken off is made again.
   */
  async write(): Promise<readonly string[]> {
    const isSpent = this.#output === this.#spent || this.#isBehind
    const output = isSpent ? await this.build() : this.#output
    this.#spent = output
    return replaceFiles(this.folder, output.files)
  }

  #made(decisions: readonly Decision[], memory = this.#memory): Promise<BookOutput> {
    return this.#shop.build({ ...this.#input, decisions }, memory)
  }
}
