/*
 * The normal distribution to double precision. A rounded 1.96 would move the fifth digit of every interval, and other
 * programs that compute the same figure exactly would disagree with ours.
 */

const degree = (coefficients: readonly number[]) => (r: number) => coefficients.reduceRight((sum, coefficient) => sum * r + coefficient, 0)

// M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477-484: relative error about 1 in 10^16.
const central = [
  degree([3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227]),
  degree([1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854]),
] as const
const outer = [
  degree([1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414]),
  degree([1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9]),
] as const
const far = [
  degree([6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7]),
  degree([1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15]),
] as const

/** The z below which a standard normal value lies with this probability. @throws RangeError unless 0 < probability < 1. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`A probability lies between 0 and 1; it was ${probability}.`)
  const q = probability - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return q * central[0](r) / central[1](r)
  }
  const r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)))
  const z = r <= 5 ? outer[0](r - 1.6) / outer[1](r - 1.6) : far[0](r - 5) / far[1](r - 5)
  return Math.sign(q) * z
}

/** The half-width, in standard errors, of a two-sided interval: 0.95 gives 1.95996…. @throws RangeError unless 0 < confidence < 1. */
export function twoSidedQuantile(confidence: number): number {
  assertConfidence(confidence)
  // From the small tail: 1 - confidence is exact for 0.5 and above, (1 + confidence) / 2 rounds close to 1.
  return -normalQuantile((1 - confidence) / 2)
}

/** How often a standard normal value lies at least this far from 0, on either side: the p value of z. */
export function twoSidedTail(z: number): number {
  const distance = Math.abs(z)
  if (distance < 2) {
    // Φ(z) - ½ = φ(z)·(z + z³/3 + z⁵/(3·5) + …): Marsaglia, Journal of Statistical Software 11(4), 2004.
    let term = distance
    let sum = distance
    for (let i = 3; term > sum * 1e-17; i += 2) sum += (term *= distance * distance / i)
    return 1 - 2 * density(distance) * sum
  }
  // Laplace's continued fraction (Abramowitz and Stegun 26.2.14), from behind; at z = 2 a depth of 120 is exact to the last bit.
  let fraction = distance
  for (let i = 120; i > 0; i--) fraction = distance + i / fraction
  return 2 * density(distance) / fraction
}

/** How often a standard normal value is at least z: the one-sided p. */
export function normalTail(z: number): number {
  return z >= 0 ? twoSidedTail(z) / 2 : 1 - twoSidedTail(z) / 2
}

export function assertConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`A confidence lies between 0 and 1, like 0.95; it was ${confidence}.`)
}

const density = (z: number) => Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI)
