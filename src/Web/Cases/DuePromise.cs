namespace Listening.Web.Cases;

/// <summary>A promise with its case.</summary>
/// <param name="Case">The case's number.</param>
/// <param name="Promise">What was promised, and whether it was kept.</param>
public sealed record DuePromise(long Case, PromiseView Promise);
