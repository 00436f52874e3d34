namespace Listening.Tests.Fuzzing;

/// <summary>What was tried.</summary>
/// <param name="Tries">Files and questions.</param>
/// <param name="Posts">Lines that were posts.</param>
/// <param name="Refused">Lines and questions that were refused.</param>
internal readonly record struct FuzzCount(long Tries, long Posts, long Refused)
{
    public static FuzzCount operator +(FuzzCount one, FuzzCount other) => new(one.Tries + other.Tries, one.Posts + other.Posts, one.Refused + other.Refused);
}
