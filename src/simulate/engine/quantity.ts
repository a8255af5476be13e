/** Sizes of Kubernetes' units. */
const units: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
}

/** A quantity of Kubernetes as a number: cores of CPU, bytes of memory. Nothing for what is none, such as an open tag. */
export function readQuantity(text: string): number | undefined {
  const [, amount, unit = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(\w*)$/.exec(text) ?? []
  const size = units[unit]
  return amount === undefined || size === undefined ? undefined : Number(amount) * size
}
