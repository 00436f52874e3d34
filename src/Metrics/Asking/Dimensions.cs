namespace Listening.Metrics.Asking;

/// <summary>What metrics can be grouped by.</summary>
internal static class Dimensions
{
    /// <summary>Of waits and episodes.</summary>
    public static readonly IReadOnlyList<string> OfWaits = ["source", "brand", "language"];

    /// <summary>Of posts.</summary>
    public static readonly IReadOnlyList<string> OfPosts = ["source", "brand", "language", "party", "topic"];

    /// <summary>SQL for the groups a row is in; one of our own expressions, whatever was asked.</summary>
    public static string Groups(string? dimension, Subject subject) => dimension switch
    {
        "source" => "[toString(source)]",
        "language" => "[toString(language)]",
        "topic" => "[toString(topic)]",
        "party" => "[toString(party)]",
        // A post that names two brands is in both groups, and once in the total.
        "brand" when subject == Subject.Posts => "if(empty(brands), [''], arrayMap(b -> toString(b), brands))",
        "brand" => "[toString(brand)]",
        _ => "['']",
    };
}
