namespace Listening.Web.Alerts;

/// <summary>The Message-ID of what is sent: the same however often it is sent.</summary>
public static class MailId
{
    /// <summary>Of a message that was kept.</summary>
    public static string Of(Guid message) => $"{message:n}@listening";
}
