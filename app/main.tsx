// First of all, so that the page never shows in the wrong colours.
import { theme } from './shell/start-theme.ts'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { browserCluster } from './cluster/index.ts'
import { browserRuns } from './runs.ts'
import { begin } from './shell/start/begin.ts'
import { openWorkshop } from './shell/start/workshop.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
const workshop = openWorkshop(await begin())
const cluster = browserCluster(workshop.designer, () => workshop.problems.flush().list)
const runs = browserRuns(workshop.designer)
createRoot(root).render(
  <StrictMode>
    <App workshop={workshop} cluster={cluster} runs={runs} theme={theme} />
  </StrictMode>,
)
