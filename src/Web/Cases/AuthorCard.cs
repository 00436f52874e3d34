using Listening.Cases;
using Listening.Measuring;

namespace Listening.Web.Cases;

/// <summary>Who waits.</summary>
/// <param name="Source">The source of the case's newest post.</param>
/// <param name="Author">The author's id there.</param>
/// <param name="Handle">Their handle.</param>
/// <param name="Name">Their name; empty when unknown.</param>
/// <param name="Followers">Null when unknown.</param>
/// <param name="History">What they wrote in public under all their accounts, and how it went with the brand.</param>
/// <param name="Loyalty">How they stand to the brand, in words with their numbers.</param>
/// <param name="Cases">Their other cases, the newest first, at most twenty.</param>
/// <param name="Record">Where the customer's record is; null where no setting says.</param>
/// <param name="Same">Other accounts of the same person, as agents said.</param>
public sealed record AuthorCard(
    string Source, string Author, string Handle, string Name, long? Followers, AuthorHistory History, Loyalty Loyalty,
    IReadOnlyList<EarlierCase> Cases, string? Record, IReadOnlyList<SameAuthor> Same);
