namespace Listening.Web.Security;

/// <summary>What a key or a session may do; each is also the name of the authorization policy that demands it.</summary>
public static class Scopes
{
    /// <summary>Send posts; as <c>ingest:SOURCE</c> of one source only.</summary>
    public const string Ingest = "ingest";

    /// <summary>Read public posts, facts and metrics.</summary>
    public const string Read = "read";

    /// <summary>Read internal posts too.</summary>
    public const string ReadInternal = "read:internal";

    /// <summary>Work on cases.</summary>
    public const string Triage = "triage";

    /// <summary>Answer in public.</summary>
    public const string Reply = "reply";

    /// <summary>Let answers out that others wrote, where they wait for that; what such a caller writes waits for nobody.</summary>
    public const string Approve = "approve";

    /// <summary>Ask in SQL.</summary>
    public const string Sql = "sql";

    /// <summary>Read how the program itself is: <c>/metrics</c> and the details of <c>/readyz</c>.</summary>
    public const string Telemetry = "telemetry";

    /// <summary>Everything, and the settings.</summary>
    public const string Admin = "admin";
}
