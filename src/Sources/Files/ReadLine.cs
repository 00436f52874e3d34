using Listening.Collecting;

namespace Listening.Sources.Files;

/// <summary>One line of a file, element of an array or row of a table: a post, or why it is none.</summary>
/// <param name="Line">Number of the line it begins on, from 1; of the element in an array.</param>
/// <param name="Post">The post; absent when rejected.</param>
/// <param name="Reason">Why it was rejected; absent when it was not.</param>
/// <param name="Raw">What a rejected one looked like, at most <see cref="LongestRaw"/> bytes of UTF-8 of it.</param>
/// <param name="Source">The source it is from; empty where that could not be read.</param>
public readonly record struct ReadLine(long Line, Post? Post, string? Reason, string? Raw, string Source)
{
    /// <summary>A line that is a post.</summary>
    public ReadLine(long line, Post post)
        : this(line, post, null, null, post.Identity.Source)
    {
    }

    /// <summary>How much of a rejected line is kept.</summary>
    public const int LongestRaw = 4096;

    /// <summary>Longest line, element or field that is read, in bytes: 1 MiB.</summary>
    public const int LongestLine = 1024 * 1024;

    /// <summary>Longest line in the words of a reason.</summary>
    internal const string LongestLineShown = "1 MiB";
}
