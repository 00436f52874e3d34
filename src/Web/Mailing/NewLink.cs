namespace Listening.Web.Mailing;

/// <summary>A link that was made; its address is shown only now.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Url">Who has it reads the report.</param>
/// <param name="Expires">When it stops being good.</param>
public sealed record NewLink(Guid Id, Uri Url, DateTimeOffset Expires);
