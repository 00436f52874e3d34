namespace Listening.Web.Cases.Views;

/// <summary>A search to keep.</summary>
/// <param name="Name">What it is to be called.</param>
/// <param name="Query">The search.</param>
public sealed record SavedViewBody(string? Name, string? Query);
