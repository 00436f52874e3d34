namespace Listening.Collecting;

/// <summary>Who wrote a post, as the source names them.</summary>
/// <param name="Id">The source's stable id; the handle where it gives none.</param>
/// <param name="Handle">The name others mention, without <c>@</c>; the id where the source gives none.</param>
/// <param name="Name">The name on show.</param>
/// <param name="Followers">Reach in people; absent where the source does not tell.</param>
/// <param name="Bot">The source declares the account automatic.</param>
/// <param name="BrandAccount">The source declares the account a company's; who is ours or a competitor's is the registry's word, not this one.</param>
public sealed record Author(string Id, string Handle, string? Name = null, long? Followers = null, bool Bot = false, bool BrandAccount = false)
{
    /// <summary>Address of the account's picture; shown only through the program.</summary>
    public string? Avatar { get; init; }

    /// <summary>The handle of an author of whom only the id is known: the id, without the <c>@</c> that may stand before it.</summary>
    public static string HandleOf(string id) => id.TrimStart('@') is { Length: > 0 } bare ? bare : id;
}
