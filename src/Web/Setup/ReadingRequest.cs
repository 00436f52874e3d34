using System.Text.Json;
using Listening.Brands;

namespace Listening.Web.Setup;

/// <summary>Posts to be read as a registry would read them.</summary>
public sealed record ReadingRequest
{
    /// <summary>The registry, set or not.</summary>
    public required IReadOnlyList<Brand> Brands { get; init; }

    /// <summary>Posts in the form in which they are sent.</summary>
    public required IReadOnlyList<JsonElement> Posts { get; init; }
}
