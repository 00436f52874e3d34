using Listening.Collecting.Pulling;

namespace Listening.Sources.Http;

/// <summary>
/// Keeps one host and credential to a rate: the generic cell rate algorithm (ITU-T I.371), on the program's clock. Callers wait in turn; who would wait too long is told until when.
/// </summary>
internal sealed class Pace(RequestRate rate, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly TimeSpan step = rate.Per / rate.Requests;
    private DateTimeOffset due = DateTimeOffset.MinValue;
    private DateTimeOffset closed = DateTimeOffset.MinValue;

    /// <summary>Waits for a turn; returns the instant of the turn, without having taken it, when it is further away than <paramref name="most"/>.</summary>
    public async Task<DateTimeOffset?> TakeAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = time.GetUtcNow();
            var from = due > now ? due : now;
            var turn = from + step - rate.Per;
            if (turn < now) turn = now;
            if (turn < closed) turn = closed;
            wait = turn - now;
            if (wait > most) return turn;
            due = (from > turn ? from : turn) + step;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
        return null;
    }

    /// <summary>How many requests could be sent at once now, and when all of them can again.</summary>
    public RateBudget Left()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (closed > now) return new(rate.Requests, 0, closed, Told: false);
            var free = due > now ? rate.Per - (due - now) : rate.Per;
            return new(rate.Requests, Math.Max(0, (long)(free / step)), due > now ? due : null, Told: false);
        }
    }

    /// <summary>The source said that nobody should ask before this.</summary>
    public void CloseUntil(DateTimeOffset instant)
    {
        lock (gate)
        {
            if (instant > closed) closed = instant;
        }
    }
}
