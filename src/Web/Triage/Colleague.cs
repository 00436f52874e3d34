namespace Listening.Web.Triage;

/// <summary>Somebody who may have a case.</summary>
/// <param name="Address">Their e-mail address, as cases name them.</param>
/// <param name="Name">As colleagues know them.</param>
public sealed record Colleague(string Address, string Name);
