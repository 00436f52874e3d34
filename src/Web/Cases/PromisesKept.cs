namespace Listening.Web.Cases;

/// <summary>How many promises were kept.</summary>
/// <param name="Id"><c>promises_kept</c>.</param>
/// <param name="Unit"><c>share</c>.</param>
/// <param name="Value">Kept in time ÷ decided; null when n = 0.</param>
/// <param name="N">Promises due in the period that are decided: kept in time or broken.</param>
/// <param name="Kept">Kept in time.</param>
/// <param name="Broken">Done late, or not at all.</param>
/// <param name="Open">Not due yet and not done.</param>
/// <param name="Withdrawn">Taken back or replaced before they were due: in no share.</param>
/// <param name="Items">Each of them, those due first first.</param>
public sealed record PromisesKept(
    string Id, string Unit, double? Value, int N, int Kept, int Broken, int Open, int Withdrawn, IReadOnlyList<DuePromise> Items);
