import { buffer } from 'node:stream/consumers'
import { createScriptRunner } from '../simulate/index.ts'
import { runCli } from './run.ts'
import { nodeScriptHost } from './script-host.ts'

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  readInput: () => buffer(process.stdin),
  // Heeds NO_COLOR and FORCE_COLOR; what is no terminal has no such method.
  hasColours: process.stdout.isTTY && process.stdout.hasColors(),
  startScripts: () => createScriptRunner(nodeScriptHost()),
})
