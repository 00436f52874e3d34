using Listening.Models.Data;
using Listening.Models.Learning;

namespace Listening.Models.Tasks.Topic;

/// <summary>What a complaint or a question is about: eighteen topics that fit any brand (models/gold/GUIDELINE.md). What neither complains nor asks has the topic "none".</summary>
public static class TopicTask
{
    /// <summary>The recipe.</summary>
    public static TaskRecipe Recipe { get; } = new()
    {
        Name = "topic",
        Labels =
        [
            "delivery", "delay", "outage", "price", "billing", "product", "account", "app", "staff", "no_answer", "booking", "security", "lost_item", "place",
            "availability", "information", "stance", "other",
        ],
        Sources =
        [
            new(DataFolder.Written, "topic.tsv", row => row["label"]) { Weight = 10, MayShip = true, Licence = "ours" },
            new("ecommerce_complaints_mit", "public.tsv", row => TopicMaps.Shop.GetValueOrDefault(row["label"])) { Part = Part.Learned, MayShip = true, Licence = "MIT" },
            new("banking77", "train.tsv", row => TopicMaps.OfBanking(row["label"])) { Weight = 0.3, MayShip = true, Licence = "CC BY 4.0" },
            new("clinc150", "train.tsv", row => TopicMaps.OfRequests(row["label"])) { Weight = 0.3, MayShip = true, Licence = "CC BY 3.0" },
            new("airline", "public.tsv", row => TopicMaps.Airline.GetValueOrDefault(row["negativereason"])) { Part = Part.Learned, Licence = "CC BY-NC-SA 4.0" },
            new("asapp_airline_labelled", "public.tsv", row => TopicMaps.Dialog.GetValueOrDefault(row["tag"])) { TextColumn = "first_utterance", Licence = "CC BY-NC-SA 4.0" },
            new("twcs_labelled", "public.tsv", row => TopicMaps.OfCustomer(row)) { Weight = 2, Licence = "CC BY-NC-SA 4.0" },
        ],
        Tests =
        [
            new("ecommerce_complaints_mit", "public.tsv", row => TopicMaps.Shop.GetValueOrDefault(row["label"])) { Part = Part.KeptApart },
            new(GoldSet.Name, GoldSet.Topic, row => row["label"]),
        ],
        Options = new TrainingOptions { Pull = 0.5f, Epochs = 10, Dropout = 0.3f, Balance = 0.7, LeastConfidence = 0.25f },
        Faults =
        [
            "Learned from shops, banks and (research) airlines, and from about 560 sentences that were written for it: outage, place, staff, no_answer and stance rest on the latter in the shipped profile.",
            "A brand of another trade should bring a few hundred labels of its own (listening train).",
        ],
    };
}
