using Listening.Models.Data;
using Listening.Models.Learning;

namespace Listening.Models.Tasks.Intent;

/// <summary>
/// Whether a post to a brand complains, asks, praises or does none of these. No public set has all four labels; each tells only what its posts are or are
/// not, and the trainer takes it as that: "question|praise|other" is any of the three.
/// </summary>
public static class IntentTask
{
    private const string NoComplaint = "other|praise|question";

    private static readonly HashSet<string> Troubles =
    [
        .. ("balance_not_updated_after_bank_transfer balance_not_updated_after_cheque_or_cash_deposit beneficiary_not_allowed card_not_working card_payment_fee_charged "
            + "card_payment_not_recognised card_payment_wrong_exchange_rate card_swallowed cash_withdrawal_charge cash_withdrawal_not_recognised compromised_card "
            + "contactless_not_working declined_card_payment declined_cash_withdrawal declined_transfer direct_debit_payment_not_recognised exchange_charge "
            + "extra_charge_on_statement failed_transfer pending_card_payment pending_cash_withdrawal pending_top_up pending_transfer Refund_not_showing_up "
            + "reverted_card_payment? top_up_failed top_up_reverted transaction_charged_twice transfer_fee_charged transfer_not_received_by_recipient "
            + "unable_to_verify_identity virtual_card_not_working wrong_amount_of_cash_received wrong_exchange_rate_for_cash_withdrawal card_arrival "
            + "account_blocked card_declined damaged_card lost_luggage report_fraud").Split(' '),
    ];

    private static readonly HashSet<string> Talk = [.. "greeting goodbye thank_you yes no maybe".Split(' ')];

    /// <summary>The recipe.</summary>
    public static TaskRecipe Recipe { get; } = new()
    {
        Name = "intent",
        Labels = ["complaint", "question", "praise", "other"],
        Sources =
        [
            new("complaints_acl2019", "public.tsv", OfComplaint) { Part = Part.Learned, Weight = 4, Licence = "none stated" },
            new("airline", "public.tsv", OfAirline) { Part = Part.Learned, Licence = "CC BY-NC-SA 4.0" },
            new("goemotions", "train.tsv", OfEmotions) { Weight = 0.2, MayShip = true, Licence = "CC BY 4.0" },
            new("banking77", "train.tsv", row => Troubles.Contains(row["label"]) ? "complaint|question" : "question") { Weight = 0.3, MayShip = true, Licence = "CC BY 4.0" },
            new("clinc150", "train.tsv", OfRequest) { Weight = 0.2, MayShip = true, Licence = "CC BY 3.0" },
            new("ecommerce_complaints_mit", "public.tsv", _ => "complaint") { Weight = 2, MayShip = true, Licence = "MIT" },
            new("cesamard_reviews", "public.tsv", OfReview) { Part = Part.Learned, Weight = 0.5, MayShip = true, Licence = "MIT" },
            new("apple_dfe", "public.tsv", row => OfMood(row, "complaint", "praise")) { Part = Part.Learned, Weight = 3, MayShip = true, Licence = "CC0" },
            new("sxsw_brands", "public.tsv", row => OfMood(row, "complaint|other", "other|praise")) { Part = Part.Learned, Weight = 0.3, MayShip = true, Licence = "public domain" },
            new("tweet_sentiment_extraction", "public.tsv", row => OfMood(row, "complaint|other", "other|praise")) { Part = Part.Learned, Weight = 0.2, MayShip = true, Licence = "CC BY 4.0" },
            new(DataFolder.Written, "intent.tsv", row => row["label"]) { Weight = 3, MayShip = true, Licence = "ours" },
        ],
        Tests =
        [
            new("complaints_acl2019", "public.tsv", OfComplaint) { Part = Part.KeptApart },
            new("cesamard_reviews", "public.tsv", row => row["complaint"] == "1" ? "complaint" : NoComplaint) { Part = Part.KeptApart },
            new("goemotions", "test_public.tsv", row => EmotionLabels.Of(row).Any(EmotionLabels.Question.Contains) ? "question" : "complaint|other|praise"),
            new(GoldSet.Name, GoldSet.Intent, row => row["label"]) { Name = "gold" },
            new(GoldSet.Name, GoldSet.Intent, row => row["label"] is "complaint" or "question" ? "complaint|question" : "other|praise") { Name = "gold: needs an answer" },
        ],
        Options = new TrainingOptions { Pull = 0.5f, Epochs = 8, Dropout = 0.3f, Balance = 0.5, LeastConfidence = 0.4f },
        Faults = ["What is sarcastic praise for a brand it has never seen is often taken at its word.", "English only."],
    };

    private static string OfComplaint(IReadOnlyDictionary<string, string> row) => row["label"] == "complaint" ? "complaint" : NoComplaint;

    private static string OfAirline(IReadOnlyDictionary<string, string> row) =>
        row["sentiment"] switch { "negative" => "complaint", "positive" => "praise", _ => "other|question" };

    private static string? OfEmotions(IReadOnlyDictionary<string, string> row)
    {
        var labels = EmotionLabels.Of(row);
        if (labels.Any(EmotionLabels.Question.Contains)) return labels.Length == 1 ? "question" : null;
        if (labels.Any(EmotionLabels.Praise.Contains)) return labels.Any(EmotionLabels.Negative.Contains) ? null : "praise";
        if (labels.Any(EmotionLabels.Discontent.Contains)) return "complaint|other";
        return row["text"].Contains('?', StringComparison.Ordinal) ? "other|question" : "other";
    }

    private static string OfRequest(IReadOnlyDictionary<string, string> row) =>
        row["label"] switch { "oos" => "other|question", var label when Talk.Contains(label) => "other", var label => Troubles.Contains(label) ? "complaint|question" : "question" };

    private static string OfReview(IReadOnlyDictionary<string, string> row) =>
        row["complaint"] == "1" ? "complaint" : row["sentiment"] == "2" ? "praise" : NoComplaint;

    private static string OfMood(IReadOnlyDictionary<string, string> row, string negative, string positive) =>
        row["label"] switch { "negative" => negative, "positive" => positive, _ => "other|question" };
}
