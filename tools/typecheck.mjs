import { runModule } from './run.mjs'

/*
 * `npm run typecheck`: each project on its own, since each sees other globals; all of them, also after an error. What was checked is
 * remembered beside the packages, so that checking again looks at what has changed since.
 */
const projects = ['.', 'src', 'src/tsconfig.node.json', 'app', 'test']

for (const [index, project] of projects.entries()) {
  const memory = `node_modules/.cache/types/${String(index)}.tsbuildinfo`
  const options = ['-p', project, '--incremental', '--tsBuildInfoFile', memory]
  if ((await runModule('typescript/bin/tsc', options)) !== 0) process.exitCode = 1
}
