namespace Listening.Tests.Fuzzing.Live;

/// <summary>What a running server was sent and what it did.</summary>
/// <param name="Connections">Connections, each with one to three requests.</param>
/// <param name="Taken">Answers of 200.</param>
/// <param name="Refused">Answers of 400 to 499.</param>
/// <param name="Cut">Connections that ended without an answer to what was no whole request.</param>
/// <param name="Repeated">Connections sent again, of which nothing was new.</param>
/// <param name="Lines">Lines that answers accounted for.</param>
/// <param name="Posts">Of them, posts that were new.</param>
internal readonly record struct LiveCount(long Connections, long Taken, long Refused, long Cut, long Repeated, long Lines, long Posts)
{
    public static LiveCount operator +(LiveCount one, LiveCount other) => new(
        one.Connections + other.Connections, one.Taken + other.Taken, one.Refused + other.Refused, one.Cut + other.Cut, one.Repeated + other.Repeated, one.Lines + other.Lines, one.Posts + other.Posts);
}
