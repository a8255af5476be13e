import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/*
 * Compresses what the browser loads once, at build time, as well as it can be: the gateway then serves `name.br` or `name.gz` in
 * place of `name` to browsers that take it.
 */

const COMPRESSIBLE = /\.(js|css|html|svg|ttf|json|yaml|wasm)$/
const SMALLEST = 1024
/** The best quality takes seconds for each megabyte, and gains little there. */
const LARGE = 1024 * 1024

/** A plugin for Vite: writes the compressed files beside those of the build. */
export function precompress() {
  return {
    name: 'precompress',
    apply: /** @type {const} */ ('build'),
    /** @param {{ dir?: string | undefined }} options */
    writeBundle({ dir }) {
      if (dir === undefined) return
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (COMPRESSIBLE.test(name)) compressFile(join(dir, name))
      }
    },
  }
}

/** @param {string} file */
function compressFile(file) {
  const content = readFileSync(file)
  if (content.length < SMALLEST) return
  const quality = content.length > LARGE ? 9 : 11
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }))
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
}
