import { runModule } from './run.mjs'

/* `npm run typecheck`: each project on its own, since each sees other globals; all of them, also after an error. */
const projects = ['.', 'src', 'src/tsconfig.node.json', 'app', 'test']

for (const project of projects) {
  if ((await runModule('typescript/bin/tsc', ['-p', project])) !== 0) process.exitCode = 1
}
