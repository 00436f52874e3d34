namespace Listening.Sources.X;

/// <summary>How X is read.</summary>
/// <param name="Address">Of the API.</param>
/// <param name="Token">The app's bearer token.</param>
/// <param name="Query">In X's search language.</param>
internal sealed record XOptions(Uri Address, string Token, string Query)
{
    /// <summary>Accounts whose mentions are a listing of their own.</summary>
    public IReadOnlyList<string> Mentioned { get; init; } = [];

    /// <summary>The keys to answer with; null where nothing is answered.</summary>
    public XKeys? Keys { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Address.Host;
}
