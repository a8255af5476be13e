import { scriptLanguage } from './script-language.ts'
import type { ScriptView } from './view.ts'

/** What a language can write to its standard output with, or start something else that does. */
const speaking = {
  python:
    /print|stdout|stdin|\bexec|\beval|system|popen|subprocess|spawn|\bpty\b|__import__|importlib|runpy|ctypes|\bhelp\s*\(|\bos\.(?:write|exec\w*|dup2?|fdopen)|open\s*\(\s*[01]\b|\/dev\/|\/proc\//i,
  javascript:
    /console|stdout|process|print|\beval|Function\s*\(|exec|spawn|\bimport\s*\(|write\w*\(\s*1\b|\/dev\/|\/proc\//,
} as const

/** Modules that say nothing when they are used. */
const silent = {
  python: new Set(
    'abc base64 bisect calendar collections copy csv dataclasses datetime decimal enum fractions functools glob hashlib heapq hmac io itertools json math operator os pathlib random re secrets shutil statistics string struct sys tempfile textwrap time typing uuid zlib'.split(
      ' ',
    ),
  ),
  javascript: new Set('assert buffer crypto fs os path querystring url util zlib'.split(' ')),
} as const

const imports = {
  python: /^[^\S\n]*(?:from\s+([\w.]+)\s+import|import\s+([^\n#;]+))/gm,
  javascript: /(?:\brequire\s*\(\s*|\bfrom\s*|^\s*import\s*)['"](?:node:)?([^'"]*)['"]/gm,
} as const

/**
 * Whether a script certainly leaves nothing on its standard output, so that its result is empty: it is Python or JavaScript, uses nothing that writes
 * there, calls nothing that is not known to be quiet, and no tag is a part of its program.
 */
export function isSilentScript(script: ScriptView): boolean {
  const { source = '', command } = script
  const [program, ...options] = command
  const language = scriptLanguage(script)
  if (language !== 'python' && language !== 'javascript') return false
  if (source.trim() === '' || program === undefined || program.includes('env')) return false
  // What is not read from the source is another program.
  if (options.some((option) => option !== '-u')) return false
  if (speaking[language].test(source) || hasBareTag(source)) return false
  for (const [, first = '', second = ''] of source.matchAll(imports[language])) {
    const names = `${first},${second}`.split(',').flatMap((name) => moduleOf(name) ?? [])
    if (names.some((name) => !silent[language].has(name))) return false
  }
  return true
}

/** `os.path as p` is of the module `os`; of a path no module is known. */
function moduleOf(text: string): string | undefined {
  const name = text.trim()
  return name === '' ? undefined : (/^\w+/.exec(name)?.[0] ?? name)
}

/** Whether a tag stands where it is not all of a quoted text, so that it may become a part of the program. */
function hasBareTag(source: string): boolean {
  return /(?<!['"`])\{\{/.test(source)
}
