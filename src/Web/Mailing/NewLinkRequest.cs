namespace Listening.Web.Mailing;

/// <summary>A link to be made.</summary>
/// <param name="Days">How long it is good, 1 to 366.</param>
public sealed record NewLinkRequest(int Days = 30);
