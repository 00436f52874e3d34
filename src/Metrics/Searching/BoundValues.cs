namespace Listening.Metrics.Searching;

/// <summary>Values of a search on their way into SQL: each gets a name, none is ever part of the text.</summary>
internal sealed class BoundValues
{
    private readonly Dictionary<string, object?> values = [];

    /// <summary>Values by name.</summary>
    public IReadOnlyDictionary<string, object?> All => values;

    /// <summary>Takes a value and gives its place in the SQL, <c>{f0:String}</c>.</summary>
    public string Bind(object value, string type)
    {
        var name = $"f{values.Count}";
        values.Add(name, value);
        return $"{{{name}:{type}}}";
    }
}
