using System.Globalization;
using Listening.Models.Learning;

namespace Listening.Models.Living;

/// <summary>The card of a model that was trained here.</summary>
internal static class OwnCard
{
    public static string Write(LinearModel model, ModelVersion version) => string.Join('\n', (string[])[
        $"# {model.Head.Task}", "",
        $"Trained here on {version.TrainedAt.UtcDateTime:yyyy-MM-dd}, version `{version.Version}`, from `{version.Against}` and {version.Corrections} corrections; reads texts with featurizer `{model.Head.Featurizer}`.", "",
        $"Labels: {string.Join(", ", model.Head.Labels.Select(label => $"`{label}`"))}; `{model.Head.Unsure}` below a confidence of {model.Head.LeastConfidence.ToString("0.00", CultureInfo.InvariantCulture)}.", "",
        "## Learned from", "", "| set | texts |", "|---|--:|",
        .. model.Head.Sets.Select(set => $"| {set.Key} | {set.Value} |"), "",
        "No public data: it is not shipped. What was learned is the difference from the model before, pulled towards it; stored posts with that model's own labels",
        "(rehearsal) keep it where nobody corrected it. With topics of one's own instead of the shipped ones it learned from the corrections alone.", "",
        "## Held against the one before", "", version.Trial.Reason, "",
        "## Known faults", "",
        "- Persons correct what they stumble over: the corrections that were kept apart are harder than the stream.",
        "- Its confidence is that of the model before; it was not calibrated again.", "",
    ]);
}
