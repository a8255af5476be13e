import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'

/*
 * The rules of docs/architecture.md as functions from files to findings. A finding is one line that begins with
 * `file:line`. Nothing here reads the disk, so every rule can be shown to fail on files made up for it.
 */

export interface SourceText {
  readonly path: string
  readonly text: string
}

export interface Module extends SourceText {
  readonly ast: ts.SourceFile
  readonly imports: readonly Import[]
}

/** Any way in which a file names another: static, type, dynamic, re-exported, or `new URL` of a worker. */
export interface Import {
  readonly specifier: string
  readonly line: number
  /** The file it names, from the root, if the specifier is relative. */
  readonly target: string | undefined
}

/** What docs/architecture.md says. */
export interface Architecture {
  /** For each folder of the table, the other folders that it may import. */
  readonly mayImport: ReadonlyMap<string, ReadonlySet<string>>
  /** For each package (or `@scope/*`), the one folder that may import it. */
  readonly doors: ReadonlyMap<string, string>
}

/** The folders of `src` that run in Node and may use what Node and the registry offer. */
const NODE_FOLDERS = ['src/cli', 'src/gateway']

/** The folders of `app` that must not know each other. */
const PANES = [
  'canvas',
  'inspector',
  'editor',
  'palette',
  'problems',
  'references',
  'cluster',
  'simulator',
]

export function readArchitecture(markdown: string): Architecture {
  const rows = [...markdown.matchAll(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm)]
  const folders = rows.map(([, folder = '']) => folder)
  const mayImport = new Map(
    rows.map(([, folder = '', allowed = '']) => [folder, readAllowed(allowed, folders)]),
  )
  const sentences = markdown.replaceAll('\n', ' ').matchAll(/`([^`]+)` in `((?:src|app)\/[^`]+)`/g)
  const doors = new Map([...sentences].map(([, name = '', folder = '']) => [name, folder]))
  return { mayImport, doors }
}

/** Reads a cell: `nothing`, `base, yaml`, or ``every folder of `src` but cli and gateway``. */
function readAllowed(cell: string, folders: readonly string[]): ReadonlySet<string> {
  const names = (text: string) => (text.match(/[\w-]+/g) ?? []).map((name) => `src/${name}`)
  if (cell === 'nothing') return new Set()
  if (!cell.startsWith('every folder of `src`')) return new Set(names(cell))
  const but = names(/ but (.*)/.exec(cell)?.[1]?.replaceAll(' and ', ' ') ?? '')
  return new Set(folders.filter((folder) => folder.startsWith('src/') && !but.includes(folder)))
}

export function parseModule({ path, text }: SourceText): Module {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const ast = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind)
  const imports = [...nodesOf(ast)].flatMap((node) => {
    const named = importedBy(node)
    if (!named) return []
    const specifier = ts.isStringLiteralLike(named) ? named.text : '(computed)'
    const file = specifier.replace(/\?.*$/, '')
    const target = /^\.{1,2}\//.test(file) ? posix.join(posix.dirname(path), file) : undefined
    return [{ specifier, line: lineOf(ast, node), target }]
  })
  return { path, text, ast, imports }
}

/** The expression that names another file, if the node is an import of any kind. */
function importedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0]
  }
  const isFileUrl = ts.isNewExpression(node) && node.arguments?.[1]?.getText() === 'import.meta.url'
  const [file] = isFileUrl ? node.arguments : []
  return file && ts.isStringLiteralLike(file) && /\.tsx?$/.test(file.text) ? file : undefined
}

/** Each folder imports only what its row of the table allows, and only files that exist. */
export function checkImportTable(
  modules: readonly Module[],
  { mayImport }: Architecture,
): string[] {
  const paths = new Set(modules.map(({ path }) => path))
  return overImports(modules, (module, { target }) => {
    if (target === undefined || target === 'package.json') return undefined
    if (/\.tsx?$/.test(target) || !posix.extname(target)) {
      if (!paths.has(target)) return `imports ${target}, which is no file of src or app`
    }
    const from = folderOf(module.path)
    const to = folderOf(target)
    const allowed = mayImport.get(from)
    if (!allowed) return `is in ${from}, which has no row in the table`
    return from === to || allowed.has(to) ? undefined : `imports ${to}, which ${from} may not`
  })
}

/** Across folders of `src` only the index is imported; within a folder it never is. */
export function checkIndexes(modules: readonly Module[]): string[] {
  return overImports(modules, ({ path }, { target }) => {
    if (!target?.startsWith('src/')) return undefined
    const index = `${folderOf(target)}/index.ts`
    const inside = folderOf(path) === folderOf(target)
    if (inside) return target === index ? 'imports the index of its own folder' : undefined
    return target === index ? undefined : `imports ${target} instead of ${index}`
  })
}

/** Each package has one door; `src` has no packages but behind doors; Node is only for the Node folders. */
export function checkDoors(modules: readonly Module[], { doors }: Architecture): string[] {
  return overImports(modules, ({ path }, { specifier, target }) => {
    if (target !== undefined) return undefined
    const isForNode = NODE_FOLDERS.includes(folderOf(path))
    // No code, but the address of a file.
    if (path.startsWith('app/') && specifier.endsWith('?url')) return undefined
    if (isBuiltin(specifier)) return isForNode ? undefined : `imports ${specifier} of Node`
    const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
    const door = doors.get(name) ?? doors.get(name.replace(/\/.*/, '/*'))
    if (door)
      return path.startsWith(`${door}/`) ? undefined : `imports ${name}, whose door is ${door}`
    return path.startsWith('app/') || isForNode
      ? undefined
      : `imports ${name}, which has no door in src`
  })
}

/** In `app` imports go down: composition root, shell, panes, and last what all share. Panes do not meet. */
export function checkPanes(modules: readonly Module[]): string[] {
  const folder = (path: string) => path.split('/').slice(1, -1)[0] ?? 'root'
  const height = (name: string) =>
    name === 'root' ? 3 : name === 'shell' ? 2 : PANES.includes(name) ? 1 : 0
  return overImports(modules, ({ path }, { target }) => {
    if (!path.startsWith('app/') || !target?.startsWith('app/')) return undefined
    const [from, to] = [folder(path), folder(target)]
    const isFine = from === to || height(to) < height(from) || height(to) === 0
    return isFine ? undefined : `in ${from} imports ${to}`
  })
}

/** No file imports itself through others. Each cycle is told once. */
export function checkCycles(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set<string>()
  const trail: string[] = []
  const findings: string[] = []
  const visit = (path: string): void => {
    const start = trail.indexOf(path)
    if (start >= 0) findings.push(`cycle: ${[...trail.slice(start), path].join(' -> ')}`)
    const module = byPath.get(path)
    if (start >= 0 || done.has(path) || !module) return
    trail.push(path)
    for (const { target } of module.imports) if (target !== undefined) visit(target)
    trail.pop()
    done.add(path)
  }
  for (const { path } of modules) visit(path)
  return findings
}

/** Named exports only. */
export function checkDefaultExports(modules: readonly Module[]): string[] {
  return overNodes(modules, (node) => {
    const isDefault =
      ts.isExportAssignment(node) ||
      node.kind === ts.SyntaxKind.DefaultKeyword ||
      (ts.isExportSpecifier(node) && node.name.text === 'default')
    return isDefault ? 'has a default export' : undefined
  })
}

/** Nothing that silences the compiler: `any`, `as unknown as`, comments that switch it off. */
export function checkTypes(modules: readonly Module[]): string[] {
  const nodes = overNodes(modules, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) return 'says any'
    if (!ts.isAsExpression(node) || !ts.isAsExpression(node.expression)) return undefined
    const { kind } = node.expression.type
    return kind === ts.SyntaxKind.UnknownKeyword ? 'casts through unknown' : undefined
  })
  const comments = modules.flatMap(({ path, text }) =>
    [...text.matchAll(/@ts-(?:ignore|nocheck|expect-error)/g)].map(
      ({ 0: comment, index }) => `${path}:${lineAt(text, index)} says ${comment}`,
    ),
  )
  return [...nodes, ...comments]
}

/** Kebab-case names; PascalCase for a .tsx file that exports the component of its name. */
export function checkNames(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, text }) => {
    const { dir, name, ext } = posix.parse(path)
    const isComponent =
      ext === '.tsx' && /^[A-Z]\w*$/.test(name) && RegExp(`export .*\\b${name}\\b`).test(text)
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
    const words = [...dir.split('/'), ...(isComponent ? [] : name.split('.'))]
    return words.every((word) => kebab.test(word)) ? [] : [`${path}:1 is not named as files are`]
  })
}

/** No file is longer than the ceiling but the tables, which are listed and must need it. */
export function checkSize(
  modules: readonly SourceText[],
  tables: readonly string[],
  ceiling = 500,
): string[] {
  const tooLong = modules.filter(({ text }) => lineAt(text, text.trimEnd().length) > ceiling)
  const unlisted = tooLong.filter(({ path }) => !tables.includes(path))
  const idle = tables.filter((table) => !tooLong.some(({ path }) => path === table))
  return [
    ...unlisted.map(({ path }) => `${path}:${ceiling + 1} is over ${ceiling} lines`),
    ...idle.map((path) => `${path}:1 is listed as a long table and is none`),
  ]
}

/** What tells where the project was made rather than what it is. */
const MENTIONS: readonly { readonly pattern: RegExp; readonly fineIn?: RegExp }[] = [
  // Manifests may well mount a volume there.
  { pattern: /\/work\//g, fineIn: /^(test\/corpus|public\/examples)\// },
  { pattern: /shared\/corpus/g, fineIn: /^test\// },
  { pattern: /registry\.npmjs/g },
  { pattern: /\bissue #?\d{1,2}\b/gi },
]

/** No file of the project mentions the place where it was made. */
export function checkMentions(files: readonly SourceText[]): string[] {
  return files.flatMap(({ path, text }) =>
    MENTIONS.filter(({ fineIn }) => !fineIn?.test(path)).flatMap(({ pattern }) =>
      [...text.matchAll(pattern)].map(
        ({ 0: mention, index }) => `${path}:${lineAt(text, index)} mentions ${mention}`,
      ),
    ),
  )
}

/** `src/x` for a file of `src`, else the first folder of its path. */
export function folderOf(path: string): string {
  const parts = path.split('/')
  return parts.slice(0, parts[0] === 'src' ? 2 : 1).join('/')
}

function overImports(
  modules: readonly Module[],
  rule: (module: Module, imported: Import) => string | undefined,
): string[] {
  return modules.flatMap((module) =>
    module.imports.flatMap((imported) => {
      const message = rule(module, imported)
      return message === undefined ? [] : [`${module.path}:${imported.line} ${message}`]
    }),
  )
}

function overNodes(
  modules: readonly Module[],
  rule: (node: ts.Node) => string | undefined,
): string[] {
  return modules.flatMap(({ path, ast }) =>
    [...nodesOf(ast)].flatMap((node) => {
      const message = rule(node)
      return message === undefined ? [] : [`${path}:${lineOf(ast, node)} ${message}`]
    }),
  )
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* nodesOf(child)
}

function lineOf(ast: ts.SourceFile, node: ts.Node): number {
  return ast.getLineAndCharacterOfPosition(node.getStart(ast)).line + 1
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
