namespace Listening.Metrics.Asking;

/// <summary>What metrics can be grouped by.</summary>
internal static class Dimensions
{
    /// <summary>Of waits and episodes.</summary>
    public static readonly IReadOnlyList<string> OfWaits = ["source", "brand", "language", "topic", "intent", "sentiment"];

    /// <summary>Of posts.</summary>
    public static readonly IReadOnlyList<string> OfPosts = ["source", "brand", "language", "party", "topic", "intent", "sentiment", "use_case", "answer_kind"];

    /// <summary>Of customers' posts that name brands.</summary>
    public static readonly IReadOnlyList<string> OfVoice = ["brand", "source", "language", "topic", "intent", "sentiment"];

    /// <summary>SQL for the groups a row is in, as its column has them; one of our own expressions, whatever was asked.</summary>
    public static string Groups(string? dimension, Subject subject) => dimension switch
    {
        "source" or "language" or "topic" or "party" or "intent" or "sentiment" or "use_case" or "answer_kind" or "target" or "calendar" or "delay" => dimension,
        "agent" => "agents",
        "brand" => NamesSeveral(dimension, subject) ? "brands" : "brand",
        _ => "''",
    };

    /// <summary>
    /// SQL for their names as an array, made from <c>groups</c>. A post that names two brands or says two phrases, or a case that two agents worked on, is in both
    /// groups, and once in the total.
    /// </summary>
    public static string Names(string? dimension, Subject subject) =>
        dimension == "phrase" ? "if(empty(groups), [''], groups)" : NamesSeveral(dimension, subject) ? "if(empty(groups), [''], arrayMap(b -> toString(b), groups))" : "[toString(groups)]";

    /// <summary>SQL for what rows are put together by instead of <c>groups</c>, of posts: one of few words is told by its hash, as numbers are compared faster than words.</summary>
    public static string Hash(string? dimension) => dimension switch
    {
        null => "toUInt8(0)",
        "brand" or "party" => "groups",
        _ => "CAST(sipHash64(groups) AS UInt64)",
    };

    private static bool NamesSeveral(string? dimension, Subject subject) => dimension == "agent" || (dimension == "brand" && subject == Subject.Posts);
}
