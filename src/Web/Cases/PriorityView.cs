using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>How much a case matters.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Reasons">In words, what weighs most first.</param>
public sealed record PriorityView(int Score, IReadOnlyList<string> Reasons)
{
    /// <summary>That of a case.</summary>
    public static PriorityView Of(Case one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new(one.Priority, one.Reasons.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
