namespace Listening.Measuring.Searching;

/// <summary>Words a person can act on when a search cannot be read.</summary>
internal static class SearchError
{
    /// <summary>What is wrong, where (counted from 1), and how it would be right.</summary>
    public static MetricQuestionException At(int position, string what, string example) =>
        new("filter", $"{what} (at character {position + 1}). Example: {example}") { Position = position, Example = example };
}
