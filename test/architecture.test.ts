import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as rules from './support/architecture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files over the ceiling of lines that are tables, not code. */
const TABLES: readonly string[] = ['app/inspector/form/plans.ts', 'src/validate/codes.ts']

const architecture = rules.readArchitecture(read('docs/architecture.md').text)
const modules = filesUnder('.')
  .filter((path) => /^(src|app)\/.*(?<!\.d)\.tsx?$/.test(path))
  .map((path) => rules.parseModule(read(path)))

describe('the code', () => {
  test('imports only what the table of docs/architecture.md allows', () => {
    expect(rules.checkImportTable(modules, architecture)).toEqual([])
  })
  test('imports folders of src through their index', () => {
    expect(rules.checkIndexes(modules)).toEqual([])
  })
  test('imports each package through its one door', () => {
    expect(rules.checkDoors(modules, architecture)).toEqual([])
  })
  test('keeps the panes of app apart', () => {
    expect(rules.checkPanes(modules)).toEqual([])
  })
  test('has no cycles', () => {
    expect(rules.checkCycles(modules)).toEqual([])
  })
  test('has no default exports', () => {
    expect(rules.checkDefaultExports(modules)).toEqual([])
  })
  test('does not silence the compiler', () => {
    expect(rules.checkTypes(modules)).toEqual([])
  })
  test('names files in kebab-case, and components by their name', () => {
    expect(rules.checkNames(modules)).toEqual([])
  })
  test('has no file over 500 lines but tables', () => {
    expect(rules.checkSize(modules, TABLES)).toEqual([])
  })
  test('mentions nothing of the place where it was made', () => {
    const texts = filesUnder('.').map(read)
    expect(rules.checkMentions(texts.filter(({ text }) => !text.includes('\0')))).toEqual([])
  })
})

describe('docs/architecture.md', () => {
  test('has a row for every folder of src', () => {
    const folders = modules.map(({ path }) => rules.folderOf(path))
    expect([...architecture.mayImport.keys()]).toEqual(
      expect.arrayContaining([...new Set(folders)]),
    )
  })
  test('is read as it is meant', () => {
    const { mayImport, doors } = architecture
    expect([...(mayImport.get('src/base') ?? ['?'])]).toEqual([])
    expect([...(mayImport.get('src/document') ?? [])]).toEqual(['src/base', 'src/yaml'])
    expect(mayImport.get('src/cli')).toContain('src/gateway')
    expect(mayImport.get('app')).toContain('src/edit')
    expect(mayImport.get('app')).not.toContain('src/cli')
    expect(doors.get('yaml')).toBe('src/yaml')
    expect(doors.get('monaco-editor')).toBe('app/editor')
  })
})

describe('every rule can fail', () => {
  const small = rules.readArchitecture(`
| \`src/base\` | things | nothing |
| \`src/yaml\` | things | base |
| \`src/cli\` | things | every folder of \`src\` |
| \`app\` | things | every folder of \`src\` but cli |
One door: \`yaml\` in \`src/yaml\`, \`@lezer/*\` in
\`src/yaml\`, \`zustand\` in \`app/store\`.`)

  test('the import table, for every way to import', () => {
    const check = (files: Files) => rules.checkImportTable(parse(files), small)
    const files = { 'src/base/index.ts': '', 'src/yaml/index.ts': '', 'src/cli/index.ts': '' }
    expect(check({ ...files, 'src/yaml/a.ts': "import '../base/index.ts'" })).toEqual([])
    expect(check({ ...files, 'app/a.ts': "import '../src/yaml/index.ts'" })).toEqual([])
    expect(check({ ...files, 'app/a.ts': "import '../src/cli/index.ts'" })).toHaveLength(1)
    expect(check({ 'src/base/a.ts': "import './b.ts'" })).toHaveLength(1)
    expect(check({ 'src/base/a.ts': "import './b'", 'src/base/b.ts': '' })).toHaveLength(1)
    expect(check({ 'src/base/a.ts': "import '../../test/data.json'" })).toHaveLength(1)
    expect(check({ 'src/new/a.ts': "import './b.ts'", 'src/new/b.ts': '' })).toHaveLength(1)
    // Beside the bundle, not a source file.
    expect(check({ 'src/base/a.ts': "new URL('../app/', import.meta.url)" })).toEqual([])
    const ways = [
      "import { a } from '../yaml/index.ts'",
      "import type { a } from '../yaml/index.ts'",
      "export * from '../yaml/index.ts'",
      "export { type a } from '../yaml/index.ts'",
      "const a = await import('../yaml/index.ts')",
      "type A = typeof import('../yaml/index.ts')",
      "new Worker(new URL('../yaml/index.ts', import.meta.url))",
    ]
    for (const way of ways) {
      expect(check({ ...files, 'src/base/a.ts': `\n${way}` })).toEqual([
        'src/base/a.ts:2 imports src/yaml, which src/base may not',
      ])
    }
  })

  test('indexes', () => {
    const check = (files: Files) => rules.checkIndexes(parse(files))
    expect(check({ 'src/yaml/a.ts': "import '../base/index.ts'; import './b.ts'" })).toEqual([])
    expect(check({ 'src/yaml/a.ts': "import '../base/text.ts'" })).toHaveLength(1)
    expect(check({ 'app/shell/a.ts': "import '../../src/base/text.ts'" })).toHaveLength(1)
    expect(check({ 'src/yaml/deep/a.ts': "import '../index.ts'" })).toHaveLength(1)
  })

  test('doors', () => {
    const check = (files: Files) => rules.checkDoors(parse(files), small)
    expect(check({ 'src/yaml/a.ts': "import 'yaml'; import '@lezer/common'" })).toEqual([])
    expect(check({ 'app/ui/a.ts': "import 'react'" })).toEqual([])
    expect(check({ 'src/cli/a.ts': "import 'node:fs'; import 'hono'" })).toEqual([])
    expect(check({ 'app/ui/a.ts': "import url from 'yaml/a.wasm?url'" })).toEqual([])
    expect(check({ 'src/base/a.ts': "import url from 'yaml/a.wasm?url'" })).toHaveLength(1)
    expect(check({ 'src/base/a.ts': "import 'yaml/util'" })).toHaveLength(1)
    expect(check({ 'src/cli/a.ts': "import type { A } from 'yaml'" })).toHaveLength(1)
    expect(check({ 'src/base/a.ts': "import '@lezer/python'" })).toHaveLength(1)
    expect(check({ 'app/canvas/a.ts': "import 'zustand/vanilla'" })).toHaveLength(1)
    expect(check({ 'src/base/a.ts': "import 'react'" })).toHaveLength(1)
    expect(check({ 'src/base/a.ts': "import 'node:fs'" })).toHaveLength(1)
    expect(check({ 'app/ui/a.ts': "import 'fs'" })).toHaveLength(1)
    expect(check({ 'src/base/a.ts': 'await import(name)' })).toHaveLength(1)
  })

  test('panes', () => {
    const check = (files: Files) => rules.checkPanes(parse(files))
    expect(check({ 'app/main.ts': "import './shell/a.ts'" })).toEqual([])
    expect(check({ 'app/shell/a.ts': "import '../canvas/a.ts'" })).toEqual([])
    expect(check({ 'app/canvas/a.ts': "import '../store/a.ts'; import './nodes/b.ts'" })).toEqual(
      [],
    )
    expect(check({ 'app/ui/a.ts': "import '../platform/a.ts'" })).toEqual([])
    expect(check({ 'app/canvas/nodes/a.ts': "import '../../editor/a.ts'" })).toHaveLength(1)
    expect(check({ 'app/canvas/a.ts': "import type { A } from '../shell/a.ts'" })).toHaveLength(1)
    expect(check({ 'app/store/a.ts': "import '../canvas/a.ts'" })).toHaveLength(1)
    expect(check({ 'app/shell/a.ts': "import '../App.tsx'" })).toHaveLength(1)
  })

  test('cycles', () => {
    const check = (files: Files) => rules.checkCycles(parse(files))
    const chain = { 'src/a/a.ts': "import './b.ts'", 'src/a/b.ts': "import './c.ts'" }
    expect(check({ ...chain, 'src/a/c.ts': '' })).toEqual([])
    expect(check({ ...chain, 'src/a/c.ts': "import type { A } from './b.ts'" })).toEqual([
      'cycle: src/a/b.ts -> src/a/c.ts -> src/a/b.ts',
    ])
    expect(check({ 'src/a/a.ts': "import './a.ts'" })).toHaveLength(1)
  })

  test('default exports', () => {
    const check = (text: string) => rules.checkDefaultExports(parse({ 'src/a/a.ts': text }))
    expect(check("export function a() {}\nswitch (1) { default: }\n'export default'")).toEqual([])
    expect(check('export default 1')).toHaveLength(1)
    expect(check('export default function a() {}')).toHaveLength(1)
    expect(check('const a = 1; export { a as default }')).toHaveLength(1)
  })

  test('silencing the compiler', () => {
    const check = (text: string) => rules.checkTypes(parse({ 'src/a/a.ts': text }))
    expect(check("const any = 'any' as const; const b = any as unknown")).toEqual([])
    expect(check('function a(b: any) {}')).toHaveLength(1)
    expect(check('const a = {} as Record<string, any>')).toHaveLength(1)
    expect(check('const a = b as unknown as string')).toHaveLength(1)
    expect(check('// @ts-expect-error: no\na()')).toHaveLength(1)
  })

  test('names', () => {
    const check = (path: string, text = '') => rules.checkNames(parse({ [path]: text }))
    expect(check('src/base/line-index.ts')).toEqual([])
    expect(check('app/canvas/layout.worker.ts')).toEqual([])
    expect(check('app/canvas/StepCard.tsx', 'export function StepCard() {}')).toEqual([])
    expect(check('app/canvas/StepCard.tsx', 'export function Other() {}')).toHaveLength(1)
    expect(check('app/canvas/StepCard.ts', 'export function StepCard() {}')).toHaveLength(1)
    expect(check('src/base/lineIndex.ts')).toHaveLength(1)
    expect(check('src/base/line_index.ts')).toHaveLength(1)
    expect(check('src/Base/line.ts')).toHaveLength(1)
  })

  test('size', () => {
    const long = { path: 'src/a/a.ts', text: 'a\n'.repeat(11) }
    const short = { path: 'src/a/a.ts', text: 'a\n'.repeat(10) }
    expect(rules.checkSize([short], [], 10)).toEqual([])
    expect(rules.checkSize([long], ['src/a/a.ts'], 10)).toEqual([])
    expect(rules.checkSize([long], [], 10)).toHaveLength(1)
    expect(rules.checkSize([short], ['src/a/a.ts'], 10)).toHaveLength(1)
  })

  test('mentions of the workplace', () => {
    const check = (path: string, text: string) => rules.checkMentions([{ path, text }])
    const workplace = ['', 'work', ''].join('/')
    expect(check('README.md', 'issue 5610 of Argo, at work')).toEqual([])
    expect(check('test/corpus/a.yaml', workplace)).toHaveLength(0)
    expect(check('README.md', workplace)).toHaveLength(1)
    expect(check('README.md', ['shared', 'corpus'].join('/'))).toHaveLength(1)
    expect(check('a.json', ['registry', 'npmjs'].join('.'))).toHaveLength(1)
    expect(check('src/a/a.ts', `// see ${['issue', 2].join(' ')}`)).toHaveLength(1)
  })
})

type Files = Readonly<Record<string, string>>

function parse(files: Files) {
  return Object.entries(files).map(([path, text]) => rules.parseModule({ path, text }))
}

/** Paths of the files of the project, from the root, without what .gitignore leaves out. */
function filesUnder(folder: string): string[] {
  const ignored: readonly string[] = read('.gitignore').text.match(/.+(?=\/$)/gm) ?? []
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    if (entry.name === '.git' || ignored.includes(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return entry.isFile() ? [relative('.', path).replaceAll(sep, '/')] : []
  })
}

function read(path: string): rules.SourceText {
  return { path, text: readFileSync(join(root, path), 'utf8') }
}
