using Listening.Brands;
using Listening.Collecting.Replying;

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

    /// <summary>What it can see, told all it can be told. What it cannot see is "no data", never zero.</summary>
    public required SourceSight Sight { get; init; }

    /// <summary>What one source of it sees, where its settings decide that: a forum's feed shows less than its API. Secrets are among the settings by their names alone.</summary>
    public Func<IReadOnlyDictionary<string, string>, SourceSight>? SightUnder { get; init; }

    /// <summary>What it must or may be told, in the order in which a form asks for it.</summary>
    public required IReadOnlyList<SettingDeclaration> Settings { get; init; }

    /// <summary>What an answer may be that is sent by it; null where none can be.</summary>
    public ReplyRules? Replies { get; init; }

    /// <summary>Posts for everybody or for people inside the company.</summary>
    public Audience Audience { get; init; }

    /// <summary>How often it is asked unless somebody says otherwise.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The shortest time between two runs that the source bears.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What a brand's settings would be, so that the set-up offers them filled in; empty where it follows the registry by itself. Null: nothing can be guessed.
    /// </summary>
    public Func<Brand, IReadOnlyDictionary<string, string>>? Suggest { get; init; }

    /// <summary>
    /// Whether one source of it asks for every registered brand in the same way, by its settings: own words to search for, or mentions of our accounts alone, do not. Null: it never does.
    /// </summary>
    public Func<IReadOnlyDictionary<string, string>, bool>? AsksForAllBrandsAlike { get; init; }

    /// <summary>What a source with these settings sees.</summary>
    public SourceSight SightOf(IReadOnlyDictionary<string, string> settings) => SightUnder?.Invoke(settings) ?? Sight;
}
