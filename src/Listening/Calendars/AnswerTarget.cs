namespace Listening.Calendars;

/// <summary>How soon customers of one sort are to be answered. What it leaves open fits every post.</summary>
public sealed record AnswerTarget
{
    /// <summary>The name of a target that nobody set.</summary>
    public const string Default = "default";

    /// <summary>What figures call it.</summary>
    public required string Name { get; init; }

    /// <summary><c>complaint</c>, <c>question</c>, <c>praise</c> or <c>other</c>; absent for all.</summary>
    public string? Intent { get; init; }

    /// <summary>The source of the post; absent for all.</summary>
    public string? Source { get; init; }

    /// <summary>The topic of the post; absent for all.</summary>
    public string? Topic { get; init; }

    /// <summary>The least priority of the case, 1 to 100; absent for all. It fits nothing whose priority nobody knows.</summary>
    public int? Priority { get; init; }

    /// <summary>The calendar whose hours count; absent when every hour does.</summary>
    public string? Calendar { get; init; }

    /// <summary>Seconds until the first answer is due.</summary>
    public required long FirstAnswer { get; init; }

    /// <summary>Seconds until the answer to a later post is due; absent for as long as the first.</summary>
    public long? NextAnswer { get; init; }

    /// <summary>Seconds from the opening until the case is to be done; absent when nothing is said of that.</summary>
    public long? Resolve { get; init; }

    /// <summary>Whether a post of this sort is meant; <paramref name="priority"/> is null where nobody knows it.</summary>
    public bool Fits(string source, string intent, string topic, int? priority) =>
        (Intent is null || Intent == intent) && (Source is null || Source == source) && (Topic is null || Topic == topic) && (Priority is null || priority >= Priority);
}
