using Listening.Models.Data;
using Listening.Models.Learning;

namespace Listening.Models.Tasks.AnswerKind;

/// <summary>What a brand's own public reply did: answered in public, moved to a private channel, gave a link only, or acknowledged.</summary>
public static class AnswerKindTask
{
    /// <summary>The recipe.</summary>
    public static TaskRecipe Recipe { get; } = new()
    {
        Name = "answer_kind",
        Labels = ["in_public", "moved_to_private", "link_only", "acknowledgement"],
        Sources =
        [
            new(DataFolder.Written, "answer_kind.tsv", row => row["label"]) { Weight = 2, MayShip = true, Licence = "ours" },
            new("twcs_labelled", "public.tsv", OfActivity) { Weight = 0.3, Licence = "CC BY-NC-SA 4.0" },
        ],
        Tests = [new(GoldSet.Name, GoldSet.AnswerKind, row => row["label"])],
        Options = new TrainingOptions { Pull = 0.1f, Epochs = 20, LeastConfidence = 0.4f },
        Faults = ["The shipped profile learned only from replies that were written for it, because the licences of real replies do not allow shipping."],
    };

    private static string? OfActivity(IReadOnlyDictionary<string, string> row)
    {
        if (row["inbound"] != "False") return null;
        var labels = row["labels"];
        if (labels.Contains("DM", StringComparison.Ordinal) || labels.Contains("by phone", StringComparison.Ordinal) || labels.Contains("by chat", StringComparison.Ordinal)) return "moved_to_private";
        if (labels == "Provide URL") return "in_public|link_only|moved_to_private";
        if (labels is "Apologize" or "none") return "acknowledgement|in_public";
        return labels.Contains("Request", StringComparison.Ordinal) || labels.Contains("Provide", StringComparison.Ordinal) ? "in_public|moved_to_private" : null;
    }
}
