import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { alone } from './lock.mjs'
import { root, run, runModule, say } from './run.mjs'

/*
 * What a checkout needs before its commands can run. Only modules of Node itself, since a fresh clone has no
 * others yet. Each function does nothing when all is in place, and throws when it cannot put it in place.
 */

/** @typedef {'app' | 'cli'} Target */

const shared = ['src', 'package.json', 'package-lock.json', 'tsconfig.base.json']

/** @type {Record<Target, { config: string, output: string, sources: readonly string[] }>} */
const targets = {
  app: {
    config: 'vite.config.ts',
    output: 'dist/app/index.html',
    sources: [...shared, 'app', 'public', 'index.html', 'vite.config.ts'],
  },
  cli: {
    config: 'vite.cli.config.ts',
    output: 'dist/cli/main.js',
    sources: [...shared, 'vite.cli.config.ts'],
  },
}

/** Installs the dependencies unless node_modules holds what package-lock.json asks for. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await alone(async () => {
    if (isInstalled()) return
    say('installing dependencies')
    const options = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
    if ((await run('npm', ['ci', ...options], { quiet: true })) !== 0)
      throw new Error('npm ci failed')
  })
}

/**
 * Builds the targets whose sources are not the ones they were last built from.
 * @param {readonly Target[]} [wanted]
 */
export async function ensureBuilt(wanted = ['cli', 'app']) {
  if (wanted.every(isBuilt)) return
  await ensureInstalled()
  await alone(async () => {
    for (const target of wanted) if (!isBuilt(target)) await build(target)
  })
}

/** Path of a Chromium for the browser tests, installed if there is none. */
export async function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  say('installing Chromium')
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await run('apt-get', ['-qq', 'update'], { quiet: true }).catch(() => 1)
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['-qq', 'install', '-y', 'chromium'], { quiet: true, env }).catch(() => 1)
  }
  if (!findBrowser())
    await runModule('@playwright/test/cli.js', ['install', 'chromium'], { quiet: true })
  const installed = findBrowser()
  if (!installed) throw new Error('no Chromium: install one, or name it in CHROME_PATH')
  return installed
}

/** Compares package-lock.json with the record that npm leaves in node_modules after each install. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    return present[path] ? present[path].version === version : optional
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packagesOf(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

/** @param {Target} target */
function isBuilt(target) {
  const { output, sources } = targets[target]
  if (!existsSync(join(root, output)) || !existsSync(stampOf(target))) return false
  return readFileSync(stampOf(target), 'utf8') === digest(sources)
}

/**
 * Builds one target. The digest is taken first, so that what is saved during the build is built next time.
 * @param {Target} target
 */
async function build(target) {
  const { config, sources } = targets[target]
  const built = digest(sources)
  say(`building the ${target === 'app' ? 'designer' : 'command line'}`)
  rmSync(stampOf(target), { force: true })
  const args = ['build', '--config', config, '--logLevel', 'warn']
  const status = await runModule('vite/bin/vite.js', args, { quiet: true })
  if (status !== 0) throw new Error(`building ${target} failed`)
  mkdirSync(dirname(stampOf(target)), { recursive: true })
  writeFileSync(stampOf(target), built)
}

/** @param {Target} target */
function stampOf(target) {
  return join(root, `dist/${target}.stamp`)
}

/**
 * One digest of the names and the bytes of files and folders.
 * @param {readonly string[]} paths
 */
function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder))
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const status = statSync(join(root, path), { throwIfNoEntry: false })
  if (!status?.isDirectory()) return status ? [path] : []
  const names = readdirSync(join(root, path)).sort()
  return names.flatMap((name) => filesUnder(`${path}/${name}`))
}
