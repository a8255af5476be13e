/** How to get connected, in one sentence. */
export function ConnectHint() {
  return (
    <p>
      To submit, start Stepwright with the address of your Argo Server:{' '}
      <code>npm start -- --argo http://host:2746</code>
    </p>
  )
}
