namespace Listening.Store.Projecting;

/// <summary>What a post's words said, kept when the words are taken away: else old facts would change.</summary>
/// <param name="Brands">Registered brands it named.</param>
/// <param name="Excluded">Ruled out by exclude terms.</param>
/// <param name="Fingerprint">Of a brand's reply; 0 for everyone else.</param>
internal sealed record KeptConclusions(IReadOnlyList<string> Brands, bool Excluded, ulong Fingerprint);
