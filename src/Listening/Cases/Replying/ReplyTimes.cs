using Listening.Collecting.Pulling;

namespace Listening.Cases.Replying;

/// <summary>When an answer is sent, tried again and looked for.</summary>
public static class ReplyTimes
{
    /// <summary>How long it can be undone.</summary>
    public static readonly TimeSpan Undo = TimeSpan.FromSeconds(5);

    /// <summary>How long one try may take; then nobody knows what became of it, and the next one asks the source.</summary>
    public static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(150);

    /// <summary>How long a sender has it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>After so long it is not tried any more by itself: the conversation has gone on.</summary>
    public static readonly TimeSpan LongestTrying = TimeSpan.FromHours(1);

    private static readonly TimeSpan[] Tries = [TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)];
    private static readonly TimeSpan[] Looks = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];
    private const int MostLooks = 300;

    /// <summary>When it is tried again after a failure, <paramref name="tries"/> in all; null when it is not.</summary>
    public static DateTimeOffset? Again(PageFailure failure, int tries, DateTimeOffset written, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (failure.Kind is FailureKind.Gone or FailureKind.BudgetSpent) return null;
        var next = now + Tries[Math.Min(tries, Tries.Length) - 1];
        if (failure.NotBefore > next) next = failure.NotBefore.Value;
        return next - written > LongestTrying ? null : next;
    }

    /// <summary>When a sent answer is looked for again that its source did not give back; null when it is left to the ordinary listings.</summary>
    public static DateTimeOffset? LookAgain(int looks, DateTimeOffset now) => looks >= MostLooks ? null : now + Looks[Math.Min(looks, Looks.Length - 1)];
}
