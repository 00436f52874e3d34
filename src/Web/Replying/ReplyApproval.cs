using Listening.Web.Hosting;

namespace Listening.Web.Replying;

/// <summary>Section <c>Replies</c>: whether answers of agents wait for a supervisor.</summary>
/// <param name="On">They do.</param>
public sealed record ReplyApproval(bool On)
{
    /// <summary>Reads <c>Approval</c> (<c>true</c> or <c>false</c>, false when absent). Throws <see cref="SettingException"/>.</summary>
    public static ReplyApproval Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new(configuration["Replies:Approval"]?.ToLowerInvariant() switch
        {
            null or "" or "false" => false,
            "true" => true,
            var other => throw new SettingException("Replies:Approval", $"'{other}' is neither true nor false"),
        });
    }
}
