import { parentPort, workerData } from 'node:worker_threads'
import { readTags, referenceFaults, type Tags } from '../formats/tei/schema/references.ts'
import { type TeiFault, TeiValidator } from '../formats/tei/schema/validate.ts'

/** A file to look at, or the wish to be told what is wrong with all since the last wish. */
export type TeiMessage = { readonly file: string; readonly text: string } | 'faults?'

// A thread of its own: it loads libxml2 and our schema while the edition is still being made, and looks
// at each file while the next one is written. See `TeiInspector`.
const validator = await TeiValidator.of(String(workerData))
const read: Tags[] = []
const faults: TeiFault[] = []

parentPort?.on('message', (message: TeiMessage) => {
  if (message !== 'faults?') {
    read.push(readTags(message.file, message.text))
    faults.push(...validator.faultsIn(message.file, message.text))
    return
  }
  parentPort?.postMessage([...faults, ...referenceFaults(read)])
  read.length = 0
  faults.length = 0
})
