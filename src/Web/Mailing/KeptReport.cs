namespace Listening.Web.Mailing;

/// <summary>A report that was kept.</summary>
/// <param name="Id">Its own.</param>
public sealed record KeptReport(Guid Id);
