namespace Listening.Web.Replying;

/// <summary>A ticket elsewhere.</summary>
/// <param name="Url">Where it is; https.</param>
public sealed record TicketRequest(string? Url);
