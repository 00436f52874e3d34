using Listening.Classifying;
using Listening.Collecting;
using Listening.Models.Learning;

namespace Listening.Models.Living;

/// <summary>
/// The models in use: those that came with the program and those that were trained here, of which one a task is live. Another one takes over between two calls,
/// without a start. Safe for many threads; changes take turns.
/// </summary>
public sealed class ModelLibrary : IPostClassifier, ITextExplainer, IDisposable
{
    private readonly string shipped;
    private readonly LibraryFolder own;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim turn = new(1);
    private Shelf shelf = null!;

    private ModelLibrary(string shipped, LibraryFolder own, TimeProvider time) => (this.shipped, this.own, this.time) = (shipped, own, time);

    /// <summary>Every task by its name.</summary>
    public IReadOnlyDictionary<string, LiveModel> Tasks => Volatile.Read(ref shelf).Tasks;

    /// <summary>A company's own topics.</summary>
    public TopicTaxonomy Topics => Volatile.Read(ref shelf).Topics;

    /// <summary>What texts are read with.</summary>
    public FeaturizerFile Features => Volatile.Read(ref shelf).Features;

    /// <summary>Where it keeps what was trained.</summary>
    public LibraryFolder Folder => own;

    /// <summary>Opens the models of <paramref name="shipped"/> and what was trained in <paramref name="own"/>, which may be absent. Throws what reading throws and <see cref="ArtefactException"/>.</summary>
    public static async Task<ModelLibrary> OpenAsync(string shipped, string own, TimeProvider time, CancellationToken cancellationToken)
    {
        var library = new ModelLibrary(shipped, new LibraryFolder(own), time);
        await library.LayAsync(cancellationToken);
        return library;
    }

    /// <summary>The labels that a person may give for a task; empty for one that is not sorted.</summary>
    public IReadOnlyList<string> LabelsOf(string task)
    {
        var now = Volatile.Read(ref shelf);
        if (!now.Tasks.TryGetValue(task, out var model)) return [];
        return task == LabelTasks.Topic ? [.. now.Topics.LabelsBeside(model.Shipped.Model.Head.Labels), PostLabels.NoTopic] : model.Shipped.Model.Head.Labels;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PostLabel> Classify(IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var now = Volatile.Read(ref shelf);
        var labels = now.Classifier.Classify(posts, cancellationToken);
        if (!now.Terms.Any || posts.Count == 0) return labels;
        var each = labels.Count / posts.Count;
        return [.. labels.Select((label, at) => now.Terms.Apply(label, posts[at / each].Text))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<TaskAnswer>> Explain(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var now = Volatile.Read(ref shelf);
        var answers = now.Classifier.Explainer.Explain(texts, cancellationToken);
        return now.Terms.Any ? [.. answers.Select((tasks, at) => tasks.Select(task => now.Terms.Apply(task, texts[at])).ToList())] : answers;
    }

    /// <summary>Keeps a model that was trained here and puts it into use when its trial says so. Answers its version.</summary>
    public async Task<string> KeepAsync(LinearModel model, int corrections, Trial trial, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var (task, bytes) = (model.Head.Task, ModelArtefact.Write(model));
            var version = new ModelVersion($"{task}-{ArtefactFile.VersionOf(bytes)}", time.GetUtcNow(), corrections, Tasks[task].Live.Version, trial);
            await own.WriteAsync(task, version.Version, bytes, OwnCard.Write(model, version), cancellationToken);
            var state = Tasks[task].State;
            await own.WriteAsync(
                task, new TaskState(trial.TakesOver ? version.Version : state.Live, [.. state.Versions.Where(one => one.Version != version.Version), version]), cancellationToken);
            await LayAsync(cancellationToken);
            return version.Version;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Puts a version into use; null is the shipped one. False when it was not trained here.</summary>
    public async Task<bool> UseAsync(string task, string? version, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (!Tasks.TryGetValue(task, out var model) || (version is not null && model.State.Versions.All(one => one.Version != version))) return false;
            await own.WriteAsync(task, model.State with { Live = version }, cancellationToken);
            await LayAsync(cancellationToken);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Sets the own topics. What was said with topics that are gone stays on its posts.</summary>
    public async Task SetTopicsAsync(TopicTaxonomy topics, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await own.WriteAsync(topics, cancellationToken);
            await LayAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The card of a version; null is the shipped one.</summary>
    public Task<string> CardAsync(string task, string? version, CancellationToken cancellationToken) =>
        version is null && task == LabelTasks.Relevance ? Task.FromResult(UnlearnedRelevance.Card)
        : version is null ? File.ReadAllTextAsync(Path.Combine(shipped, task, "card.md"), cancellationToken) : own.CardAsync(task, version, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task LayAsync(CancellationToken cancellationToken)
    {
        var features = await ModelFiles.FeaturizerAsync(shipped, cancellationToken);
        var tasks = new SortedDictionary<string, LiveModel>(StringComparer.Ordinal);
        foreach (var model in (await ModelFiles.ModelsAsync(shipped, cancellationToken)).Append(UnlearnedRelevance.Of(features)))
        {
            var (task, state) = (model.Model.Head.Task, await own.StateAsync(model.Model.Head.Task, cancellationToken));
            var live = state.Live is null ? null : new ModelFile(await own.ModelAsync(task, state.Live, cancellationToken), state.Live);
            var unfit = live is not null && live.Model.Head.Featurizer != features.Version
                ? $"{live.Version} was learned with another version of the program; the shipped model is in use until it is trained again" : null;
            tasks[task] = new LiveModel(model, live is null || unfit is not null ? model : live, state, unfit);
        }

        var topics = await own.TopicsAsync(cancellationToken);
        // What says the same of every post is not worth a label on each; after a rollback it takes the learned labels' place.
        var sorting = tasks.Values.Where(task => task.Live.Version != UnlearnedRelevance.Version || task.State.Versions.Count > 0).ToList();
        var classifier = new PostClassifier(new ModelSet(features.Featurizer, [.. sorting.Select(task => task.Live.Model)]), [.. sorting.Select(task => task.Live.Version)], time);
        var terms = new TopicTerms(topics, tasks.TryGetValue(LabelTasks.Topic, out var topic) ? topic.Live.Model.Head.Labels : []);
        Volatile.Write(ref shelf, new Shelf(features, tasks, topics, terms, classifier));
    }

    private sealed record Shelf(FeaturizerFile Features, IReadOnlyDictionary<string, LiveModel> Tasks, TopicTaxonomy Topics, TopicTerms Terms, PostClassifier Classifier);
}
