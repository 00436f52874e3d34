// Where an axis of time is marked.

/** Times that a person counts in, ever closer. */
const namedTimes = [
  [1, 10, 60, 300, 900, 3600, 14_400, 43_200, 86_400, 259_200, 604_800, 2_419_200],
  [
    1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 2700, 3600, 7200, 10_800, 14_400, 21_600, 28_800, 43_200, 64_800, 86_400, 172_800, 259_200,
    432_000, 604_800,
  ],
];

/**
 * Ticks of an axis of time whose ends are seconds; as few as tell the scale.
 * @param {number} low @param {number} high
 */
export function timeTicks(low, high) {
  const [wide, close] = namedTimes.map((times) => times.filter((value) => value >= low && value <= high));
  const few = close.filter((_, index) => index % Math.ceil(close.length / 5) === 0);
  return (wide.length >= 3 ? wide : few).map((value) => ({ value }));
}
