/** The x of A·x = b, by elimination with row exchange; A is square and not singular. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => Float64Array.from([...row, right[i]!]))
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const first = rows[column]!
    for (let row = column + 1; row < size; row++) {
      const other = rows[row]!
      const factor = other[column]! / first[column]!
      if (factor !== 0) for (let i = column; i <= size; i++) other[i]! -= factor * first[i]!
    }
  }
  const x = Array.from({ length: size }, () => 0)
  for (let row = size - 1; row >= 0; row--) {
    let sum = rows[row]![size]!
    for (let column = row + 1; column < size; column++) sum -= rows[row]![column]! * x[column]!
    x[row] = sum / rows[row]![row]!
  }
  return x
}
