import { Memory } from '../apparatus/memory.ts'
import type { BookInput, BookOutput } from '../model/book-input.ts'
import type { Decision } from '../model/decision.ts'
import { appendDecisions, readDecisions } from '../store/decisions.ts'
import type { AbsentText } from '../store/raw-text.ts'
import { replaceFiles } from '../store/write-file.ts'
import { gatherBook } from './edit-book.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** A book that editors decide about: built once, and after each decision only as far as it touches. */
export class OpenBook {
  readonly slug: string
  /** The folder of the edition. */
  readonly folder: string
  readonly #shop: Workshop
  readonly #memory: Memory
  #input: BookInput
  #output: BookOutput

  private constructor(
    { slug, folder }: { readonly slug: string; readonly folder: string },
    input: BookInput,
    output: BookOutput,
    shop: Workshop,
    memory: Memory,
  ) {
    this.slug = slug
    this.folder = folder
    this.#input = input
    this.#output = output
    this.#shop = shop
    this.#memory = memory
  }

  /** Throws an `InputError` for anything that is not as it must be. */
  static async open(slug: string, world: World, shop: Workshop): Promise<OpenBook | AbsentText> {
    const gathered = await gatherBook(slug, world, shop, false)
    if (!('input' in gathered)) return gathered
    const { book, input } = gathered
    const memory = new Memory()
    const output = await shop.build(input, memory)
    return new OpenBook({ slug, folder: book.edition }, input, output, shop, memory)
  }

  get output(): BookOutput {
    return this.#output
  }

  get decisions(): readonly Decision[] {
    return this.#input.decisions
  }

  /** What the edition would be with more decisions. Nothing is kept of it. */
  async with(more: readonly Decision[]): Promise<BookOutput> {
    const decisions = [...this.decisions, ...more]
    return this.#shop.build({ ...this.#input, decisions }, this.#memory)
  }

  /** Appends decisions to the log, synced, and builds the edition anew. Its files are left as they are. */
  async decide(more: readonly Decision[]): Promise<BookOutput> {
    await appendDecisions(this.folder, more)
    return this.reload()
  }

  /** Reads the log again, in which others may have decided. */
  async reload(): Promise<BookOutput> {
    return this.#rebuild(await readDecisions(this.folder))
  }

  /** Writes the files of the edition that have changed; returns their names. */
  async write(): Promise<readonly string[]> {
    return replaceFiles(this.folder, this.#output.files)
  }

  async #rebuild(decisions: readonly Decision[]): Promise<BookOutput> {
    this.#input = { ...this.#input, decisions }
    this.#output = await this.#shop.build(this.#input, this.#memory)
    return this.#output
  }
}
