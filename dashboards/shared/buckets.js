// The axis of a period cut up: every bucket has its place, also those in which nothing happened.
import { instant } from "./format.js";
import { bucketsOf, coarseInterval, fitInterval, nextBucket } from "./period.js";
import { localOf } from "./zone.js";

/** @param {TileView} view */
export function bucketAxis({ span, zone, weekStart, layout }) {
  const cut = layout.metrics[0].interval ?? "fit";
  const interval = cut === "fit" ? fitInterval(span) : cut === "coarse" ? coarseInterval(span) : cut;
  const starts = bucketsOf(span, interval, zone, weekStart);

  /** @param {number} index */
  const name = (index) => {
    const start = starts[index];
    if (interval === "minute") return instant(start, zone, { hour: "2-digit", minute: "2-digit" });
    if (interval === "hour") return instant(start, zone, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
    const day = instant(start, zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
    return interval === "week" ? `Week of ${day}` : day;
  };

  /** @param {number} most how many labels there is room for */
  const ticks = (most) => {
    const steps = interval === "minute" ? [1, 5, 10, 15, 30, 60] : interval === "hour" ? [1, 2, 3, 6, 12, 24, 48] : [1, 2, 7, 14, 28, 56];
    const step = steps.find((candidate) => starts.length / candidate <= most) ?? steps[steps.length - 1];
    return starts
      .map((_, index) => index)
      .filter((index) => {
        const { hour, minute, day } = localOf(starts[index], zone);
        if (interval === "minute") return (hour * 60 + minute) % step === 0;
        if (interval === "hour") return (hour + (step > 24 ? (day % 2) * 24 : 0)) % step === 0;
        return (starts.length - 1 - index) % step === 0;
      });
  };

  /** @param {number} index */
  const label = (index) => {
    const { hour, minute } = localOf(starts[index], zone);
    const clock = interval === "minute" || (interval === "hour" && (hour !== 0 || minute !== 0));
    return instant(starts[index], zone, clock ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "short" });
  };

  /**
   * The points of a series by bucket; null where there is none.
   * @param {MetricPoint[]} series
   */
  const place = (series) => {
    /** @type {(MetricPoint | null)[]} */
    const placed = starts.map(() => null);
    for (const point of series) {
      if (point.bucket === null) continue;
      const at = Date.parse(point.bucket);
      const index = starts.findLastIndex((start) => start <= at);
      placed[Math.max(0, index)] = point;
    }
    return placed;
  };

  /** @param {number} index */
  const spanAt = (index) => ({
    from: new Date(starts[index]).toISOString(),
    to: new Date(Math.min(span.to, nextBucket(starts[index], interval, zone, weekStart))).toISOString(),
  });
  const future = starts.findIndex((start) => start > Date.now());
  return { interval, starts, name, ticks, label, place, spanAt, future: future === -1 ? starts.length : future };
}
