using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>What is suddenly said about a topic.</summary>
internal sealed class TrendingPhrases : Metric
{
    private static readonly TimeSpan Before = TimeSpan.FromDays(28);

    // English words that tell nothing alone, nor at either end of a pair. Those of other languages are as frequent as ever, which leaves most of them out.
    private static readonly string[] Fillers =
    [
        .. ("a about after again all also am an and any are as at be because been before being but by can cant come could did didnt do does doesnt doing dont for from get go going got had has "
            + "have having he her here him his how i if ill im in into is isnt it its ive just know let like me more most much my no not now of off on one only or our out over please really "
            + "she should so some still than that thats the their them then there these they this those to too up us very via want was wasnt we were what when where which while who why will "
            + "with wont would yes you your youre").Split(' '),
    ];

    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "trending_phrases", "Trending phrases",
        "Words and pairs of words that more posts of a topic say than in the 28 days before the period: said in the period by at least three authors, in a larger share of the topic's posts than "
        + "before, with a log-likelihood ratio of at least 15.13 (Dunning 1993; a chance of 1 in 10 000 for one phrase); a topic needs 20 posts before. The five strongest of a topic. A post counts "
        + "for every phrase it says. Reposts are left out.",
        "count", null, "posts of complaints' and questions' topics written in the period", ["phrase"]);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/TrendingPhrases";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override string? OwnGrouping => "phrase";

    /// <inheritdoc/>
    public override bool Among => true;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) =>
        [new("since", question.From - Before), new("fillers", Fillers)];
}
