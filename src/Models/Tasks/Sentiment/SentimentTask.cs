using Listening.Models.Data;
using Listening.Models.Learning;

namespace Listening.Models.Tasks.Sentiment;

/// <summary>Whether a post is negative, neutral or positive.</summary>
public static class SentimentTask
{
    /// <summary>The recipe.</summary>
    public static TaskRecipe Recipe { get; } = new()
    {
        Name = "sentiment",
        Labels = ["negative", "neutral", "positive"],
        Sources =
        [
            new("tweeteval_sentiment", "train.tsv", Label) { Weight = 1.5, Licence = "research" },
            new("tweet_sentiment_extraction", "public.tsv", Label) { Part = Part.Learned, Weight = 0.5, MayShip = true, Licence = "CC BY 4.0" },
            new("airline", "public.tsv", row => row["sentiment"]) { Part = Part.Learned, Weight = 0.5, Licence = "CC BY-NC-SA 4.0" },
            new("sxsw_brands", "public.tsv", Label) { Part = Part.Learned, Weight = 0.3, MayShip = true, Licence = "public domain" },
            new("apple_dfe", "public.tsv", Label) { Part = Part.Learned, Weight = 0.5, MayShip = true, Licence = "CC0" },
            new("goemotions", "train.tsv", OfEmotions) { Weight = 0.25, MayShip = true, StandsIn = true, Licence = "CC BY 4.0" },
        ],
        Tests =
        [
            new("tweeteval_sentiment", "test.tsv", Label),
            new("tweeteval_sentiment", "val.tsv", Label),
            new("airline", "public.tsv", row => row["sentiment"]) { Part = Part.KeptApart },
            new("tweet_sentiment_extraction", "public.tsv", Label) { Part = Part.KeptApart },
            new("sxsw_brands", "public.tsv", Label) { Part = Part.KeptApart },
            new("apple_dfe", "public.tsv", Label) { Part = Part.KeptApart },
            new("semeval_sms", "public.tsv", Label),
            new("semeval_livejournal", "public.tsv", Label),
        ],
        Options = new TrainingOptions { Pull = 1, Epochs = 8, Dropout = 0.3f },
        Faults =
        [
            "Labels count alike inside each set: on a stream that is mostly of one kind, accuracy is 2 to 4 points lower than it could be.",
            "Irony is read by its words.",
            "English only; other languages come out near \"not sure\", not always below it.",
        ],
    };

    private static string Label(IReadOnlyDictionary<string, string> row) => row["label"];

    private static string? OfEmotions(IReadOnlyDictionary<string, string> row)
    {
        var labels = EmotionLabels.Of(row);
        var (positive, negative) = (labels.Any(EmotionLabels.Positive.Contains), labels.Any(EmotionLabels.Negative.Contains));
        if (positive != negative) return positive ? "positive" : "negative";
        return labels is ["neutral"] ? "neutral" : null;
    }
}
