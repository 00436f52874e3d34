namespace Listening.Web.Cases;

/// <summary>What a customer is promised.</summary>
/// <param name="Text">What; one line.</param>
/// <param name="Due">Until when.</param>
public sealed record PromiseRequest(string? Text, DateTimeOffset? Due);
