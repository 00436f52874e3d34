using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Listening.Models.Features;
using Listening.Models.Learning;
using Listening.Models.Text;

namespace Listening.Benchmarks.Models;

/// <summary>VADER and AFINN by npm, fastText and LIBLINEAR by Debian.</summary>
public static class Baselines
{
    private const string Vader = "const v=require('vader-sentiment');const f=t=>{const c=v.SentimentIntensityAnalyzer.polarity_scores(t).compound;return c>=0.05?'positive':c<=-0.05?'negative':'neutral'};";
    private const string Afinn = "const S=require('sentiment');const s=new S();const f=t=>{const c=s.analyze(t).score;return c>0?'positive':c<0?'negative':'neutral'};";
    private const string Loop = "const T=JSON.parse(require('fs').readFileSync(0,'utf8'));const b=process.hrtime.bigint();const A=T.map(f);process.stdout.write(JSON.stringify({A,ms:Number(process.hrtime.bigint()-b)/1e6}));";

    /// <summary>VADER at ±0.05 and AFINN at 0, from a folder that npm installed into, or its node_modules.</summary>
    public static IEnumerable<Baseline> Lexicons(string npm) => [Node("VADER", Vader, npm), Node("AFINN", Afinn, npm)];

    /// <summary>fastText, words of our tokens 1 to 2 and letters 2 to 5, one thread.</summary>
    public static Baseline FastText(string folder) => new("fastText", async (learned, asked) =>
    {
        var (train, test, model) = (Path.Combine(folder, "ft.train"), Path.Combine(folder, "ft.test"), Path.Combine(folder, "ft"));
        await File.WriteAllLinesAsync(train, learned.Select(example => $"__label__{example.Label} {Tokens(example.Text)}"));
        await File.WriteAllLinesAsync(test, asked.Select(example => Tokens(example.Text)));
        await Baseline.RunAsync("fasttext", ["supervised", "-input", train, "-output", model, "-lr", "0.3", "-epoch", learned.Count > 20_000 ? "8" : "25", "-wordNgrams", "2", "-minn", "2", "-maxn", "5", "-dim", "50", "-bucket", "500000", "-thread", "1", "-seed", "1", "-verbose", "0"]);
        var clock = Stopwatch.StartNew();
        var output = await Baseline.RunAsync("fasttext", ["predict", $"{model}.bin", test]);
        return new BaselineAnswers([.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line["__label__".Length..])], clock.Elapsed);
    });

    /// <summary>LIBLINEAR's L2 logistic regression on the same n-grams and weights as ours, without lexicon and vectors, labels counted alike.</summary>
    public static Baseline Liblinear(string folder, Featurizer featurizer) => new("LIBLINEAR", async (learned, asked) =>
    {
        var (train, test, model, answers) = (Path.Combine(folder, "ll.train"), Path.Combine(folder, "ll.test"), Path.Combine(folder, "ll.model"), Path.Combine(folder, "ll.out"));
        var labels = learned.Select(example => example.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        await File.WriteAllLinesAsync(train, Rows(featurizer, learned, labels));
        var weights = labels.SelectMany((label, at) => new[] { $"-w{at}", (learned.Count / (labels.Count * (double)learned.Count(example => example.Label == label))).ToString("0.###", CultureInfo.InvariantCulture) });
        await Baseline.RunAsync("liblinear-train", ["-s", "0", "-c", "1", "-e", "0.05", "-q", .. weights, train, model]);
        var clock = Stopwatch.StartNew();
        await File.WriteAllLinesAsync(test, Rows(featurizer, asked, labels));
        await Baseline.RunAsync("liblinear-predict", [test, model, answers]);
        return new BaselineAnswers([.. File.ReadLines(answers).Select(line => labels[int.Parse(line, CultureInfo.InvariantCulture)])], clock.Elapsed);
    });

    private static Baseline Node(string name, string script, string npm) => new(name, async (_, asked) =>
    {
        var modules = Path.Combine(npm, "node_modules");
        var code = $"module.paths.unshift({JsonSerializer.Serialize(Path.GetFullPath(Directory.Exists(modules) ? modules : npm))});{script}{Loop}";
        var output = await Baseline.RunAsync("node", ["-e", code], JsonSerializer.Serialize(asked.Select(example => example.Text)));
        using var json = JsonDocument.Parse(output);
        return new BaselineAnswers([.. json.RootElement.GetProperty("A").EnumerateArray().Select(label => label.GetString()!)], TimeSpan.FromMilliseconds(json.RootElement.GetProperty("ms").GetDouble()));
    });

    private static string Tokens(string text)
    {
        var post = new PostReader();
        post.Read(text);
        return string.Join(' ', post.Tokens.ToArray().Where(token => token.Length > 0).Select(token => token.Kind switch
        {
            TokenKind.Url => "<url>",
            TokenKind.User => "<user>",
            TokenKind.Number => "<num>",
            _ => post.Text.Substring(token.Start, token.Length).ToLowerInvariant() + (token.Negated ? "_neg" : ""),
        }));
    }

    private static IEnumerable<string> Rows(Featurizer featurizer, IEnumerable<Example> examples, List<string> labels)
    {
        var reader = new FeatureReader(featurizer);
        foreach (var example in examples)
        {
            reader.Read(example.Text);
            var (buckets, values) = (reader.Buckets.ToArray(), reader.Values.ToArray());
            Array.Sort(buckets, values);
            yield return $"{Math.Max(0, labels.IndexOf(example.Label))} {string.Join(' ', buckets.Select((bucket, at) => string.Create(CultureInfo.InvariantCulture, $"{bucket + 1}:{values[at]:0.####}")))}";
        }
    }
}
