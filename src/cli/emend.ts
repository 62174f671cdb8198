#!/usr/bin/env node
import { writeFault } from '../store/disk-fault.ts'
import { tellFailure } from './failure.ts'
import { workshop } from './our-workshop.ts'
import { run } from './run.ts'
import { Screen } from './screen.ts'
import { askerAt } from './tty/asker.ts'
import type { World } from './world.ts'

const err = new Screen(process.stderr, process.env)
const out = new Screen(process.stdout, process.env, err)
const world: World = {
  root: '.',
  environment: process.env,
  out,
  err,
  // Only who sees the questions and can answer them is asked.
  ...(process.stdin.isTTY && err.isTerminal
    ? { asker: () => askerAt(process.stdin, process.stderr) }
    : {}),
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read us has read enough: `emend check | head`.
  if (error.code === 'EPIPE') process.exit()
  // The terminal was closed: what is open is still put away.
  if (error.code === 'EIO' && process.stdout.isTTY) return
  process.exit(tellFailure(writeFault(error, 'the standard output'), world))
})

process.exitCode = await run(process.argv.slice(2), world, workshop)
