using Listening.Models.Data;
using Listening.Models.Learning;

namespace Listening.Models.Tasks.UseCase;

/// <summary>What an internal post is written for (uses of microblogging at work: question, sharing, opinion, being in town, chat, recognition, other).</summary>
public static class UseCaseTask
{
    private const string InTown = "in_town";

    private static readonly HashSet<string> Talk =
    [
        .. ("greeting goodbye thank_you yes no maybe tell_joke how_old_are_you what_is_your_name are_you_a_bot meaning_of_life do_you_have_pets where_are_you_from "
            + "what_are_your_hobbies who_made_you who_do_you_work_for fun_fact").Split(' '),
    ];

    /// <summary>The recipe.</summary>
    public static TaskRecipe Recipe { get; } = new()
    {
        Name = "use_case",
        Labels = ["question", "sharing", "opinion", "in_town", "chat", "recognition", "other"],
        Sources =
        [
            new("goemotions", "train.tsv", OfEmotions) { MayShip = true, Licence = "CC BY 4.0" },
            new("clinc150", "train.tsv", row => Talk.Contains(row["label"]) ? "chat" : row["label"] == "oos" ? "chat|other|question|sharing" : "question") { Weight = 0.1, MayShip = true, Licence = "CC BY 3.0" },
            new("swda", "train.tsv", OfAct) { Weight = 0.05, Licence = "CC BY-NC-SA 3.0" },
            new(DataFolder.Written, "use_case.tsv", row => row["label"]) { Part = Part.Learned, Weight = 60, MayShip = true, Licence = "ours" },
        ],
        Tests =
        [
            new("goemotions", "test_public.tsv", row => EmotionLabels.Of(row).Any(EmotionLabels.Praise.Contains) ? "recognition" : "chat|in_town|opinion|other|question|sharing") { Name = "goemotions: recognition" },
            new("goemotions", "test_public.tsv", row => EmotionLabels.Of(row).Any(EmotionLabels.Question.Contains) ? "question" : "chat|in_town|opinion|other|recognition|sharing") { Name = "goemotions: question" },
            new(DataFolder.Written, "use_case.tsv", row => row["label"]) { Part = Part.KeptApart },
            new(DataFolder.Written, "in_town_test.tsv", row => row["label"] == InTown ? InTown : "chat|opinion|other|question|recognition|sharing") { Name = "in town: 150 written posts" },
        ],
        Options = new TrainingOptions { Pull = 1, Epochs = 10, Dropout = 0.5f, Balance = 1, Folds = 2, LeastConfidence = 0.3f },
        Faults =
        [
            "\"In town\" is learned only from posts that were written for it. It is measured on 150 others, also written (75 of either kind, each of the 75 that are not naming a place, an "
                + "office or a trip, or being everyday talk): what it finds in life is not measured, and a stream where few posts are of the kind has a lower precision than this one.",
            "Sharing, opinion and chat are told apart by feelings and by wording, not by people who labelled them.",
        ],
    };

    private static string OfEmotions(IReadOnlyDictionary<string, string> row)
    {
        var labels = EmotionLabels.Of(row);
        if (labels.Any(EmotionLabels.Question.Contains)) return labels.Any(EmotionLabels.Praise.Contains) ? "question|recognition" : "question";
        if (labels.Any(EmotionLabels.Praise.Contains)) return "recognition";
        if (labels.Any(EmotionLabels.Opinion.Contains)) return "opinion";
        if (labels.Any(EmotionLabels.Feeling.Contains)) return "chat|sharing";
        return "chat|other|sharing";
    }

    private static string? OfAct(IReadOnlyDictionary<string, string> row) => row["act"] switch
    {
        "question" => "question",
        "statement" => "sharing",
        "opinion" => "opinion",
        "chat_ack" or "agree" or "greeting" or "closing" => "chat",
        _ => null,
    };
}
