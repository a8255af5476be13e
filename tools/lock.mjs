import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { root, say } from './run.mjs'

const file = join(root, '.cache/lock')

/**
 * Runs a job while no other process of this checkout runs one: commands that start side by side in a fresh
 * clone install and build once. A lock whose owner is gone does not count.
 * @template T
 * @param {() => Promise<T>} job
 * @returns {Promise<T>}
 */
export async function alone(job) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (let waits = 0; !take(); waits++) {
    if (waits === 0) say('waiting for another process that installs or builds')
    await setTimeout(200)
  }
  try {
    return await job()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @returns {boolean} */
function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (ownerLives()) return false
    rmSync(file, { force: true })
    return take()
  }
}

function ownerLives() {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
