namespace Listening.Web.Security;

/// <summary>The ways to prove who one is; also the authentication type of the identity.</summary>
public static class Schemes
{
    /// <summary>Chooses among the others: a key where one is sent, then the local socket, then the browser's session.</summary>
    public const string Choice = "Choice";

    /// <summary>An API key in the <c>Authorization</c> header.</summary>
    public const string Bearer = "Bearer";

    /// <summary>The socket in the data directory.</summary>
    public const string Local = "Local";

    /// <summary>The telemetry's own listener.</summary>
    public const string Telemetry = "Telemetry";

    /// <summary>A browser's cookie.</summary>
    public const string Session = "Session";
}
