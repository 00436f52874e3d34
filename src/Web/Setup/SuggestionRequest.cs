using Listening.Brands;

namespace Listening.Web.Setup;

/// <summary>Whom sources are to be suggested for.</summary>
public sealed record SuggestionRequest
{
    /// <summary>Our brand as it is meant to be registered.</summary>
    public required Brand Brand { get; init; }
}
