namespace Listening.Web.Cases.Views;

/// <summary>A kept search.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Query">The search.</param>
/// <param name="Count">How many open cases it finds.</param>
public sealed record SavedViewView(long Id, string Name, string Query, int Count);
