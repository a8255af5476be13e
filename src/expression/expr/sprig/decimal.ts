import { plainFloat } from '../../go/float.ts'
import { GoPanic } from '../../go/values.ts'

/** A number as digits and how many of them stand behind the point. */
interface Decimal {
  readonly digits: bigint
  readonly places: number
}

function toDecimal(value: number): Decimal {
  if (!Number.isFinite(value)) throw new GoPanic(`Cannot create a Decimal from ${String(value)}`)
  const [whole = '0', fraction = ''] = plainFloat(value).split('.')
  return { digits: BigInt(whole + fraction), places: fraction.length }
}

function toNumber({ digits, places }: Decimal): number {
  return Number(`${digits.toString()}e-${String(places)}`)
}

/** The sum of numbers as they are written, so that 0.1 and 0.2 are 0.3. */
export function decimalSum(values: readonly number[]): number {
  const decimals = values.map(toDecimal)
  const places = Math.max(0, ...decimals.map((decimal) => decimal.places))
  const digits = decimals.reduce(
    (sum, decimal) => sum + decimal.digits * 10n ** BigInt(places - decimal.places),
    0n,
  )
  return toNumber({ digits, places })
}

/** The product of numbers as they are written. */
export function decimalProduct(values: readonly number[]): number {
  const start: Decimal = { digits: 1n, places: 0 }
  const product = values
    .map(toDecimal)
    .reduce((a, b) => ({ digits: a.digits * b.digits, places: a.places + b.places }), start)
  return toNumber(product)
}
