using System.Text.Json;

namespace Listening.Sources.X;

/// <summary>How far the search is read, and what it has cost today: a budget that a restart forgets is none.</summary>
/// <param name="Day">The day of the cost, in UTC.</param>
/// <param name="Spent">Reads of that day.</param>
internal sealed record XMark(string Day, int Spent)
{
    /// <summary>Every post up to this id is stored; null on the first walk.</summary>
    public string? Since { get; init; }

    /// <summary>Where the first walk ends.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The newest id of the walk.</summary>
    public string? Top { get; init; }

    /// <summary>X's token of the walk's next page.</summary>
    public string? Token { get; init; }

    public static XMark? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<XMark>(text, JsonSerializerOptions.Web) is { Day: not null } mark ? mark : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
