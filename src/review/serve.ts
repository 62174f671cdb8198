import { InputError } from '../model/input-error.ts'
import { actsIn } from './act-schema.ts'
import type { Desk } from './desk.ts'
import { changesOf } from './event-stream.ts'
import { bearsToken, type Door, stranger } from './guard.ts'
import { readJson } from './read-body.ts'
import { json, jsonText, refusal, reply } from './reply.ts'

/** A file of the page itself: it holds nothing of a book. */
export interface Asset {
  readonly type: string
  readonly text: string
  /** The digest of the script that stands in it, as `Content-Security-Policy` has it: `sha256-…`. */
  readonly script?: string
}

/** The files of the page, by the path that asks for them. */
export type Assets = ReadonlyMap<string, Asset>

type Route = (desk: Desk, request: Request) => Response | Promise<Response>

/** All that can be asked, by method and path. Nothing of a request is ever part of a path on the disk. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['GET /book', (desk) => jsonText(desk.stateText())],
  ['GET /page', (desk, request) => page(desk, parameter(request, 'sheet'))],
  ['GET /image', (desk, request) => image(desk, parameter(request, 'sheet'))],
  ['GET /boxes', (desk, request) => boxes(desk, parameter(request, 'sheet'))],
  ['GET /search', (desk, request) => json(desk.search(parameter(request, 'q').slice(0, 200)))],
  ['GET /changes', (desk) => reply(changesOf(desk), 'text/event-stream; charset=utf-8')],
  ['POST /decide', decide],
  ['POST /undo', async (desk) => json(await desk.undo())],
])

/**
 * Makes the function that answers requests about one open book. It knows no socket and no disk.
 *
 * Looks at who asks before it looks at what is asked: `Host`, `Origin`, `Sec-Fetch-Site`, then the
 * token, which all but the files of the page itself need.
 */
export function serving(
  desk: Desk,
  assets: Assets,
  door: Door,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const wrong = stranger(request, door)
    if (wrong !== undefined) return refusal(403, `Unexpected ${wrong}, expected that of this page`)
    const { pathname } = new URL(request.url)
    const asset = request.method === 'GET' ? assets.get(pathname) : undefined
    if (asset) return reply(asset.text, asset.type, 200, asset.script)
    if (!bearsToken(request, door)) {
      return refusal(401, 'No token', 'Open the address that `emend review` printed.')
    }
    const route = ROUTES.get(`${request.method} ${pathname}`)
    if (!route) return refusal(404, 'There is nothing of that name')
    return answered(route, desk, request)
  }
}

async function answered(route: Route, desk: Desk, request: Request): Promise<Response> {
  try {
    return await route(desk, request)
  } catch (error) {
    if (error instanceof InputError) return refusal(422, error.message, error.advice)
    const what = error instanceof Error ? error.message : String(error)
    return refusal(500, what, 'Nothing else was written. Try again, or look into the terminal.')
  }
}

/** Only the index of a page is taken from a request: where its image lies, `book.yaml` says. */
async function image(desk: Desk, sheet: string): Promise<Response> {
  const found = isIndex(sheet) ? await desk.image(Number(sheet)) : undefined
  return found ? reply(found.bytes, found.type) : refusal(404, 'The page has no image')
}

/** Where the words of a page stand in its image: only the index of the page is taken, here too. */
async function boxes(desk: Desk, sheet: string): Promise<Response> {
  return isIndex(sheet)
    ? json(await desk.boxes(Number(sheet)))
    : refusal(404, 'The book has no such page')
}

function isIndex(text: string): boolean {
  return /^\d{1,7}$/.test(text)
}

function page(desk: Desk, sheet: string): Response {
  const view = isIndex(sheet) ? desk.page(Number(sheet)) : undefined
  return view ? json(view) : refusal(404, 'The book has no such page')
}

async function decide(desk: Desk, request: Request): Promise<Response> {
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) {
    return refusal(415, 'Expected JSON')
  }
  const body = await readJson(request)
  if (body === 'too-large') return refusal(413, 'Unexpected size, expected at most 1 MB')
  const acts = actsIn(body)
  if (!acts) return refusal(400, 'Unexpected content, expected what the page sends')
  return json(await desk.decide(acts))
}

function parameter(request: Request, name: string): string {
  return new URL(request.url).searchParams.get(name) ?? ''
}
