namespace Listening.Collecting.Pulling;

/// <summary>A source as somebody set it up.</summary>
/// <param name="Id">Its key; jobs and cursors are kept under it.</param>
/// <param name="Name">Its name, unique.</param>
/// <param name="Kind">Its connector.</param>
public sealed record ConfiguredSource(Guid Id, string Name, string Kind)
{
    /// <summary>Settings by name. A value <c>secret:NAME</c> stands for the secret of that name; no secret stands here itself.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>How often it is pulled.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>Not pulled until somebody lets it go on.</summary>
    public bool Paused { get; init; }

    /// <summary>When it was set up.</summary>
    public required DateTimeOffset Added { get; init; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; init; } = 1;
}
