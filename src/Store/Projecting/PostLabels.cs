namespace Listening.Store.Projecting;

/// <summary>What is said of one post, the best word of each task.</summary>
internal sealed class PostLabels
{
    /// <summary>Of a post that nothing has sorted.</summary>
    public static readonly PostLabels None = new();

    // A handful of tasks: a list is searched as fast as a table, and hundreds of thousands of them are smaller.
    private readonly List<(string Task, SaidLabel Label)> said;

    /// <summary>Nothing is said yet.</summary>
    public PostLabels() => said = [];

    private PostLabels(IReadOnlyList<(string Task, SaidLabel Label)> said) => this.said = [.. said];

    /// <summary>The best word of every task.</summary>
    public IReadOnlyList<(string Task, SaidLabel Label)> Said => said;

    /// <summary>Takes a word from <c>labels</c>, which has one of a task: the best there.</summary>
    public void Add(string task, SaidLabel label)
    {
        var place = Place(task);
        if (place < 0) said.Add((task, label));
        else said[place] = (task, label);
    }

    /// <summary>
    /// These and what stands in the shown version's own row. That is a model's word on just these words, so that an older one of another version, or of the
    /// past before it was sorted again, gives way; a person's never does.
    /// </summary>
    public PostLabels With(SortedLabels sorted)
    {
        if (sorted.Said.Count == 0) return this;
        var both = new PostLabels(sorted.Said);
        foreach (var (task, label) in said)
            if (label.ByPerson || label.At >= sorted.At || both.Place(task) < 0) both.Add(task, label);
        return both;
    }

    /// <summary>The value; empty when nothing sorted it.</summary>
    public string this[string task] => Place(task) is >= 0 and var place ? said[place].Label.Value : "";

    /// <summary>Whether a person said it.</summary>
    public bool ByPerson(string task) => Place(task) is >= 0 and var place && said[place].Label.ByPerson;

    /// <summary>The confidence of a model; null when a person said it or nothing sorted it.</summary>
    public float? ModelsConfidence(string task) => Place(task) is >= 0 and var place && said[place].Label is { ByPerson: false } label ? label.Confidence : null;

    private int Place(string task)
    {
        for (var place = 0; place < said.Count; place++)
            if (said[place].Task == task) return place;
        return -1;
    }
}
