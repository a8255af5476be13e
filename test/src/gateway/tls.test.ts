import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ask, fakeArgo, gateway } from './harness.ts'

const canSign = spawnSync('openssl', ['version']).status === 0

/** As Argo's server signs one for itself at its start. */
const certificate = canSign ? selfSigned() : { key: '', cert: '' }

function selfSigned(): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'stepwright-tls-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const subject = ['-days', '2', '-subj', '/CN=argo', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  })
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}

describe.skipIf(!canSign)('an Argo Server with a certificate of its own', () => {
  test('is not trusted by default, and the message says what to do', async () => {
    const argo = await fakeArgo({ tls: certificate })
    const running = await gateway({ argo: { url: new URL(argo.url) } })
    const answer = await ask(running, 'GET', '/argo/api/v1/version')
    expect(answer.status).toBe(502)
    expect(answer.text).toContain('--insecure-skip-verify')
    expect(answer.text).toContain('--argo-ca')
    expect(argo.requests).toEqual([])
  })

  test('is reached without a check, or with its certificate as authority', async () => {
    const argo = await fakeArgo({ tls: certificate })
    const url = new URL(argo.url)
    for (const trust of [{ insecureSkipVerify: true }, { ca: certificate.cert }]) {
      const running = await gateway({ argo: { url, ...trust } })
      expect((await ask(running, 'GET', '/argo/api/v1/version')).status).toBe(200)
    }
  })

  test('the wrong scheme is named as what it is', async () => {
    const secure = await fakeArgo({ tls: certificate })
    const plain = await fakeArgo()
    for (const [url, hint] of [
      [secure.url.replace('https:', 'http:'), 'https://'],
      [plain.url.replace('http:', 'https:'), 'http://'],
    ] as const) {
      const running = await gateway({ argo: { url: new URL(url) } })
      const answer = await ask(running, 'GET', '/argo/api/v1/version')
      expect(answer.status).toBe(502)
      expect(answer.text).toMatch(new RegExp(`Does it (?:speak plain|want) ${hint}`))
    }
  })
})
