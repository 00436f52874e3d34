namespace Listening.Web.Cases;

/// <summary>Tags to set and to take off.</summary>
/// <param name="Add">To set.</param>
/// <param name="Remove">To take off.</param>
public sealed record TagRequest(IReadOnlyList<string>? Add, IReadOnlyList<string>? Remove);
