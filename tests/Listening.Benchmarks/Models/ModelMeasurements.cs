using System.Diagnostics;
using System.Globalization;
using Listening.Models;
using Listening.Models.Features;
using Listening.Models.Text;

namespace Listening.Benchmarks.Models;

/// <summary>How many posts a second one thread sorts by every task, and where the time goes: reading, features, weights.</summary>
public static class ModelMeasurements
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(3);

    /// <summary>Measures and prints; 0. Texts are the last columns of a table with tabs.</summary>
    public static async Task<int> RunAsync(string folder, string texts, string? path)
    {
        var features = await ModelFiles.FeaturizerAsync(folder, CancellationToken.None);
        var models = await ModelFiles.ModelsAsync(folder, CancellationToken.None);
        var set = new ModelSet(features.Featurizer, [.. models.Select(model => model.Model)]);
        var posts = File.ReadLines(texts).Skip(1).Select(line => line.Split('\t')[^1]).ToArray();
        var (post, reader, probabilities) = (new PostReader(), new FeatureReader(features.Featurizer), new float[set.Size]);
        var table = new Table("Posts sorted by one thread");
        table.Add("texts", $"{posts.Length:N0}", $"{posts.Average(text => text.Length):N0} characters on average; tasks: {string.Join(", ", models.Select(model => model.Model.Head.Task))}");
        var tokens = Measure(posts, post.Read);
        var read = Measure(posts, reader.Read);
        var all = Measure(posts, text =>
        {
            reader.Read(text);
            set.Transform(reader, probabilities);
        });
        table.Add("all tasks, one pass", Rate(all), $"{1e6 / all:N1} µs of processor time a post");
        table.Add("of which tokens", Micro(1 / tokens), "cleaning, words, negation, folded letters");
        table.Add("of which features", Micro((1 / read) - (1 / tokens)), "n-grams, lexicon, vectors");
        table.Add("of which weights", Micro((1 / all) - (1 / read)), $"{set.Size} labels side by side, a byte each");
        Console.WriteLine(table);
        if (path is not null) await File.WriteAllTextAsync(path, table.ToString());
        return 0;
    }

    // Posts a second of processor time, which another program on the machine does not shorten.
    private static double Measure(string[] posts, Action<string> what)
    {
        foreach (var text in posts) what(text);
        var (clock, process, done) = (Stopwatch.StartNew(), Process.GetCurrentProcess(), 0L);
        var before = process.TotalProcessorTime;
        while (clock.Elapsed < Least)
        {
            foreach (var text in posts) what(text);
            done += posts.Length;
        }

        process.Refresh();
        return done / (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static string Rate(double each) => string.Create(CultureInfo.InvariantCulture, $"{each:N0} posts/s");

    private static string Micro(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{1e6 * seconds:N1} µs");
}
