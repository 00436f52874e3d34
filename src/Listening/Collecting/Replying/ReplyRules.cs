using System.Globalization;

namespace Listening.Collecting.Replying;

/// <summary>What a network takes for an answer.</summary>
/// <param name="Limit">The longest text, in <paramref name="Counts"/>.</param>
/// <param name="Counts">What is counted.</param>
public sealed record ReplyRules(int Limit, ReplyUnit Counts)
{
    /// <summary>Where nothing is known: what no network takes more of.</summary>
    public static ReplyRules Unknown { get; } = new(10_000, ReplyUnit.Characters);

    /// <summary>Whether the answered author's handle is put in front of a text that does not name them; it counts too.</summary>
    public bool Addresses { get; init; }

    /// <summary>How long a text is, in <see cref="Counts"/>.</summary>
    public int Count(string text) => ReplyLength.Of(text, Counts);

    /// <summary>What is put in front of a text; empty when nothing is.</summary>
    public string Prefix(string text, string handle)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Addresses && handle.Length > 0 && !text.Contains($"@{handle}", StringComparison.OrdinalIgnoreCase) ? $"@{handle} " : "";
    }

    /// <summary>Why a text cannot be an answer to somebody, in a sentence; null when it can.</summary>
    public string? Fault(string text, string handle)
    {
        if (string.IsNullOrWhiteSpace(text)) return "There is no text.";
        var length = Count(Prefix(text, handle) + text);
        return length > Limit ? string.Create(CultureInfo.InvariantCulture, $"It has {length} characters as they are counted there; {Limit} are taken.") : null;
    }
}
