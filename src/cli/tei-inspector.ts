import { Worker } from 'node:worker_threads'
import type { TeiFault } from '../formats/tei/schema/validate.ts'
import type { Chunks, Files } from '../model/file-content.ts'
import { teiSchema, teiWorker } from '../store/package-files.ts'
import type { TeiMessage } from './tei-worker.ts'
import type { Inspector } from './workshop.ts'

/** Files with more characters are left to `emend check`: libxml2 would need gigabytes for them. */
const LARGEST = 2 ** 26

/** Looks at the TEI files of editions while they are written, in a thread of its own. */
export class TeiInspector implements Inspector {
  readonly #worker: Worker
  readonly #largest: number

  constructor(largest = LARGEST) {
    this.#largest = largest
    this.#worker = new Worker(teiWorker(), { workerData: teiSchema() })
    this.#worker.unref()
  }

  /** The same files; the TEI among them is handed to the thread as it is read. */
  through(files: Files): Files {
    return new Map(
      [...files].map(([name, content]) => {
        const isTei = name.endsWith('.xml') && !(content instanceof Uint8Array)
        return [name, isTei ? this.#seen(name, content) : content]
      }),
    )
  }

  *#seen(file: string, chunks: Chunks): Generator<string | Uint8Array> {
    const parts: string[] = []
    let length = 0
    for (const chunk of chunks) {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
      length += text.length
      if (length <= this.#largest) parts.push(text)
      yield chunk
    }
    if (length <= this.#largest) this.#tell({ file, text: parts.join('') })
  }

  /** What is wrong with the files that were read since this was last asked. */
  async faults(): Promise<readonly TeiFault[]> {
    const worker = this.#worker
    worker.ref()
    const told = new Promise<readonly TeiFault[]>((resolve, reject) => {
      const end = (): void => {
        worker.off('message', found).off('error', failed).unref()
      }
      const found = (faults: readonly TeiFault[]): void => {
        end()
        resolve(faults)
      }
      const failed = (error: Error): void => {
        end()
        reject(error)
      }
      worker.on('message', found).on('error', failed)
    })
    this.#tell('faults?')
    return told
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #tell(message: TeiMessage): void {
    this.#worker.postMessage(message)
  }
}
