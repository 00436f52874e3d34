namespace Listening.Collecting.Pulling;

/// <summary>What a connector says of itself; the sources' page, the set-up and the command line are drawn from it.</summary>
public sealed record ConnectorDeclaration
{
    /// <summary>Its name in settings and commands: lower-case letters, digits and hyphens.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name on screens.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence: what it brings, and what it cannot.</summary>
    public required string Summary { get; init; }

    /// <summary>What it takes to use it.</summary>
    public required AccountNeed Account { get; init; }

    /// <summary>What it can see. What it cannot see is "no data", never zero.</summary>
    public required SourceSight Sight { get; init; }

    /// <summary>What it must or may be told, in the order in which a form asks for it.</summary>
    public required IReadOnlyList<SettingDeclaration> Settings { get; init; }

    /// <summary>Posts for everybody or for people inside the company.</summary>
    public Audience Audience { get; init; }

    /// <summary>How often it is asked unless somebody says otherwise.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The shortest time between two runs that the source bears.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(1);
}
