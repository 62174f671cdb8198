import { newToken } from '../review/guard.ts'
import { listen } from '../review/listen.ts'
import { serving } from '../review/serve.ts'
import { reviewAssets } from '../store/review-assets.ts'
import { counted } from './counted.ts'
import { editorName } from './editor-name.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { tellFailure } from './failure.ts'
import { OpenBook } from './open-book.ts'
import { type OpenDesk, openDesk } from './open-desk.ts'
import { styled } from './screen.ts'
import { keysOf } from './tty/keys.ts'
import { TtyReview } from './tty/tty-review.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

export interface ReviewOptions {
  readonly by?: string
  readonly port?: number
  readonly json?: boolean
  /** Ask in the terminal, and not on a page. */
  readonly tty?: boolean
}

/** What ends a review from outside. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How long the server waits for somebody to come back, in milliseconds: eight hours. */
const IDLE = 8 * 3_600_000

/** `emend review`: opens a book for decisions, as a page that only this machine can see. */
export async function review(
  name: string,
  options: ReviewOptions,
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  const slug = name.replace(/^(\.\/)?raw\//, '').replace(/\/$/, '')
  const editor = await editorName(options.by, world)
  const desk = await openDesk(await OpenBook.open(slug, world, shop), editor)
  desk.onFault = (error) => tellFailure(error, world)
  return options.tty ? ask(desk, world) : serve(desk, options, world)
}

async function ask(desk: OpenDesk, { out }: World): Promise<ExitCode> {
  const { keys, end } = keysOf(process.stdin)
  let last: NodeJS.Signals | undefined
  // A terminal that is closed ends the questions as `q` does: the files are written, then it ends us.
  const stop = (signal: NodeJS.Signals): void => {
    last = signal
    end()
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  try {
    await new TtyReview(desk, out, keys).run()
  } finally {
    end()
    await desk.close()
    for (const signal of SIGNALS) process.off(signal, stop)
  }
  if (last) process.kill(process.pid, last)
  return EXIT.done
}

async function serve(desk: OpenDesk, options: ReviewOptions, world: World): Promise<ExitCode> {
  const token = newToken()
  const assets = reviewAssets()
  const answerFor = (port: number) => serving(desk, assets, { port, token })
  const server = await listen(answerFor, IDLE, options.port ?? 0)
  const address = `http://127.0.0.1:${server.port}/#${token}`
  if (options.json) world.out.raw(`${JSON.stringify({ address })}\n`)
  else tell(desk, address, world)
  const stop = (): void => server.close()
  for (const signal of SIGNALS) process.on(signal, stop)
  const why = await server.closed
  await desk.close()
  for (const signal of SIGNALS) process.off(signal, stop)
  if (why === 'idle') world.err.line('Closed: nobody has asked anything for eight hours.')
  return EXIT.done
}

function tell(desk: OpenDesk, address: string, { out }: World): void {
  const { slug, entries, editor } = desk.state()
  const open = entries.filter(({ state }) => state === 'proposed').length
  out.line([
    styled('strong', slug),
    `: ${counted(entries.length, 'entry', 'entries')}, ${open} to decide; decisions are signed ${editor}`,
  ])
  out.raw(`\n  ${address}\n\n`)
  out.line('Open this address in a browser of this machine. Ctrl-C closes the book.')
}
