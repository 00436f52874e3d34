namespace Listening.Web.Cases;

/// <summary>Several cases with everything that is shown of them.</summary>
/// <param name="Items">In the order in which they were asked for; a case that there is not is left out.</param>
public sealed record CaseFilesView(IReadOnlyList<CaseFileView> Items);
