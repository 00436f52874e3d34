namespace Listening.Web.Cases.Views;

/// <summary>The searches that somebody keeps.</summary>
public sealed record SavedViewList(IReadOnlyList<SavedViewView> Items);
