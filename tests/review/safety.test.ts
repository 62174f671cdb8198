import { createHash } from 'node:crypto'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newToken } from '../../src/review/guard.ts'
import { type Listening, listen } from '../../src/review/listen.ts'
import { serving } from '../../src/review/serve.ts'
import { reviewAssets } from '../../src/store/review-assets.ts'
import { QuietDesk } from './quiet-desk.ts'

const desk = new QuietDesk()
const token = newToken()
const assets = new Map([['/', { type: 'text/html; charset=utf-8', text: '<!doctype html>' }]])
const accept = { kind: 'entry', id: 'c000000000001', act: 'accept' }
let server: Listening

beforeAll(async () => {
  server = await listen((port) => serving(desk, assets, { port, token }), 60_000)
})
afterAll(() => server.close())

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}

interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks as a browser would that has the token, but for what is set. */
function ask({
  method = 'GET',
  path = '/book',
  headers = {},
  body = '',
}: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const own = { host: `127.0.0.1:${server.port}`, 'x-emend-token': token, ...headers }
    const asked = request(
      { host: '127.0.0.1', port: server.port, method, path, headers: own, setHost: false },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

function post(body: unknown, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
  return ask({
    method: 'POST',
    path: '/decide',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** The first line of the answer to a request that no client would send. */
function rawStatus(lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: server.port })
    socket.setEncoding('utf8')
    socket.once('data', (text) => {
      resolve(String(text).split('\r\n', 1)[0] ?? '')
      socket.destroy()
    })
    socket.once('error', reject)
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  })
}

describe('the review server', () => {
  it('answers the page', async () => {
    expect((await ask({ path: '/', headers: { 'x-emend-token': '' } })).status).toBe(200)
    expect(JSON.parse((await ask({})).body)).toMatchObject({ slug: 'quiet', editor: 'Ada' })
    expect(JSON.parse((await post({ acts: [accept] })).body)).toEqual({ saved: 1, undo: null })
    expect(desk.acts).toEqual([[accept]])
  })

  it('listens on the loopback interface alone', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const host of ['::1', ...outside.map(({ address }) => address)]) {
      const reached = await new Promise((resolve) => {
        const socket = connect({ host, port: server.port, timeout: 2000 })
        socket.once('connect', () => resolve(true) ?? socket.destroy())
        socket.once('error', () => resolve(false))
        socket.once('timeout', () => resolve(false) ?? socket.destroy())
      })
      expect([host, reached]).toEqual([host, false])
    }
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '0.0.0.0', 'localhost'])(
    'refuses the Host %s, to which a name may have been bound',
    async (host) => {
      expect((await ask({ headers: { host } })).status).toBe(403)
      expect((await ask({ path: '/', headers: { host } })).status).toBe(403)
    },
  )

  it('refuses two Hosts, and a request for another server', async () => {
    const twice = ['GET /book HTTP/1.1', `host: 127.0.0.1:${server.port}`, 'host: evil.example']
    expect(await rawStatus([...twice, `x-emend-token: ${token}`])).toMatch(/^HTTP\/1.1 400 /)
    expect((await ask({ path: 'http://evil.example/book' })).status).toBe(400)
  })

  it.each(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])(
    'refuses a foreign Origin for %s',
    async (method) => {
      const origins = ['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://localhost']
      for (const origin of origins) {
        for (const type of ['application/json', 'text/plain']) {
          const headers = { origin, 'content-type': type }
          expect((await ask({ method, path: '/decide', headers })).status).toBe(403)
        }
      }
    },
  )

  it('takes its own Origin', async () => {
    const origin = `http://127.0.0.1:${server.port}`
    expect((await ask({ headers: { origin } })).status).toBe(200)
    const local = `localhost:${server.port}`
    expect((await ask({ headers: { host: local, origin: `http://${local}` } })).status).toBe(200)
    expect((await ask({ headers: { host: local, origin } })).status).toBe(403)
  })

  it.each(['cross-site', 'same-site'])('refuses what the browser calls %s', async (site) => {
    expect((await ask({ headers: { 'sec-fetch-site': site } })).status).toBe(403)
    expect((await ask({ path: '/', headers: { 'sec-fetch-site': site } })).status).toBe(403)
  })

  it.each([
    '/book',
    '/page?sheet=0',
    '/image?sheet=0',
    '/boxes?sheet=0',
    '/search?q=a',
    '/changes',
    '/nothing',
  ])(
    'gives nothing of the book at %s without the token, the stream of changes included',
    async (path) => {
      for (const wrong of ['', '0'.repeat(64), token.slice(1), token.toUpperCase()]) {
        if (wrong === token) continue
        expect((await ask({ path, headers: { 'x-emend-token': wrong } })).status).toBe(401)
      }
      const beside = { 'x-emend-token': '', cookie: `token=${token}` }
      expect((await ask({ path, headers: beside })).status).toBe(401)
      const inPath = `${path}${path.includes('?') ? '&' : '?'}token=${token}`
      expect((await ask({ path: inPath, headers: { 'x-emend-token': '' } })).status).toBe(401)
    },
  )

  it('writes nothing without the token', async () => {
    const before = desk.acts.length
    expect((await post({ acts: [accept] }, { 'x-emend-token': '' })).status).toBe(401)
    expect(desk.acts).toHaveLength(before)
  })

  it('has a token of 256 bits, never the same', () => {
    const tokens = new Set(Array.from({ length: 100 }, newToken))
    expect(tokens.size).toBe(100)
    for (const one of tokens) expect(one).toMatch(/^[0-9a-f]{64}$/)
  })

  it('allows the page its own files and nothing else', async () => {
    for (const path of ['/', '/book', '/nothing', '/page?sheet=9']) {
      const { headers } = await ask({ path })
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
          "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'",
      )
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
    }
  })

  it('lets one script stand in the page, by its digest, and none in anything else', async () => {
    const page = reviewAssets().get('/')
    const [, script = ''] = /<script[^>]*>([\s\S]*)<\/script>/u.exec(page?.text ?? '') ?? []
    expect(script.length).toBeGreaterThan(100)
    const digest = createHash('sha256').update(script).digest('base64')
    expect(page?.script).toBe(`sha256-${digest}`)
    for (const [path, { script: other }] of reviewAssets()) {
      if (path !== '/') expect(other, path).toBeUndefined()
    }
    const answer = serving(desk, reviewAssets(), { port: 80, token })
    const asking = (path: string) =>
      new Request(`http://127.0.0.1:80${path}`, { headers: { host: '127.0.0.1:80' } })
    const policies = await Promise.all(
      ['/', '/desk.js'].map(async (path) => {
        return (await answer(asking(path))).headers.get('content-security-policy')
      }),
    )
    expect(policies[0]).toContain(`script-src 'self' 'sha256-${digest}';`)
    expect(policies[1]).toContain("script-src 'self';")
  })

  it('shares nothing with other origins, and sets no cookie', async () => {
    const origin = 'http://evil.example'
    const method = 'OPTIONS'
    for (const asked of [{}, { path: '/' }, { method, headers: { origin } }, { method }]) {
      const { headers } = await ask(asked)
      expect(
        Object.keys(headers).filter((name) => /^access-control|^set-cookie/.test(name)),
      ).toEqual([])
    }
  })

  it('hands the book over as JSON, which no script element can read', async () => {
    const { headers, body } = await ask({})
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(body).title).toBe('A <script>alert(1)</script> book')
  })

  it('reads no body of more than a megabyte', async () => {
    const before = desk.acts.length
    const large = JSON.stringify({ acts: [{ ...accept, note: 'x'.repeat(1 << 20) }] })
    expect((await post(large)).status).toBe(413)
    const chunked = await post(large, { 'transfer-encoding': 'chunked' })
    expect(chunked.status).toBe(413)
    expect(desk.acts).toHaveLength(before)
  })

  it.each([
    ['no JSON', 'acts'],
    ['nothing', ''],
    ['no acts', { acts: [] }],
    ['a path for an id', { acts: [{ ...accept, id: '../../etc/passwd' }] }],
    ['an act of its own', { acts: [{ ...accept, act: 'delete' }] }],
    ['a key of its own', { acts: [{ ...accept, path: '/etc/passwd' }] }],
    ['bytes that are no text', '{"acts":"\ud800"}'],
  ])('does nothing for a body with %s', async (_, body) => {
    const before = desk.acts.length
    expect((await post(body)).status).toBe(400)
    expect(desk.acts).toHaveLength(before)
  })

  it('takes decisions as JSON alone, which a form of another page cannot send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      expect((await post({ acts: [accept] }, { 'content-type': type })).status).toBe(415)
    }
  })

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/desk.js/../../package.json',
    '/page.js',
    '//etc/passwd',
    '/..%5c..%5cpackage.json',
    '/page?sheet=../0',
    '/page?sheet=0x0',
    '/page?sheet=-1',
    '/page?sheet=1e0',
    '/boxes',
    '/boxes?sheet=../0',
    '/boxes?sheet=boxes%2f0.hocr',
    '/image',
    '/image?sheet=',
    '/image?sheet=../0',
    '/image?sheet=0/../../package.json',
    '/image?sheet=images%2f0.png',
    '/image/0',
    '/book/',
  ])('finds nothing at %s', async (path) => {
    const before = desk.images.length
    const { status, headers } = await ask({ path })
    expect([status, headers['content-type']]).toEqual([404, 'application/json; charset=utf-8'])
    expect(desk.images).toHaveLength(before)
  })

  it('gives the image of a page as an image and nothing else, and says what is amiss with it', async () => {
    const { status, headers } = await ask({ path: '/image?sheet=0' })
    expect([status, headers['content-type']]).toEqual([200, 'image/png'])
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("img-src 'self' data:;")
    expect((await ask({ path: '/image?sheet=7' })).status).toBe(404)
    const absent = await ask({ path: '/image?sheet=1' })
    expect([absent.status, JSON.parse(absent.body).message]).toEqual([
      422,
      'Nothing at raw/quiet/images/2.png',
    ])
  })

  it('closes when nobody has asked anything for long', async () => {
    const idle = await listen((port) => serving(desk, assets, { port, token }), 20)
    expect(await idle.closed).toBe('idle')
  })

  it('stays open for a page that only listens, and lets go of one that has left', async () => {
    const kept = await listen((port) => serving(desk, assets, { port, token }), 50)
    const leave = new AbortController()
    const headers = { 'x-emend-token': token }
    const stream = await fetch(`http://127.0.0.1:${kept.port}/changes`, {
      headers,
      signal: leave.signal,
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(desk.listeners.size).toBe(1)
    expect(stream.status).toBe(200)
    leave.abort()
    expect(await kept.closed).toBe('idle')
    expect(desk.listeners.size).toBe(0)
  })
})
