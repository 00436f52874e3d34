namespace Listening.Web.Sourcing;

/// <summary>A source cannot be set up as somebody wants it. No value of a setting is in it.</summary>
public sealed class SourceRefusedException(int status, string title, IReadOnlyDictionary<string, string[]> faults)
    : Exception($"{title}: {string.Join("; ", faults.SelectMany(fault => fault.Value))}")
{
    /// <summary>The status that says so.</summary>
    public int Status { get; } = status;

    /// <summary>What is wrong, in a few words.</summary>
    public string Title { get; } = title;

    /// <summary>What is wrong with each field, such as <c>settings.address</c>.</summary>
    public IReadOnlyDictionary<string, string[]> Faults { get; } = faults;

    /// <summary>One field is wrong.</summary>
    public static SourceRefusedException Of(string field, string fault) =>
        new(400, "The source cannot be set up like this", new Dictionary<string, string[]> { [field] = [fault] });
}
