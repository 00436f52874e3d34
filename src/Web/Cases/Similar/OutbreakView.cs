namespace Listening.Web.Cases.Similar;

/// <summary>Cases that say the same within a day.</summary>
/// <param name="Outbreak">Its number, which is that of its first case; <c>q=outbreak:N</c> lists all of them.</param>
/// <param name="Waiting">How many of them need an answer.</param>
/// <param name="Items">The first of those by rank.</param>
public sealed record OutbreakView(long Outbreak, int Waiting, IReadOnlyList<CaseSummary> Items);
