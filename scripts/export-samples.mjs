// @ts-check
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// The samples have their editions for readers beside the others. Books of your own are exported when
// you ask for it.

const SAMPLES = [
  'pechatnoe-delo',
  'the-printers-craft',
  'beytraege-zum-buecherwesen',
  'la-coquille',
]

const command = fileURLToPath(new URL('../dist/bin/emend.js', import.meta.url))
const { status } = spawnSync(
  process.execPath,
  [command, 'export', ...SAMPLES, '--to', 'html,epub'],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
