/** @throws RangeError unless it is a finite number from 0: seconds, money, exposure, a mean of counts. */
export function assertAmount(name: string, amount: number): void {
  if (!(amount >= 0 && amount < Infinity)) throw new RangeError(`${name} is a number from 0; it was ${amount}.`)
}

/** @throws RangeError unless it is a finite number above 0. */
export function assertPositive(name: string, amount: number): void {
  if (!(amount > 0 && amount < Infinity)) throw new RangeError(`${name} is a number above 0; it was ${amount}.`)
}

/** @throws RangeError unless it is a finite number. */
export function assertFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} is a finite number; it was ${value}.`)
}

/** @throws RangeError unless it lies from 0 to 1, the ends included. */
export function assertShare(name: string, share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${name} is a share from 0 to 1; it was ${share}.`)
}

/** Of how often something may happen by chance. @throws RangeError unless it lies between 0 and 1, the ends excluded. */
export function assertLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies between 0 and 1, like 0.001; it was ${level}.`)
}
