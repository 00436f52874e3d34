namespace Listening.Web.Cases;

/// <summary>Who is to have a case.</summary>
/// <param name="Assignee">A person's e-mail address; null for nobody.</param>
public sealed record AssignRequest(string? Assignee);
