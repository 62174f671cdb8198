import { createInterface } from 'node:readline'
import { InputError } from '../../model/input-error.ts'
import type { Asker } from '../world.ts'

/**
 * Asks line by line. Ctrl-D answers no more questions, as if there were none; Ctrl-C leaves all as it
 * was, by an `InputError`.
 */
export function askerAt(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Asker {
  const lines = createInterface({ input, output, terminal: true, historySize: 0 })
  let isOver = false
  lines.on('close', () => {
    isOver = true
  })
  const ask = (question: string): Promise<string | undefined> => {
    if (isOver) return Promise.resolve(undefined)
    return new Promise((resolve, reject) => {
      const over = (): void => {
        output.write('\n')
        resolve(undefined)
      }
      lines.once('close', over)
      lines.once('SIGINT', () => {
        lines.off('close', over)
        output.write('\n')
        lines.close()
        reject(new InputError('Stopped: nothing was written', ''))
      })
      lines.question(question, (answer) => {
        lines.off('close', over)
        lines.removeAllListeners('SIGINT')
        resolve(answer)
      })
    })
  }
  return { ask, isOver: () => isOver, end: () => lines.close() }
}
