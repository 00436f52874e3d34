namespace Listening.Web.Security;

/// <summary>What <c>POST /api/v1/admin/links</c> answers.</summary>
/// <param name="Url">The whole link where the server's own address is known.</param>
/// <param name="Expires">When it stops being good.</param>
public sealed record LinkAnswer(Uri Url, DateTimeOffset Expires)
{
    /// <summary>Without the token, so that no log line can carry it.</summary>
    public override string ToString() => $"{nameof(LinkAnswer)} until {Expires:O}";
}
