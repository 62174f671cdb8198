import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/** A server that listens. */
export interface Listening {
  readonly port: number
  /** Resolves when the server has stopped: closed, or idle for long. */
  readonly closed: Promise<'closed' | 'idle'>
  close(): void
}

type Answer = (request: Request) => Promise<Response>

/**
 * The only place that opens a socket: listens on the loopback interface, on a port that the system
 * chooses, and hands requests over as `Request`. `answerFor` makes the answers once the port is known.
 *
 * Stops by itself when nobody has asked anything and no page was open for `idle` milliseconds.
 */
export async function listen(
  answerFor: (port: number) => Answer,
  idle: number,
  wanted = 0,
): Promise<Listening> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const answer = answerFor(port)
  const watch = idleWatch(server, idle)
  server.on('request', (incoming, outgoing) => {
    watch.begin()
    outgoing.once('close', () => watch.end())
    void pass(answer, incoming, outgoing)
  })
  const closed = new Promise<'closed' | 'idle'>((resolve) => {
    server.once('close', () => resolve(watch.wasIdle ? 'idle' : 'closed'))
  })
  return { port, closed, close: () => stop(server) }
}

/** Counts what is open, and stops the server after a time without anything. */
function idleWatch(server: Server, idle: number) {
  let open = 0
  let timer: NodeJS.Timeout | undefined
  const watch = {
    wasIdle: false,
    begin(): void {
      open++
      clearTimeout(timer)
    },
    end(): void {
      open--
      if (open === 0) rest()
    },
  }
  const rest = (): void => {
    timer = setTimeout(() => {
      watch.wasIdle = true
      stop(server)
    }, idle)
    // The socket keeps the process alive; the clock alone must not.
    timer.unref()
  }
  server.once('close', () => clearTimeout(timer))
  rest()
  return watch
}

function stop(server: Server): void {
  server.close()
  server.closeAllConnections()
}

async function pass(
  answer: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const request = requestOf(incoming)
    if (!request) {
      outgoing.writeHead(400).end()
      return
    }
    const response = await answer(request)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    if (!response.body) {
      outgoing.end()
      return
    }
    const body = Readable.fromWeb(response.body)
    body.on('error', () => outgoing.destroy())
    outgoing.once('close', () => body.destroy())
    body.pipe(outgoing)
  } catch {
    outgoing.destroy()
  }
}

function requestOf(incoming: IncomingMessage): Request | undefined {
  const { method = 'GET', url = '/' } = incoming
  if (!url.startsWith('/')) return undefined
  const headers = new Headers()
  const seen = new Set<string>()
  for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2) {
    const name = (incoming.rawHeaders[i] ?? '').toLowerCase()
    // Two of these would be one for whoever checks and the other for whoever answers.
    if ((name === 'host' || name === 'origin') && seen.has(name)) return undefined
    seen.add(name)
    headers.append(name, incoming.rawHeaders[i + 1] ?? '')
  }
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(new URL(`http://127.0.0.1${url}`), {
    method,
    headers,
    ...(hasBody ? { body: bodyOf(incoming), duplex: 'half' } : {}),
  })
}

/** The body as a stream. One that nobody reads to its end stays, so that the refusal can be sent. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming.iterator({ destroyOnReturn: false })
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
}
