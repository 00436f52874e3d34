namespace Listening.Collecting;

/// <summary>Who wrote a post, as the source names them.</summary>
/// <param name="Id">The source's stable id; the handle where it gives none.</param>
/// <param name="Handle">The name others mention, an <c>@</c> before it or not; the id where the source gives none.</param>
/// <param name="Name">The name on show.</param>
/// <param name="Followers">Reach in people; absent where the source does not tell.</param>
/// <param name="Bot">The source declares the account automatic.</param>
/// <param name="BrandAccount">The source declares the account a company's; who is ours or a competitor's is the registry's word, not this one.</param>
public sealed record Author(string Id, string Handle, string? Name = null, long? Followers = null, bool Bot = false, bool BrandAccount = false)
{
    /// <summary>The name others mention, without <c>@</c>: wherever a post comes from, it is read back as it was written.</summary>
    public string Handle { get; init; } = Bare(Handle, Id);

    /// <summary>Address of the account's picture; shown only through the program.</summary>
    public string? Avatar { get; init; }

    // Where the handle is nothing but signs, the id stands in for it.
    private static string Bare(string handle, string id) => handle.TrimStart('@') is { Length: > 0 } bare ? bare : id.TrimStart('@') is { Length: > 0 } other ? other : id;
}
