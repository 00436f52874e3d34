namespace Listening.Web.Ingesting;

/// <summary>What became of the posts that were sent; everything counted as accepted or updated is durable.</summary>
/// <param name="Accepted">Posts not known before.</param>
/// <param name="Duplicates">Versions already stored.</param>
/// <param name="Updated">New versions of known posts.</param>
/// <param name="Rejected">The first <see cref="MostRejectedShown"/> lines that were refused.</param>
/// <param name="RejectedTotal">How many were refused.</param>
public sealed record IngestAnswer(long Accepted, long Duplicates, long Updated, IReadOnlyList<RejectedLine> Rejected, long RejectedTotal)
{
    /// <summary>How many refused lines an answer lists.</summary>
    public const int MostRejectedShown = 1000;
}
