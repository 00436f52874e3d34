namespace Listening.Store.Projecting;

/// <summary>What is said of one post, the best word of each task.</summary>
internal sealed class PostLabels
{
    /// <summary>Of a post that nothing has sorted.</summary>
    public static readonly PostLabels None = new();

    private readonly Dictionary<string, (string Value, bool ByPerson)> byTask = new(StringComparer.Ordinal);

    public void Add(string task, string value, bool byPerson) => byTask[task] = (value, byPerson);

    /// <summary>The value; empty when nothing sorted it.</summary>
    public string this[string task] => byTask.TryGetValue(task, out var label) ? label.Value : "";

    /// <summary>Whether a person said it.</summary>
    public bool ByPerson(string task) => byTask.TryGetValue(task, out var label) && label.ByPerson;
}
