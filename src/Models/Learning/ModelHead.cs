using System.Text.Json.Serialization;
using Listening.Classifying;

namespace Listening.Models.Learning;

/// <summary>What stands at the head of a model's artefact.</summary>
public sealed record ModelHead
{
    /// <summary>Name of the task in snake case.</summary>
    public required string Task { get; init; }

    /// <summary>The labels in snake case.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary><c>shipped</c>, <c>research</c>, or <c>own</c> for a customer's.</summary>
    public required string Profile { get; init; }

    /// <summary>Version of the featurizer it reads texts with.</summary>
    public required string Featurizer { get; init; }

    /// <summary>Below this confidence the answer is "not sure".</summary>
    public required float LeastConfidence { get; init; }

    /// <summary>The answer below it.</summary>
    [JsonIgnore]
    public string Unsure => Task == "language" ? PostLabels.UnknownLanguage : PostLabels.NotSure;

    /// <summary>Sets it learned from, with their numbers of examples.</summary>
    public required IReadOnlyDictionary<string, int> Sets { get; init; }

    /// <summary>Seed of its training.</summary>
    public required int Seed { get; init; }

    /// <summary>Calibration's divisor of scores, already within the weights.</summary>
    public required float Temperature { get; init; }
}
