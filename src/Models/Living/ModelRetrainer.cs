using System.Numerics.Tensors;
using Listening.Classifying;
using Listening.Models.Data;
using Listening.Models.Features;
using Listening.Models.Learning;
using Listening.Storing;
using Microsoft.Extensions.Logging;

namespace Listening.Models.Living;

/// <summary>
/// Trains a challenger from the champion and the corrections and holds both against texts that were kept apart. One correction in five, chosen by the hash of its
/// text, is never learned from; the frozen set is every fifth of the sentences written for the task, by their hash too, and those that the company put into <c>frozen/TASK.tsv</c>.
/// </summary>
public sealed partial class ModelRetrainer(ModelLibrary library, ICorrections corrections, IStoredTexts texts, RetrainOptions options, ILogger<ModelRetrainer> logger) : IModelRetrainer
{
    private const int Page = 1_000;
    private const double RehearsalWeight = 0.5;

    /// <inheritdoc/>
    public async Task<int> RetrainAsync(bool anyway, CancellationToken cancellationToken)
    {
        var trained = 0;
        foreach (var (task, model) in library.Tasks)
        {
            var said = (await corrections.ReadAsync(task, cancellationToken)).Where(one => one.Value != PostLabels.NoTopic).ToList();
            var known = model.State.Versions is [.., var newest] ? newest.Corrections : 0;
            if (said.Count == 0 || (!anyway && said.Count - known < options.After)) continue;
            await RetrainAsync(task, model, said, cancellationToken);
            trained++;
        }

        return trained;
    }

    private async Task RetrainAsync(string task, LiveModel model, List<Correction> said, CancellationToken cancellationToken)
    {
        var allowed = library.LabelsOf(task);
        var examples = said.Where(one => allowed.Contains(one.Value)).Select(one => new Example(one.Text, one.Value)).ToList();
        var (learned, apart) = (examples.Where(one => !ExampleSplit.IsKeptApart(one.Text)).ToList(), examples.Where(one => ExampleSplit.IsKeptApart(one.Text)).ToList());
        if (learned.Count == 0) return;
        var instead = task == LabelTasks.Topic && library.Topics.Instead;
        var challenger = instead ? FromNothing(task, learned, cancellationToken) : await AdaptAsync(task, model, learned, cancellationToken);
        if (challenger is null) return;
        var frozen = instead ? [] : task == LabelTasks.Relevance ? await AboutUsAsync([.. examples.Select(one => one.Text)], cancellationToken) : (await library.Folder.FrozenAsync(task, cancellationToken)).Concat(WrittenFor(task, Part.KeptApart)).Where(one => challenger.Head.Labels.Contains(one.Label)).ToList();
        var trial = Hold(model.Live.Model, challenger, apart, frozen);
        var version = await library.KeepAsync(challenger, said.Count, trial, cancellationToken);
        LogTrained(logger, task, version, trial.Reason);
    }

    // Topics of one's own share nothing with the shipped ones: there is no champion to begin from.
    private LinearModel? FromNothing(string task, List<Example> learned, CancellationToken cancellationToken)
    {
        var labels = learned.Select(one => one.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        return labels.Count < 2 ? null : new ModelEstimator(library.Features.Featurizer, library.Features.Version, new TrainingOptions { LeastConfidence = 0.25f })
            .Fit(task, "own", labels, [new LabelledSet("corrections", learned)], cancellationToken);
    }

    private async Task<LinearModel> AdaptAsync(string task, LiveModel model, List<Example> learned, CancellationToken cancellationToken)
    {
        var before = model.Live.Model;
        var labels = before.Head.Labels.Union(learned.Select(one => one.Label)).ToList();
        var rehearsal = await RehearsalAsync(before, [.. learned.Select(one => one.Text)], learned.Count * options.Rehearsed, cancellationToken);
        LabelledSet[] sets = [new("corrections", learned), new("rehearsal", rehearsal, RehearsalWeight), new("written", WrittenFor(task, Part.Learned))];
        return ModelAdapter.Adapt(library.Features, before, labels, [.. sets.Where(set => set.Examples.Count > 0)], options.Training, cancellationToken);
    }

    // Stored posts as the model has them so far, where it is sure: without them a few corrections would pull everything their way.
    private async Task<List<Example>> RehearsalAsync(LinearModel model, HashSet<string> corrected, int most, CancellationToken cancellationToken)
    {
        var rehearsal = new List<Example>(most);
        var (set, reader) = (new ModelSet(library.Features.Featurizer, [model]), new FeatureReader(library.Features.Featurizer));
        var probabilities = new float[set.Size];
        await foreach (var page in texts.PagesAsync(Page, cancellationToken))
            foreach (var post in page)
            {
                if (rehearsal.Count >= most) return rehearsal;
                reader.Read(post.Text);
                set.Transform(reader, probabilities);
                var best = TensorPrimitives.IndexOfMax<float>(probabilities.AsSpan(0, model.Labels));
                if (probabilities[best] >= model.Head.LeastConfidence && !ExampleSplit.IsKeptApart(reader.Post) && corrected.Add(post.Text)) rehearsal.Add(new Example(post.Text, model.Head.Labels[best]));
            }

        return rehearsal;
    }

    // What somebody gave a topic, an intent or a tone and did not mark as something else is about us.
    private async Task<List<Example>> AboutUsAsync(HashSet<string> marked, CancellationToken cancellationToken)
    {
        var frozen = new List<Example>();
        foreach (var task in new[] { LabelTasks.Topic, LabelTasks.Intent, LabelTasks.Sentiment })
            foreach (var said in await corrections.ReadAsync(task, cancellationToken))
                if (ExampleSplit.IsKeptApart(said.Text) && marked.Add(said.Text)) frozen.Add(new Example(said.Text, UnlearnedRelevance.Labels[0]));
        return frozen;
    }

    private static IReadOnlyList<Example> WrittenFor(string task, Part part) => WrittenSentences.Has(task)
        ? new DataFolder("", GoldSet.None).Read(new DataSource(DataFolder.Written, $"{task}.tsv", row => row["label"]) { Part = part })
        : [];

    private Trial Hold(LinearModel champion, LinearModel challenger, List<Example> apart, List<Example> frozen)
    {
        if (apart.Count < options.LeastApart)
            return new Trial(apart.Count, frozen.Count, null, null, null, null, null, false, $"{apart.Count} corrections were kept apart; fewer than {options.LeastApart} decide nothing.");
        List<Example> all = [.. apart, .. frozen];
        var (one, other) = (Right(champion, all), Right(challenger, all));
        var (difference, better) = PairedBootstrap.Compare(one, other, options.Training.Seed);
        double? lost = frozen.Count == 0 ? null : one.Skip(apart.Count).Zip(other.Skip(apart.Count), (before, after) => (before ? 1.0 : 0) - (after ? 1 : 0)).Average();
        var takesOver = difference.Low > 0 && (lost is null || lost <= options.MostLost);
        var reason = FormattableString.Invariant($"Of {apart.Count} corrections kept apart and {frozen.Count} frozen lines the champion has {100 * Share(one):0.0} % right, the challenger {100 * Share(other):0.0} %: ")
            + FormattableString.Invariant($"{100 * difference.Value:+0.0;-0.0;0.0} points ({100 * difference.Low:+0.0;-0.0;0.0} to {100 * difference.High:+0.0;-0.0;0.0}), better in {100 * better:0.0} % of 2,000 samples")
            + (lost is { } share ? FormattableString.Invariant($"; on the frozen lines alone it loses {100 * share:0.0} points of at most {100 * options.MostLost:0.#}. ") : ". ")
            + (takesOver ? "It takes over." : "It does not take over.");
        return new Trial(apart.Count, frozen.Count, Share(one), Share(other), difference, better, lost, takesOver, reason);
    }

    private static double Share(List<bool> right) => right.Count(one => one) / (double)right.Count;

    private List<bool> Right(LinearModel model, List<Example> examples)
    {
        var (set, reader) = (new ModelSet(library.Features.Featurizer, [model]), new FeatureReader(library.Features.Featurizer));
        var probabilities = new float[set.Size];
        return examples.ConvertAll(example =>
        {
            reader.Read(example.Text);
            set.Transform(reader, probabilities);
            return model.Head.Labels[TensorPrimitives.IndexOfMax<float>(probabilities.AsSpan(0, model.Labels))] == example.Label;
        });
    }

    [LoggerMessage(EventId = 8101, Level = LogLevel.Information, Message = "Trained {Task}: {Version}. {Reason}")]
    private static partial void LogTrained(ILogger logger, string task, string version, string reason);
}
