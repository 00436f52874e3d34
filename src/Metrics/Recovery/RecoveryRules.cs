namespace Listening.Metrics.Recovery;

/// <summary>How long authors are listened to. Source: <c>metrics.md</c>, "Recovery"; the thirty days bound what is read.</summary>
internal static class RecoveryRules
{
    /// <summary>What the author says within this after our first answer shows whether it helped.</summary>
    public static readonly TimeSpan Follow = TimeSpan.FromDays(7);

    /// <summary>An answer later than this is left out of recovery and counted beside it.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromDays(30);

    /// <summary>From when on writing again is a return, no longer the same talk.</summary>
    public static readonly TimeSpan ReturnFrom = TimeSpan.FromDays(8);

    /// <summary>Until when.</summary>
    public static readonly TimeSpan ReturnTo = TimeSpan.FromDays(90);
}
