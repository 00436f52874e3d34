namespace Listening.Tests.Sceptic;

/// <summary>A period and the instant until which what happened counts.</summary>
public sealed record Window(string Name, DateTimeOffset From, DateTimeOffset To, DateTimeOffset AsOf)
{
    /// <summary>
    /// The whole file; the busy month seen while races are still open, and long after; its busiest day seen in the middle of it; a week; and a
    /// year in which nobody wrote.
    /// </summary>
    public static IReadOnlyList<Window> All { get; } =
    [
        new("everything", At("2011-01-01T00:00Z"), At("2018-01-01T00:00Z"), At("2018-06-01T00:00:00.500Z")),
        new("October seen soon", At("2017-10-01T00:00Z"), At("2017-11-02T00:00Z"), At("2017-11-02T18:30:00.500Z")),
        new("October seen late", At("2017-10-01T00:00Z"), At("2017-11-02T00:00Z"), At("2017-12-20T00:00:00.500Z")),
        new("the busy day seen from within", At("2017-10-31T00:00Z"), At("2017-11-01T00:00Z"), At("2017-10-31T22:15:00.500Z")),
        new("a week", At("2017-11-20T00:00Z"), At("2017-11-27T00:00Z"), At("2017-11-28T00:00:00.500Z")),
        new("an hour and a half", At("2017-10-31T21:00Z"), At("2017-10-31T22:30Z"), At("2017-11-01T03:00:00.500Z")),
        new("a silent year", At("2014-01-01T00:00Z"), At("2014-06-01T00:00Z"), At("2014-06-02T00:00:00.500Z")),
    ];

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text);
}
