using System.Globalization;
using Listening.Models;
using Listening.Models.Data;
using Listening.Models.Learning;

namespace Listening.Benchmarks.Models;

/// <summary>How well a taxonomy nobody trained for is learned from 50, 100, 300 and 1 000 labels: why passengers of airlines complain, nine reasons.</summary>
public static class ModelCurve
{
    private const int Draws = 5;
    private static readonly int[] Sizes = [50, 100, 300, 1000];

    /// <summary>Measures and prints; 0.</summary>
    public static async Task<int> RunAsync(string models, string data)
    {
        var features = await ModelFiles.FeaturizerAsync(models, CancellationToken.None);
        var reasons = new DataSource("airline", "public.tsv", row => row["negativereason"] is "" or "Can't Tell" ? null : row["negativereason"]);
        var folder = new DataFolder(data, GoldSet.None);
        var (learned, asked) = (folder.Read(reasons with { Part = Part.Learned }), folder.Read(reasons with { Part = Part.KeptApart }));
        Console.WriteLine($"| labels | macro F1, mean of {Draws} samples (lowest–highest), n = {asked.Count} |\n|--:|--:|");
        foreach (var point in LearningCurve.Measure(features, learned, asked, Sizes, Draws, new TrainingOptions { Pull = 0.3f, Epochs = 12, Dropout = 0.3f }, CancellationToken.None))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {point.Labels} | {100 * point.MacroF1:0.0} ({100 * point.Lowest:0.0}–{100 * point.Highest:0.0}) |"));
        return 0;
    }
}
